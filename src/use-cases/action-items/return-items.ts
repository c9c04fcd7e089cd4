import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Ports, Records } from '../ports.ts';
import type { Work } from '../work.ts';
import { keepChange } from './keep-change.ts';
import { ledItems } from './led-items.ts';
import { readItem } from './read-item.ts';
import { askToSchedule } from './schedule-reminders.ts';
import { askToTellReturned } from './tell-returned.ts';

/**
 * Takes the open items of somebody who was deactivated from them, so that whoever leads their incidents hears at once,
 * and looks again at those that they heard of in another way.
 */
export async function returnItems(
  ports: Pick<Ports, 'database' | 'directory' | 'clock' | 'wake'>,
  { teamId, personId }: Extract<Work, { kind: 'return-items' }>,
): Promise<void> {
  const { records } = ports.database;
  const person = (await records.people.find(teamId, [personId])).get(personId);
  if (person?.isDeactivated !== true) {
    return;
  }
  const owned = await records.actionItems.listOpenOf(teamId, { kind: 'person', id: personId });
  const heard = await records.reminders.listHeard(teamId, personId);
  const now = ports.clock.now();
  // All of one message at a time: an attempt that broke off goes on with those that are still theirs.
  for (const led of await ledItems(ports, owned)) {
    await ports.database.transaction(async (change) => {
      const ids: ActionItemId[] = [];
      for (const id of led.ids) {
        ids.push(...((await returnItem(change, { id, personId, now })) ? [id] : []));
      }
      return accept(await (ids.length > 0 && askToTellReturned(change, { ...led, ids, teamId, owner: personId, now })));
    });
  }
  const isReturned = new Set(owned.map(({ id }) => id));
  await ports.database.transaction(async (change) => {
    for (const { item } of heard.filter(({ item: { id } }) => !isReturned.has(id))) {
      await askToSchedule(change, item, now);
    }
    return accept(undefined);
  });
  ports.wake();
}

/** False where it is another's by now, or over. */
async function returnItem(
  records: Records,
  { id, personId, now }: { readonly id: ActionItemId; readonly personId: PersonId; readonly now: Instant },
): Promise<boolean> {
  const { item, incident } = await readItem(records, id);
  if (item.status !== 'open' || item.owner?.id !== personId) {
    return false;
  }
  await keepChange(records, {
    incident,
    before: item,
    after: { ...item, owner: undefined },
    by: undefined,
    action: 'return-items',
    now,
  });
  return true;
}
