import { describe, expect, it } from 'vitest';
import type { ActionItem } from '../../src/domain/action-items/action-item.ts';
import { type ActionItemId, actionItemId, channelId, messageKey, personId, teamId } from '../../src/domain/ids.ts';
import type { CalendarDate } from '../../src/domain/time.ts';
import type { Recipient, SentDigest } from '../../src/use-cases/action-item-stores.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anItem, aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const team = teamId('T0TRAVEL');
const ids = ['A', 'B', 'C'].map((letter) => actionItemId(`01HZZZ0000000000000000ACT${letter}`));
const [first, second, third] = ids as [ActionItemId, ActionItemId, ActionItemId];
const owner = (personId: Recipient['personId']): Recipient => ({ personId, capacity: 'owner' });
const leader = (personId: Recipient['personId']): Recipient => ({ personId, capacity: 'leader' });

async function keep(
  opened: TestDatabase,
  kept: readonly (readonly [ActionItem, readonly Recipient[]])[],
): Promise<void> {
  await commit(opened, async ({ actionItems, reminders }) => {
    for (const [item, recipients] of kept) {
      await actionItems.add(item);
      await reminders.replaceRecipients(item.id, recipients);
    }
  });
}

describe.each(engines)('recipients on $name', ({ open }) => {
  it('are those that were kept last', async () => {
    const opened = await openWithIncident(open);
    await keep(opened, [
      [anItem({ id: first }), [owner(claire), leader(mahari)]],
      [anItem({ id: second }), [owner(claire)]],
    ]);

    await commit(opened, ({ reminders }) => reminders.replaceRecipients(first, [owner(mahari), leader(mahari)]));
    await commit(opened, ({ reminders }) => reminders.replaceRecipients(second, []));

    const { reminders } = opened.database.records;
    const kept = await reminders.listRecipients(first);
    expect(kept.toSorted((one, other) => (one.capacity < other.capacity ? -1 : 1))).toEqual([
      leader(mahari),
      owner(mahari),
    ]);
    expect(await reminders.listRecipients(second)).toEqual([]);
    expect([...(await reminders.listRecipientsOf([second, first]))]).toEqual([[first, kept]]);
  });

  it('may be more than one statement takes', async () => {
    const opened = await openWithIncident(open);
    const many = Array.from({ length: 25_000 }, (_, index) => owner(personId(`U${index}`)));
    await keep(opened, [[anItem({ id: first }), many]]);

    expect(await opened.database.records.reminders.listRecipients(first)).toHaveLength(many.length);
  });

  it('hear of open items with their incident, by due date, those without one last', async () => {
    const opened = await openWithIncident(open);
    const [late, soon, never] = [
      anItem({ id: first, dueOn: '2024-07-01' as CalendarDate }),
      anItem({ id: second, dueOn: '2024-06-20' as CalendarDate }),
      anItem({ id: third, dueOn: undefined }),
    ];
    await keep(opened, [
      [never, [owner(claire)]],
      [late, [owner(claire)]],
      [soon, [owner(mahari), leader(claire)]],
      [anItem({ id: actionItemId('done'), status: 'done', endedAt: at('17:00') }), [owner(claire)]],
      [anItem({ id: actionItemId('given-up'), status: 'wont-do', endedAt: at('17:00') }), [owner(claire)]],
    ]);

    const incident = aRecordedIncident();
    expect(await opened.database.records.reminders.listHeard(team, claire)).toStrictEqual([
      { item: soon, incident, capacity: 'leader', lacksOwner: false },
      { item: late, incident, capacity: 'owner', lacksOwner: false },
      { item: never, incident, capacity: 'owner', lacksOwner: false },
    ]);
  });

  it('hear that nobody hears of an item as its owner', async () => {
    const opened = await openWithIncident(open);
    await keep(opened, [[anItem({ id: first }), [leader(claire)]]]);

    const [heard] = await opened.database.records.reminders.listHeard(team, claire);
    expect(heard).toMatchObject({ capacity: 'leader', lacksOwner: true });
  });

  it('hear of nothing in another workspace', async () => {
    const opened = await openWithIncident(open);
    await keep(opened, [[anItem({ id: first }), [owner(claire)]]]);

    expect(await opened.database.records.reminders.listHeard(teamId('T0OTHER'), claire)).toEqual([]);
  });
});

describe.each(engines)('the last message of reminders on $name', ({ open }) => {
  const digest = (key: string): SentDigest => ({
    sentOn: '2024-06-21' as CalendarDate,
    sentAt: at('06:00', '2024-06-21'),
    message: { channel: channelId('D042'), key: messageKey(key) },
  });

  it('is the one that was kept last, of each person', async () => {
    const opened = await open();
    const { reminders } = opened.database.records;
    expect(await reminders.findDigest(team, claire)).toBeUndefined();

    await commit(opened, async (records) => {
      await records.reminders.saveDigest(team, claire, { ...digest('1'), sentOn: '2024-06-20' as CalendarDate });
      await records.reminders.saveDigest(team, mahari, digest('2'));
      await records.reminders.saveDigest(teamId('T0OTHER'), claire, digest('3'));
      await records.reminders.saveDigest(team, claire, digest('4'));
    });

    expect(await reminders.findDigest(team, claire)).toStrictEqual(digest('4'));
    expect(await reminders.findDigest(team, mahari)).toStrictEqual(digest('2'));
  });
});

describe.each(engines)('the items of a message on $name', ({ open }) => {
  it('are kept all at once, each once, and forgotten with it', async () => {
    const opened = await openWithIncident(open);
    await keep(
      opened,
      ids.map((id) => [anItem({ id }), []]),
    );
    const message = { channel: channelId('D042'), key: messageKey('1718951000.000100') };
    const other = { ...message, key: messageKey('1718951000.000200') };
    const shown = { message, kind: 'digest', personId: claire } as const;

    await commit(opened, async ({ itemMessages }) => {
      await itemMessages.addAll(team, [second, first], shown);
      await itemMessages.addAll(team, [first], shown);
      await itemMessages.addAll(team, [], shown);
      await itemMessages.add(first, { ...shown, message: other });
    });
    const { itemMessages } = opened.database.records;
    expect(await itemMessages.listItems(team, message)).toEqual([first, second]);
    expect(await itemMessages.list(second)).toStrictEqual([shown]);

    await commit(opened, (records) => records.itemMessages.forget(teamId('T0OTHER'), message));
    expect(await itemMessages.listItems(team, message)).toHaveLength(2);
    await commit(opened, (records) => records.itemMessages.forget(team, message));
    expect(await itemMessages.listItems(team, message)).toEqual([]);
    expect(await itemMessages.list(first)).toStrictEqual([{ ...shown, message: other }]);
  });

  it('may be more than one statement takes', async () => {
    const opened = await openWithIncident(open);
    const many = Array.from({ length: 1_200 }, (_, index) => actionItemId(`many-${String(index).padStart(5, '0')}`));
    await keep(
      opened,
      many.map((id) => [anItem({ id }), []]),
    );
    const message = { channel: channelId('D042'), key: messageKey('1') };

    await commit(opened, ({ itemMessages }) =>
      itemMessages.addAll(team, many, { message, kind: 'digest', personId: claire }),
    );

    expect(await opened.database.records.itemMessages.listItems(team, message)).toEqual(many);
  });
});
