import type { ChannelId, PersonId, TeamId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { type IncidentEnded, requireOpen } from '../../domain/incident/status.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Records } from '../ports.ts';

export interface NoIncidentHere {
  readonly kind: 'no-incident-here';
  /** The newest open ones that the asker may see, to choose from. */
  readonly open: readonly Incident[];
}

const SHOWN = 5;

/** The incident whose channel this is. */
export async function findIncidentHere(
  records: Records,
  asker: { readonly teamId: TeamId; readonly channel: ChannelId; readonly personId: PersonId },
): Promise<Result<Incident, NoIncidentHere>> {
  const incident = await records.incidents.findByChannel(asker.teamId, asker.channel);
  if (incident !== undefined) {
    return accept(incident);
  }
  const open = await records.incidents.listOpen(asker.teamId, asker.personId, SHOWN);
  return refuse({ kind: 'no-incident-here', open });
}

/** The same, where it is still going on or may come back. */
export async function findOpenIncidentHere(
  records: Records,
  asker: Parameters<typeof findIncidentHere>[1],
): Promise<Result<Incident, NoIncidentHere | IncidentEnded>> {
  const found = await findIncidentHere(records, asker);
  return found.ok ? requireOpen(found.value) : found;
}
