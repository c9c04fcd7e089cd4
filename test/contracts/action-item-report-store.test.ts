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
  return anItem({ id: actionItemId(`01HZZZ00000000000000A${made}`.padEnd(26, '0')), dueOn: due, ...overrides });
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

  it('lists what is open and was due by a day, the longest overdue first', async () => {
    const later = item();
    const earlier = item({ dueOn: '2024-05-31' as CalendarDate });
    const reports = await opened(
      later,
      earlier,
      item({ dueOn: '2024-06-11' as CalendarDate }),
      item({ dueOn: undefined }),
      item({ status: 'done', endedAt: at('17:00') }),
      item({ status: 'wont-do', endedAt: at('17:00') }),
      item({ incidentId: hidden.id }),
      item({ incidentId: drill.id }),
    );

    expect(await reports.listOverdue(team, due)).toStrictEqual([
      { item: earlier, incident },
      { item: later, incident },
    ]);
    expect(await reports.listOverdue(teamId('T0OTHER'), due)).toEqual([]);
  });

  it('counts what is open, and what was done since then, of private incidents too', async () => {
    const createdAt = anItem().createdAt;
    const reports = await opened(
      item({ owner: { kind: 'person', id: mahari } }),
      item({ owner: devops, kind: undefined, dueOn: undefined, incidentId: hidden.id }),
      item({ owner: { kind: 'person', id: claire }, status: 'done', endedAt: since }),
      item({ status: 'done', endedAt: '2024-06-09T11:59:59.999Z' as Instant }),
      item({ status: 'wont-do', endedAt: at('17:00') }),
      item({ incidentId: drill.id }),
    );

    const counted = await reports.listCounted(team, since);
    const { kind } = anItem();
    const common = { kind, zone: 'UTC', dueOn: due, createdAt, doneAt: undefined };
    expect(counted).toHaveLength(3);
    expect(counted).toEqual(
      expect.arrayContaining([
        { ...common, owner: { kind: 'person', id: mahari }, zone: addisAbaba },
        { ...common, owner: devops, kind: undefined, dueOn: undefined },
        { ...common, owner: { kind: 'person', id: claire }, doneAt: since },
      ]),
    );
    expect(await reports.listCounted(teamId('T0OTHER'), since)).toEqual([]);
  });
});
