import { endingOf } from '../../domain/action-items/ending.ts';
import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import type { Known } from '../action-item-stores.ts';
import { maySee } from '../people/may-see.ts';
import type { Records } from '../ports.ts';
import type { DigestItem } from './action-item-messenger.ts';
import { withSnoozeReason } from './digest-item.ts';
import { isItemOf } from './known-item.ts';

/** What became of items that went back, for whoever leads; without a reader for the channel. */
export async function returnedNow(
  records: Records,
  ids: readonly ActionItemId[],
  reader: PersonId | undefined,
): Promise<readonly DigestItem[]> {
  const items: DigestItem[] = [];
  for (const known of await records.actionItems.readAll(ids)) {
    if (reader === undefined || (await maySee(records, known.incident, reader))) {
      items.push(await returnedItem(records, known, reader));
    }
  }
  return items;
}

async function returnedItem(records: Records, known: Known, reader: PersonId | undefined): Promise<DigestItem> {
  const { item, incident } = known;
  const lacksOwner = item.owner === undefined;
  const others = (await isItemOf(records, known, reader)) ? 'owner' : 'nobody';
  const capacity = lacksOwner ? 'leader' : others;
  return withSnoozeReason(records, { item, incident, ending: endingOf(known), capacity, lacksOwner });
}
