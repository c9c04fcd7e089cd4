import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';
import { askToKeepInStep } from '../postmortem/ask-to-keep-in-step.ts';
import type { ItemOfIncident } from './action-item-messenger.ts';

/** Has all that shows an item drawn anew, in the caller's transaction. */
export async function redrawItem(
  records: Records,
  { item, incident }: Pick<ItemOfIncident, 'item' | 'incident'>,
  now: Instant,
): Promise<void> {
  await enqueue(records, `refresh-action-item:${item.id}`, now, { kind: 'refresh-action-item', actionItemId: item.id });
  await askToKeepInStep(records, incident, now);
}
