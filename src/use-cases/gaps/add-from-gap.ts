import type { MessageKey } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Result } from '../../domain/result.ts';
import { isSpoken, type SpokenKind, type TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { type ChangePorts, change } from '../change.ts';
import { askToSync } from '../timeline/sync-message.ts';
import { tagByHand } from '../timeline/tag-by-hand.ts';
import { askToShowGap, findVisibleHere, type GapRefusal, gapLane, type LookIntoGap } from './show-gap.ts';

/**
 * Puts a message on the timeline as a reaction would, with its own time, and shows the list anew. One that is there
 * already stays as it is, whoever put it there.
 */
export async function addFromGap(
  ports: ChangePorts,
  request: LookIntoGap & { readonly key: MessageKey },
): Promise<Result<Incident, GapRefusal>> {
  return change<Incident, GapRefusal>(ports, request, async (records, now) => {
    const { channel, key, personId: by, place } = request;
    const found = await findVisibleHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const message = { channel, key };
    const earlier = await records.timeline.findByMessage(incident.id, message);
    if (earlier === undefined || earlier.retractedAt !== undefined) {
      await tagByHand(records, { incidentId: incident.id, message, kind: kindOf(earlier), by, isSet: true }, now);
      // In the lane of the list, so that the list finds it done.
      const lane = gapLane(incident.id, place);
      const sync = { incidentId: incident.id, message, askedBy: by, at: undefined, isCut: false, lane };
      await askToSync(records, sync, now);
    }
    await askToShowGap(records, incident, { ...request, now });
    return found;
  });
}

/** What it was when somebody took it back; else a note, which can be corrected. */
function kindOf(earlier: TimelineEvent | undefined): SpokenKind {
  return earlier !== undefined && isSpoken(earlier.kind) ? earlier.kind : 'note';
}
