import { accept } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';
import { readCall, withCall } from './find-call.ts';
import type { CallRequest } from './keep-call.ts';
import { showEscalation } from './show-escalation.ts';

/** Nobody must believe that a call went out which is still being tried: the channel sees why, once for each reason. */
export async function noteDelay(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  request: CallRequest,
  reason: string,
): Promise<void> {
  await ports.database.transaction(async (records) => {
    const { escalation, call } = await readCall(records, request);
    if (call.state === 'pending' && call.note !== reason) {
      await records.escalations.save(withCall(escalation, { ...call, note: reason }));
      await showEscalation(records, escalation, ports.clock.now());
    }
    return accept(undefined);
  });
  ports.wake();
}
