import type { MessageRef } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';

/** Marks a message of the incident's channel, or takes the mark away; people of other channels know nothing of it. */
export async function askToMark(
  records: Records,
  { incident, message }: { readonly incident: Incident; readonly message: MessageRef },
  kind: 'confirm-tag' | 'unconfirm-tag',
  now: Instant,
): Promise<void> {
  if (message.channel === incident.channel) {
    await enqueue(records, incident.id, now, { kind, channel: message.channel, message: message.key });
  }
}
