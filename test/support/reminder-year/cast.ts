import {
  channelId,
  type GroupId,
  groupId,
  type IncidentId,
  incidentId,
  type PersonId,
  personId,
  teamId,
} from '../../../src/domain/ids.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import type { CalendarPolicy, Policy } from '../../../src/domain/policy.ts';
import { type CalendarDate, type Instant, type TimeZone, timeZone } from '../../../src/domain/time.ts';
import { defaultPolicy } from '../../../src/policy.ts';
import type { Dice } from '../simulation/dice.ts';

export const TEAM = teamId('T0YEAR');

/** North and south, with half hours, with a change of the clocks by half an hour, and without any. */
export const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Riyadh',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
].map(timeZone);

const days = (...dates: readonly string[]) => dates as readonly CalendarDate[];
const weekdays = [1, 2, 3, 4, 5];

/** Long week-ends, a week without work, and people who work on Sundays. */
export const CALENDARS: readonly CalendarPolicy[] = [
  calendar(
    ['Europe/Berlin'],
    weekdays,
    '01-01',
    '04-03',
    '04-06',
    '05-01',
    '05-14',
    '05-25',
    '12-25',
    '12-28',
    '12-29',
  ),
  calendar(['Europe/London'], weekdays, '01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'),
  calendar(['America/New_York', 'America/Los_Angeles'], weekdays, '01-01', '01-19', '05-25', '07-03', '09-07', '11-26'),
  calendar(['Asia/Riyadh'], [7, 1, 2, 3, 4], '03-22', '03-23', '03-24', '05-27', '05-28', '09-23'),
  calendar(['Asia/Tokyo'], weekdays, '04-29', '05-04', '05-05', '05-06', '09-21', '09-22', '09-23'),
  calendar([], weekdays, '01-01', '12-25'),
];

/** Who owns items, who leads, and what happened. */
export interface Cast {
  readonly people: readonly Person[];
  /** They own what nobody else does, and nobody deactivates them. */
  readonly leaders: readonly PersonId[];
  /** As they are at first. */
  readonly groups: ReadonlyMap<GroupId, readonly PersonId[]>;
  readonly incidents: readonly Incident[];
  readonly policy: Policy;
}

export function castYear(dice: Dice, { people: count, at }: { readonly people: number; readonly at: Instant }): Cast {
  const ids = Array.from({ length: count }, (_, index) => personId(`U${String(index).padStart(3, '0')}`));
  const leaders = ids.slice(0, Math.max(3, Math.ceil(count / 10)));
  const groups = Array.from({ length: Math.ceil(count / 20) }, (_, index): readonly [GroupId, readonly PersonId[]] => [
    groupId(`S${index}`),
    [...new Set([0, 1, 2, 3].map((place) => dice.pick(ids, 'member', index, place)))],
  ]);
  return {
    people: ids.map((id, index) => aPerson(id, dice.pick(ZONES, 'zone', index))),
    leaders,
    groups: new Map(groups),
    incidents: Array.from({ length: count }, (_, index) => ({
      ...anIncident(index + 1, dice.pick(leaders, 'declarer', index), at),
      isPrivate: dice.chance(0.2, 'private', index),
    })),
    policy: { ...defaultPolicy, calendars: CALENDARS },
  };
}

function calendar(
  zones: readonly string[],
  workingDays: readonly number[],
  ...holidays: readonly string[]
): CalendarPolicy {
  return {
    zones: zones.map(timeZone),
    workingDays,
    country: undefined,
    holidays: days(...holidays.map((day) => `2026-${day}`)),
  };
}

function aPerson(id: PersonId, zone: TimeZone): Person {
  return {
    id,
    teamId: TEAM,
    name: id.toLowerCase(),
    timeZone: zone,
    locale: undefined,
    isBot: false,
    isDeactivated: false,
    isAdmin: false,
    awayUntil: undefined,
  };
}

function anIncident(number: number, declaredBy: PersonId, at: Instant): Incident {
  const id: IncidentId = incidentId(`INC${String(number).padStart(6, '0')}`);
  return {
    id,
    teamId: TEAM,
    number,
    title: `Incident ${number}`,
    summary: '',
    severity: 'SEV2',
    status: 'resolved',
    isPrivate: false,
    isDrill: false,
    declaredBy,
    declaredAt: at,
    resolvedAt: at,
    closedAt: undefined,
    channel: channelId(`C${id}`),
    card: undefined,
    announcement: undefined,
    version: 1,
  };
}
