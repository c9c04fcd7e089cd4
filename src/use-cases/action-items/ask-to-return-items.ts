import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';

/** In the caller's transaction: somebody was deactivated. */
export async function askToReturnItems(
  records: Records,
  teamId: TeamId,
  personId: PersonId,
  now: Instant,
): Promise<void> {
  await enqueue(records, `return-items:${teamId}:${personId}`, now, { kind: 'return-items', teamId, personId });
}
