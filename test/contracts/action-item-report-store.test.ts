import { describe, expect, it } from 'vitest';
import type { ActionItem } from '../../src/domain/action-items/action-item.ts';
import { actionItemId, incidentId, teamId } from '../../src/domain/ids.ts';
import type { CalendarDate, Instant } from '../../src/domain/time.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import {
  addisAbaba,
  anItem,
  aPerson,
  aRecordedIncident,
  at,
  claire,
  devops,
  mahari,
} from '../support/record-builder.ts';

const incident = aRecordedIncident();
const team = incident.teamId;
const hidden = aRecordedIncident({ id: incidentId('01HZZZ0000000000000000INC2'), number: 43, isPrivate: true });
const drill = aRecordedIncident({ id: incidentId('01HZZZ0000000000000000INC3'), number: 44, isDrill: true });
const due = '2024-06-10' as CalendarDate;
const since = at('12:00');

let made = 0;

function item(overrides: Partial<ActionItem> = {}): ActionItem {
  made += 1;
  return anItem({
    id: actionItemId(`01HZZZ00000000000000A${String(made).padStart(5, '0')}`),
    dueOn: due,
    ...overrides,
  });
}

describe.each(engines)('what is told of many action items on $name', ({ open }) => {
  async function opened(...items: readonly ActionItem[]) {
    const database = await open();
    await commit(database, async (records) => {
      for (const one of [incident, hidden, drill]) {
        await records.incidents.add(one);
      }
      await records.people.save(aPerson({ id: mahari, name: 'mahari' }));
      for (const one of items) {
        await records.actionItems.add(one);
      }
    });
    return database.database.records.itemReports;
  }

  it('lists what is open and was due by a day by owner, the longest overdue first', async () => {
    const owner = { kind: 'person', id: claire } as const;
    const [later, last] = [item({ owner }), item({ owner })];
    const earlier = item({ owner, dueOn: '2024-05-31' as CalendarDate });
    const ofGroup = item({ owner: devops, dueOn: '2024-06-01' as CalendarDate });
    const nobodys = [item({ owner: undefined, dueOn: '2024-05-30' as CalendarDate }), item({ owner: undefined })];
    const reports = await opened(
      later,
      last,
      earlier,
      ofGroup,
      ...nobodys,
      item({ dueOn: '2024-06-11' as CalendarDate }),
      item({ dueOn: undefined }),
      item({ status: 'done', endedAt: at('17:00') }),
      item({ status: 'wont-do', endedAt: at('17:00') }),
      item({ incidentId: hidden.id }),
      item({ incidentId: drill.id }),
    );

    const listed = (...items: readonly ActionItem[]) => items.map((one) => ({ item: one, incident }));
    expect(await reports.listOverdue(team, due, 2)).toStrictEqual([
      { owner: undefined, total: 2, oldest: listed(...nobodys) },
      { owner, total: 3, oldest: listed(earlier, later) },
      { owner: devops, total: 1, oldest: listed(ofGroup) },
    ]);
    expect(await reports.listOverdue(teamId('T0OTHER'), due, 2)).toEqual([]);
  });

  it('leaves private incidents out where it is asked to', async () => {
    const ended = { status: 'done', endedAt: since } as const;
    const reports = await opened(
      item(),
      item({ incidentId: hidden.id }),
      item(ended),
      item({ ...ended, incidentId: hidden.id }),
    );
    const open = await reports.countOpen({ teamId: team, hasPrivate: false }, due, due);
    expect(open.map(({ count }) => count)).toEqual([1]);
    expect(await reports.listDone({ teamId: team, hasPrivate: false }, since)).toHaveLength(1);
    expect(await reports.listDone({ teamId: team, hasPrivate: true }, since)).toHaveLength(2);
  });

  it('counts what is open by kind, owner and day, of private incidents too', async () => {
    const reports = await opened(
      item({ owner: { kind: 'person', id: mahari } }),
      item({ owner: { kind: 'person', id: mahari }, dueOn: '2024-06-01' as CalendarDate }),
      item({ owner: { kind: 'person', id: mahari }, dueOn: '2024-06-12' as CalendarDate }),
      item({ owner: { kind: 'person', id: claire }, dueOn: '2024-06-13' as CalendarDate }),
      item({ owner: { kind: 'person', id: claire }, dueOn: undefined }),
      item({ owner: devops, kind: undefined, incidentId: hidden.id }),
      item({ owner: undefined }),
      item({ status: 'done', endedAt: since }),
      item({ incidentId: drill.id }),
    );

    const counted = await reports.countOpen({ teamId: team, hasPrivate: true }, due, '2024-06-12' as CalendarDate);
    const { kind } = anItem();
    const common = { kind, zone: 'UTC', dueOn: due, count: 1 };
    const ofMahari = { ...common, owner: { kind: 'person', id: mahari }, zone: addisAbaba };
    const expected = [
      { ...ofMahari, count: 2 },
      { ...ofMahari, dueOn: '2024-06-12' },
      { ...common, owner: { kind: 'person', id: claire }, dueOn: undefined, count: 2 },
      { ...common, owner: devops, kind: undefined },
      { ...common, owner: undefined },
    ];
    expect(counted).toHaveLength(expected.length);
    expect(counted).toEqual(expect.arrayContaining(expected));
    expect(await reports.countOpen({ teamId: teamId('T0OTHER'), hasPrivate: true }, due, due)).toEqual([]);
  });

  it('lists what was done since then, of private incidents too', async () => {
    const { kind, createdAt } = anItem();
    const reports = await opened(
      item({ status: 'done', endedAt: since, owner: { kind: 'person', id: mahari } }),
      item({ status: 'done', endedAt: at('17:00'), owner: devops, dueOn: undefined, incidentId: hidden.id }),
      item({ status: 'done', endedAt: '2024-06-09T11:59:59.999Z' as Instant }),
      item({ status: 'wont-do', endedAt: at('17:00') }),
      item(),
      item({ status: 'done', endedAt: at('17:00'), incidentId: drill.id }),
    );

    const done = await reports.listDone({ teamId: team, hasPrivate: true }, since);
    const common = { kind, createdAt };
    expect(done).toHaveLength(2);
    expect(done).toEqual(
      expect.arrayContaining([
        { ...common, owner: { kind: 'person', id: mahari }, zone: addisAbaba, dueOn: due, doneAt: since },
        { ...common, owner: devops, zone: 'UTC', dueOn: undefined, doneAt: at('17:00') },
      ]),
    );
    expect(await reports.listDone({ teamId: teamId('T0OTHER'), hasPrivate: true }, since)).toEqual([]);
  });
});
