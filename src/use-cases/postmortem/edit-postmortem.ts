import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import type { ChangePorts } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';
import type { NotCorrectable } from '../timeline/find-for-correction.ts';
import { type FutureMilestone, type SaidMilestone, sayMilestones } from '../timeline/set-milestones.ts';
import { type Settlement, settle } from '../timeline/settle-mitigations.ts';
import { type Conflict, type Narrative, writeNarrative } from './write-narrative.ts';

export interface EditPostmortem extends RequesterInChannel {
  readonly narrative: Narrative;
  /** Of those that were changed: when users were hurt. */
  readonly milestones?: readonly SaidMilestone[];
  readonly settlements?: readonly Settlement[];
}

export type EditPostmortemRefusal = NoIncidentHere | NotCorrectable | FutureMilestone;

export interface EditedPostmortem {
  readonly incident: Incident;
  readonly conflicts: readonly Conflict[];
}

/**
 * Keeps what people wrote. The same sent twice changes nothing the second time, and a form that was sent in vain may be
 * sent again with other words, so no key of its delivery is kept.
 */
export async function editPostmortem(
  ports: ChangePorts,
  request: EditPostmortem,
): Promise<Result<EditedPostmortem, EditPostmortemRefusal>> {
  const { narrative, milestones = [], settlements = [], personId: by } = request;
  const now = ports.clock.now();
  const edited = await ports.database.transaction<EditedPostmortem, EditPostmortemRefusal>(async (records) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const said =
      milestones.length === 0
        ? accept(undefined)
        : await sayMilestones(records, { incident, said: milestones, by, now });
    if (!said.ok) {
      return said;
    }
    const settled = await settle(ports, records, { settlements, by, now });
    if (!settled.ok) {
      return settled;
    }
    const { changed, conflicts } = await writeNarrative(records, { incident, narrative, by, now });
    if (changed.length + conflicts.length > 0) {
      const details = { sections: changed.join(' '), conflicts: conflicts.map(({ section }) => section).join(' ') };
      await audit(records, incident, { by, now, action: 'edit-postmortem', details });
    }
    return accept({ incident, conflicts });
  });
  if (edited.ok) {
    ports.wake();
  }
  return edited;
}
