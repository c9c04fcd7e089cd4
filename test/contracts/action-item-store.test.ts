import { describe, expect, it } from 'vitest';
import { ACTION_ITEM_KINDS, type ActionItem } from '../../src/domain/action-items/action-item.ts';
import { actionItemId, channelId, incidentId, messageKey } from '../../src/domain/ids.ts';
import type { CalendarDate } from '../../src/domain/time.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anItem, aRecordedIncident, at, devops } from '../support/record-builder.ts';

const incident = aRecordedIncident();
const done = anItem({
  owner: devops,
  status: 'done',
  endedAt: at('17:00'),
  permalink: 'https://travel.slack.com/archives/C042/p1',
});
const bare = anItem({ kind: undefined, owner: undefined, dueOn: undefined, doneWhen: undefined });

describe.each(engines)('action items on $name', ({ open }) => {
  it.each<[string, ActionItem]>([
    ['owned by a person', anItem()],
    ['owned by a group, and done', done],
    ['no field filled that may be missing', bare],
    ...ACTION_ITEM_KINDS.map((kind): [string, ActionItem] => [kind, anItem({ kind })]),
  ])('come back as they were put in: %s', async (_, item) => {
    const opened = await openWithIncident(open);

    await commit(opened, ({ actionItems }) => actionItems.add(item));

    const { actionItems } = opened.database.records;
    expect(await actionItems.find(item.id)).toStrictEqual(item);
    expect(await actionItems.list(incident.id)).toStrictEqual([item]);
  });

  it.each<[string, ActionItem, ActionItem]>([
    ['filled', bare, done],
    ['emptied', done, bare],
  ])('keep every field that is saved: %s', async (_, before, after) => {
    const opened = await openWithIncident(open);
    const other = anItem({ id: actionItemId('01HZZZ0000000000000000ACT2') });

    await commit(opened, async ({ actionItems }) => {
      await actionItems.add(before);
      await actionItems.add(other);
      await actionItems.save(after);
    });

    expect(await opened.database.records.actionItems.list(incident.id)).toStrictEqual([after, other]);
  });

  it('keep a leap day as that day', async () => {
    const opened = await openWithIncident(open);
    const item = anItem({ dueOn: '2028-02-29' as CalendarDate });

    await commit(opened, ({ actionItems }) => actionItems.add(item));

    expect((await opened.database.records.actionItems.find(item.id))?.dueOn).toBe('2028-02-29');
  });

  it('are listed oldest first', async () => {
    const opened = await openWithIncident(open);
    const items = ['A', 'B', 'C'].map((letter) => anItem({ id: actionItemId(`01HZZZ0000000000000000ACT${letter}`) }));

    await commit(opened, async ({ actionItems }) => {
      for (const item of items.toReversed()) {
        await actionItems.add(item);
      }
    });

    expect(await opened.database.records.actionItems.list(incident.id)).toEqual(items);
  });

  it('tell why those that will not be done were given up, by the last reason', async () => {
    const opened = await openWithIncident(open);
    const ids = ['A', 'B', 'C', 'D'].map((letter) => actionItemId(`01HZZZ0000000000000000ACT${letter}`));
    const [given, again, reopened, silent] = ids.map((id) => anItem({ id }));
    const end = (item: ActionItem | undefined, to: string, reason: string | undefined) => ({
      actionItemId: item?.id ?? actionItemId('none'),
      by: undefined,
      at: at('17:00'),
      fields: [{ field: 'status', from: 'open', to } as const],
      reason,
      through: undefined,
    });

    await commit(opened, async ({ actionItems }) => {
      for (const item of [given, again, silent]) {
        await actionItems.add({ ...(item as ActionItem), status: 'wont-do' });
      }
      await actionItems.add(reopened as ActionItem);
      await actionItems.addChange(end(given, 'wont-do', 'Too dear'));
      await actionItems.addChange({ ...end(given, '2024-06-30', 'On leave'), fields: [] });
      await actionItems.addChange(end(again, 'wont-do', 'Not now'));
      await actionItems.addChange(end(again, 'open', 'Now'));
      await actionItems.addChange(end(again, 'wont-do', 'Never'));
      await actionItems.addChange(end(reopened, 'wont-do', 'For a day'));
      await actionItems.addChange(end(silent, 'wont-do', undefined));
    });

    const { actionItems } = opened.database.records;
    expect([...(await actionItems.listGivenUp(incident.id))]).toEqual([
      [given?.id, 'Too dear'],
      [again?.id, 'Never'],
    ]);
    expect(await actionItems.listGivenUp(incidentId('none'))).toEqual(new Map());
  });

  it('are read with their incidents and their histories, in the order of asking', async () => {
    const opened = await openWithIncident(open);
    const other = anItem({ id: actionItemId('01HZZZ0000000000000000ACT2') });
    const renamed = (item: ActionItem, to: string) => ({
      actionItemId: item.id,
      by: undefined,
      at: at('17:00'),
      fields: [{ field: 'title', from: 'Before', to } as const],
      reason: undefined,
      through: undefined,
    });
    await commit(opened, async ({ actionItems }) => {
      await actionItems.add(bare);
      await actionItems.add(other);
      await actionItems.addChange(renamed(other, 'First'));
      await actionItems.addChange(renamed(bare, 'Else'));
      await actionItems.addChange(renamed(other, 'Second'));
    });

    const { actionItems } = opened.database.records;
    expect(await actionItems.readAll([other.id, actionItemId('none'), bare.id])).toStrictEqual([
      { item: other, incident, history: [renamed(other, 'First'), renamed(other, 'Second')] },
      { item: bare, incident, history: [renamed(bare, 'Else')] },
    ]);
    expect(await actionItems.history(other.id)).toStrictEqual([renamed(other, 'First'), renamed(other, 'Second')]);
    expect(await actionItems.readAll([])).toEqual([]);
  });

  it('have a history, oldest first, with the message of a reaction where one did it', async () => {
    const opened = await openWithIncident(open);
    const given = { actionItemId: bare.id, by: undefined, at: at('17:00'), fields: [], reason: undefined };
    const through = { channel: channelId('C1'), key: messageKey('1715090400.000100') };
    const changes = [
      { ...given, through },
      { ...given, through: undefined, reason: 'Too dear' },
    ];
    await commit(opened, async ({ actionItems }) => {
      await actionItems.add(bare);
      for (const change of changes) {
        await actionItems.addChange(change);
      }
    });

    expect(await opened.database.records.actionItems.history(bare.id)).toEqual(changes);
  });

  it('belong to their incident', async () => {
    const opened = await openWithIncident(open);
    await commit(opened, ({ actionItems }) => actionItems.add(bare));

    const { actionItems } = opened.database.records;
    expect(await actionItems.list(incidentId('none'))).toEqual([]);
    expect(await actionItems.find(actionItemId('none'))).toBeUndefined();
  });
});
