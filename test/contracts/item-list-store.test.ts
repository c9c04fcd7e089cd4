import { describe, expect, it } from 'vitest';
import type { ActionItem } from '../../src/domain/action-items/action-item.ts';
import { actionItemId, groupId, incidentId, personId } from '../../src/domain/ids.ts';
import type { CalendarDate } from '../../src/domain/time.ts';
import type { ItemQuery } from '../../src/use-cases/item-list-store.ts';
import type { Records } from '../../src/use-cases/ports.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anItem, aRecordedIncident, at, claire, devops, mahari } from '../support/record-builder.ts';

const incident = aRecordedIncident();
const hidden = aRecordedIncident({ id: incidentId('01HZZZ0000000000000000INC2'), number: 43, isPrivate: true });
const today = '2024-06-10' as CalendarDate;

const everything: ItemQuery = {
  teamId: incident.teamId,
  viewer: mahari,
  today,
  show: 'all',
  whose: undefined,
  incidentId: undefined,
};

function named(name: string, overrides: Partial<ActionItem> = {}): ActionItem {
  return anItem({ id: actionItemId(`01HZZZ0000000000000000-${name}`), title: name, ...overrides });
}

const day = (date: string) => date as CalendarDate;

const undated = named('undated', { dueOn: undefined });
const late = named('late', { dueOn: day('2024-06-09') });
const dueToday = named('today', { dueOn: today });
const ofGroup = named('of group', { owner: devops, dueOn: day('2024-06-20') });
const nobodys = named('nobody’s', { owner: undefined, dueOn: day('2024-06-21') });
const done = named('done', { status: 'done', endedAt: at('17:00'), dueOn: day('2024-06-01') });
const givenUp = named('given up', { status: 'wont-do', endedAt: at('18:00'), dueOn: day('2024-06-01') });
const secret = named('secret', { incidentId: hidden.id, dueOn: day('2024-06-22') });

const all = [undated, done, late, dueToday, ofGroup, givenUp, nobodys, secret];

describe.each(engines)('lists of action items on $name', ({ open }) => {
  async function openWithItems(more: (records: Records) => Promise<void> = async () => {}) {
    const opened = await openWithIncident(open);
    await commit(opened, async (records) => {
      await records.incidents.add(hidden);
      for (const item of all) {
        await records.actionItems.add(item);
      }
      await more(records);
    });
    return opened.database.records.itemLists;
  }

  const titles = async (lists: Records['itemLists'], query: Partial<ItemQuery>, page = { from: 0, most: 100 }) =>
    (await lists.list({ ...everything, ...query }, page)).map(({ item }) => item.title);

  it('hold open ones by due date, those without one last, then what ended, the latest first', async () => {
    const lists = await openWithItems();

    expect(await titles(lists, {})).toEqual(['late', 'today', 'of group', 'nobody’s', 'undated', 'given up', 'done']);
    expect(await lists.count(everything)).toEqual({ total: 7, overdue: 1 });
  });

  it.each<[string, Partial<ItemQuery>, readonly string[]]>([
    ['open', { show: 'open' }, ['late', 'today', 'of group', 'nobody’s', 'undated']],
    ['overdue', { show: 'overdue' }, ['late']],
    ['a group’s', { whose: { kind: 'group', id: devops.id } }, ['of group']],
    ['a person’s, overdue', { whose: { kind: 'person', id: claire }, show: 'overdue' }, ['late']],
    ['a stranger’s', { whose: { kind: 'person', id: personId('U0NOBODY') } }, []],
    ['of another group', { whose: { kind: 'group', id: groupId('S0OTHER') } }, []],
    ['of one incident', { incidentId: incident.id, show: 'overdue' }, ['late']],
    ['of a private one that the viewer is not in', { incidentId: hidden.id }, []],
    ['of no incident', { incidentId: incidentId('none') }, []],
  ])('hold what is asked for: %s', async (_, query, expected) => {
    const lists = await openWithItems();

    expect(await titles(lists, query)).toEqual(expected);
    expect((await lists.count({ ...everything, ...query })).total).toBe(expected.length);
  });

  it('hold those of a private incident for whoever is in its channel', async () => {
    const lists = await openWithItems((records) => records.members.add(hidden.id, mahari));

    expect(await lists.list({ ...everything, incidentId: hidden.id }, { from: 0, most: 1 })).toEqual([
      { item: secret, incident: hidden },
    ]);
    expect((await lists.count({ ...everything, viewer: claire })).total).toBe(7);
  });

  it('hold as mine what I own and what my groups own', async () => {
    const lists = await openWithItems((records) =>
      records.groupMembers.replace(incident.teamId, devops.id, [claire, personId('U0NEW')]),
    );
    const mine = { whose: { kind: 'mine' }, show: 'open' } as const;

    expect(await titles(lists, { ...mine, viewer: claire })).toEqual(['late', 'today', 'of group', 'undated']);
    expect(await titles(lists, { ...mine, viewer: personId('U0NEW') })).toEqual(['of group']);
    expect(await titles(lists, { ...mine, viewer: mahari })).toEqual([]);
  });

  it('hold as mine what I was told of as one of a group of which nobody knows the members, and of no other', async () => {
    const tell = async ({ reminders }: Records) => {
      await reminders.replaceRecipients(ofGroup.id, [{ personId: mahari, capacity: 'owner' }]);
      await reminders.replaceRecipients(late.id, [{ personId: mahari, capacity: 'owner' }]);
      await reminders.replaceRecipients(nobodys.id, [{ personId: mahari, capacity: 'leader' }]);
    };
    const lists = await openWithItems(tell);
    const left = await openWithItems(async (records) => {
      await tell(records);
      await records.groupMembers.replace(incident.teamId, devops.id, [claire]);
    });

    expect(await titles(lists, { whose: { kind: 'mine' } })).toEqual(['of group']);
    expect(await titles(left, { whose: { kind: 'mine' } })).toEqual([]);
  });

  it('come page by page, each item once', async () => {
    const lists = await openWithItems();
    const pages = [0, 3, 6].map((from) => titles(lists, {}, { from, most: 3 }));

    expect((await Promise.all(pages)).flat()).toEqual(await titles(lists, {}));
    expect(await titles(lists, {}, { from: 9, most: 3 })).toEqual([]);
  });
});
