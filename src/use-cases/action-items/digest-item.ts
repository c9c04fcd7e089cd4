import { lastChangeOf } from '../../domain/action-items/action-item-change.ts';
import type { Records } from '../ports.ts';
import type { DigestItem } from './action-item-messenger.ts';

/** Whoever leads reads why an item waits; its owner knows. */
export async function withSnoozeReason(records: Records, told: DigestItem): Promise<DigestItem> {
  if (told.capacity !== 'leader' || told.item.snoozedUntil === undefined) {
    return told;
  }
  const last = lastChangeOf(await records.actionItems.history(told.item.id), 'snoozedUntil');
  return { ...told, snoozeReason: last?.reason };
}
