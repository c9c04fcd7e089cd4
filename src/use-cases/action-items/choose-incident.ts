import type { IncidentId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { maySee } from '../people/may-see.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';

export interface NoIncidentOfNumber {
  readonly kind: 'no-incident-of-number';
  readonly number: number;
}

/** The incident of that number; without one that of the channel, and undefined where the channel has none. */
export async function chooseIncident(
  { database: { records } }: Pick<Ports, 'database'>,
  asker: Pick<RequesterInChannel, 'teamId' | 'personId' | 'channel'>,
  number: number | undefined,
): Promise<Result<IncidentId | undefined, NoIncidentOfNumber>> {
  if (number === undefined) {
    return accept((await records.incidents.findByChannel(asker.teamId, asker.channel))?.id);
  }
  const found = (await records.incidents.listByNumber(number)).find(({ teamId }) => teamId === asker.teamId);
  return found !== undefined && (await maySee(records, found, asker.personId))
    ? accept(found.id)
    : refuse({ kind: 'no-incident-of-number', number });
}
