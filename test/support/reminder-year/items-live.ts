import type { ActionItem, ActionItemStatus } from '../../../src/domain/action-items/action-item.ts';
import { type ActionItemId, actionItemId, type PersonId } from '../../../src/domain/ids.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { canBeReached, type Party } from '../../../src/domain/people/person.ts';
import {
  addCalendarDays,
  type CalendarDate,
  calendarDateAt,
  DAY,
  HOUR,
  MINUTE,
  UTC,
} from '../../../src/domain/time.ts';
import { keepChange } from '../../../src/use-cases/action-items/keep-change.ts';
import { askToSchedule } from '../../../src/use-cases/action-items/schedule-reminders.ts';
import { commit } from '../commit.ts';
import { atAnOddMinute } from './people-live.ts';
import type { Year } from './year.ts';

/** So many items are made over the year, each day its share. */
export function planItems(year: Year, count: number): void {
  const days = year.days - 10;
  for (let day = 0; day < days; day++) {
    const first = Math.floor((count * day) / days);
    const last = Math.floor((count * (day + 1)) / days);
    year.agenda.schedule(day * DAY, async () => {
      for (let number = first; number < last; number++) {
        const at = day * DAY + year.dice.between(0, 24 * 60 - 1, 'made', number) * MINUTE;
        year.agenda.schedule(atAnOddMinute(at), () => make(year, number));
      }
    });
  }
}

async function make(year: Year, number: number): Promise<void> {
  if (!year.isBotUp) {
    year.agenda.schedule(atAnOddMinute(year.elapsed() + 3 * HOUR), () => make(year, number));
    return;
  }
  const { dice, cast, clock } = year;
  const now = clock.now();
  const incident = dice.pick(cast.incidents, 'incident', number);
  const item: ActionItem = {
    id: actionItemId(`ITEM${String(number).padStart(6, '0')}`),
    incidentId: incident.id,
    title: `Item ${number}`,
    kind: 'prevent',
    priority: undefined,
    owner: dice.chance(0.07, 'nobody', number) ? undefined : anOwner(year, 'owner', number),
    dueOn: dice.chance(0.05, 'no date', number) ? undefined : aDay(year, 45, 'due', number),
    doneWhen: undefined,
    status: 'open',
    acceptedAt: undefined,
    snoozedUntil: undefined,
    plannedAt: now,
    createdBy: incident.declaredBy,
    createdAt: now,
    endedAt: undefined,
    permalink: undefined,
  };
  await commit(year.opened, async (records) => {
    await records.actionItems.add(item);
    await askToSchedule(records, item, now);
  });
  year.keep(year.items, item.id, item);
  year.count('items');
  planNext(year, { id: item.id, incident }, 0);
}

interface Known {
  readonly id: ActionItemId;
  readonly incident: Incident;
}

/** What becomes of it, until it is over; some are never looked at again. */
function planNext(year: Year, known: Known, index: number): void {
  const { dice } = year;
  const about = [known.id, index] as const;
  if (dice.chance(0.02, 'forgotten', ...about)) {
    return;
  }
  const wait = dice.between(0, 26, 'days', ...about) * DAY + dice.between(0, 24 * 60, 'minutes', ...about) * MINUTE;
  year.agenda.schedule(atAnOddMinute(year.elapsed() + wait), () => change(year, known, index));
}

async function change(year: Year, known: Known, index: number): Promise<void> {
  if (!year.isBotUp) {
    year.agenda.schedule(atAnOddMinute(year.elapsed() + 2 * HOUR), () => change(year, known, index));
    return;
  }
  const { dice, clock } = year;
  const { id, incident } = known;
  const now = clock.now();
  const about = ['change', id, index] as const;
  const by = dice.pick(year.cast.leaders, ...about, 'by');
  const after = await commit(year.opened, async (records) => {
    const before = await records.actionItems.find(id);
    if (before === undefined) {
      throw new Error(`${id} is gone`);
    }
    const changed = decide(year, before, about);
    return keepChange(records, { incident, before, after: changed, by, action: 'edit-action-item', now });
  });
  year.keep(year.items, id, after);
  if (after.status === 'open' || dice.chance(0.2, ...about, 'again')) {
    planNext(year, known, index + 1);
  }
}

type About = readonly (string | number)[];

function decide(year: Year, before: ActionItem, about: About): ActionItem {
  const roll = year.dice.roll(...about);
  const told = (what: string, changed: Partial<ActionItem>) => {
    year.count(what);
    return { ...before, ...changed };
  };
  if (before.status !== 'open') {
    return told('reopened', { status: 'open', endedAt: undefined });
  }
  const end = (status: ActionItemStatus) => told(status, { status, endedAt: year.clock.now() });
  if (before.owner === undefined && roll > 0.3) {
    return told('given', { owner: anOwner(year, ...about, 'given') });
  }
  if (roll < 0.34) {
    return end('done');
  }
  if (roll < 0.4) {
    return end('wont-do');
  }
  if (roll < 0.62) {
    const days = year.dice.pick([1, 3, 7, year.dice.between(2, 20, ...about, 'until')], ...about, 'snooze');
    return told('snoozed', { snoozedUntil: addCalendarDays(today(year), days) });
  }
  if (roll < 0.74) {
    return told('reassigned', { owner: anOwner(year, ...about, 'other') });
  }
  if (roll < 0.88) {
    return told('dated', { dueOn: aDay(year, 30, ...about, 'dated'), snoozedUntil: undefined });
  }
  return roll < 0.93 ? told('handed back', { owner: undefined }) : told('renamed', { title: `${before.title}!` });
}

function anOwner(year: Year, ...about: About): Party {
  const { dice, cast } = year;
  if (dice.chance(0.06, ...about, 'group')) {
    const id = dice.pick([...cast.groups.keys()], ...about, 'which');
    return { kind: 'group', id, handle: id.toLowerCase() };
  }
  const id: PersonId = dice.pick(cast.people, ...about, 'person').id;
  return canBeReached(year.personNow(id))
    ? { kind: 'person', id }
    : { kind: 'person', id: dice.pick(cast.leaders, ...about) };
}

function aDay(year: Year, most: number, ...about: About): CalendarDate {
  return addCalendarDays(today(year), year.dice.between(0, most, ...about));
}

function today({ clock }: Year): CalendarDate {
  return calendarDateAt(clock.now(), UTC);
}
