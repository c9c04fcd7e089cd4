import { type Result, refuse } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import type { Ports, Records } from './ports.ts';
import type { Requester } from './request.ts';

export type ChangePorts = Pick<Ports, 'database' | 'clock' | 'ids' | 'hash' | 'wake'>;

export interface AlreadyHandled {
  readonly kind: 'already-handled';
}

/**
 * One delivered request is one transaction. A repeated delivery is refused as `already-handled` and changes nothing;
 * a refused request leaves its key free, so that a corrected form can be sent again.
 */
export async function change<Value, Refusal>(
  ports: ChangePorts,
  requester: Pick<Requester, 'teamId' | 'deliveryKey'>,
  decide: (records: Records, now: Instant) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | AlreadyHandled>> {
  const now = ports.clock.now();
  const outcome = await ports.database.transaction<Value, Refusal | AlreadyHandled>(async (records) => {
    if (!(await records.deliveries.accept(`${requester.teamId}:${requester.deliveryKey}`, now))) {
      return refuse({ kind: 'already-handled' });
    }
    return decide(records, now);
  });
  if (outcome.ok) {
    ports.wake();
  }
  return outcome;
}
