import { calendarDateAt, UTC } from '../../../time.ts';
import type { Found, Rule } from '../rule.ts';
import type { StatedPostmortem, StatedTime } from '../stated-postmortem.ts';

/** Whether everybody reads the times alike; a record's always can be. */
export const zoneRules: readonly Rule[] = [
  {
    id: 'time-without-zone',
    level: 'should',
    why: 'Readers in another place read another time.',
    check: (stated) => {
      const times = toldTimes(stated);
      const without = times.filter(({ hasZone }) => !hasZone);
      const isSaidOnce = boundaries(stated).some(({ hasZone }) => hasZone) && without.length === times.length;
      return isSaidOnce ? [] : once(without, 'without a time zone. Say once which one they are in: UTC is best.');
    },
  },
  {
    id: 'time-without-date',
    level: 'should',
    why: 'An incident that goes on past midnight has each time of day twice.',
    check: (stated) => {
      const without = toldTimes(stated).filter(({ hasDate }) => !hasDate);
      return without.length > 0 && crossesMidnight(stated)
        ? once(without, 'without a date, and the incident goes on past midnight. Write the day with each.')
        : [];
    },
  },
  {
    id: 'ambiguous-date',
    level: 'should',
    why: 'Half of the world reads the month where the other half reads the day.',
    check: (stated) => {
      const [first] = allTimes(stated).filter(({ isAmbiguous }) => isAmbiguous);
      return first === undefined
        ? []
        : [{ place: first.place, text: `“${first.text}” can be read as two days. Write dates as 2024-06-09.` }];
    },
  },
];

function toldTimes({ timeline }: StatedPostmortem): readonly StatedTime[] {
  return timeline.flatMap(({ time }) => time ?? []);
}

function boundaries({ started, ended }: StatedPostmortem): readonly StatedTime[] {
  return [started, ended].filter((time) => time !== undefined);
}

function allTimes(stated: StatedPostmortem): readonly StatedTime[] {
  return [...boundaries(stated), ...toldTimes(stated)];
}

/** By the days in UTC, or because the clock that it was read from shows less than when it began. */
function crossesMidnight(stated: StatedPostmortem): boolean {
  const days = allTimes(stated).flatMap(({ at }) => (at === undefined ? [] : [calendarDateAt(at, UTC)]));
  const [from, to] = [clockOf(stated.started), clockOf(stated.ended)];
  return new Set(days).size > 1 || (from !== undefined && to !== undefined && to < from);
}

const CLOCK = /\b(?<hour>\d{1,2})(?::(?<minute>\d{2}))?\s*(?<half>[ap]\.?m\b)?/giu;

/** Minutes since midnight, as its words say. */
function clockOf(time: StatedTime | undefined): number | undefined {
  const found = [...(time?.text.matchAll(CLOCK) ?? [])].find(({ groups }) => groups?.minute ?? groups?.half);
  if (found?.groups === undefined) {
    return undefined;
  }
  const { hour, minute = '0', half } = found.groups;
  const isAfternoon = half?.toLowerCase().startsWith('p') === true;
  return ((Number(hour) % (half === undefined ? 24 : 12)) + (isAfternoon ? 12 : 0)) * 60 + Number(minute);
}

function once(times: readonly StatedTime[], words: string): readonly Found[] {
  const [first] = times;
  if (first === undefined) {
    return [];
  }
  const many = times.length === 1 ? `“${first.text}” is` : `${times.length} times, first “${first.text}”, are`;
  return [{ place: first.place, text: `${many} ${words}` }];
}
