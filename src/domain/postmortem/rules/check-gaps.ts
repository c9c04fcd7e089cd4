import { dateAndTime, inOneLine, timeOfDay } from '../../tell-time.ts';
import { calendarDateAt, duration, type Instant, MINUTE, millisecondsBetween, type TimeZone } from '../../time.ts';
import { isQuiet } from '../../timeline/timeline-event.ts';
import type { Finding } from '../finding.ts';
import type { Postmortem } from '../postmortem.ts';

const LONGEST_SILENCE = 30 * MINUTE;
const NAMED = 3;

interface Gap {
  readonly from: Instant;
  readonly to: Instant;
}

/** Finds the long silences between the first event and the resolution; names the longest. Quiet events break none. */
export function checkGaps(postmortem: Postmortem): readonly Finding[] {
  const { zone } = postmortem.header;
  const gaps = gapsIn(postmortem);
  const longest = [...gaps].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, NAMED);
  const told = gaps.filter((gap) => longest.includes(gap)).map((gap) => describe(gap, zone));
  if (told.length === 0) {
    return [];
  }
  const more = gaps.length > NAMED ? `; and ${gaps.length - NAMED} shorter gaps` : '';
  return [
    {
      rule: 'unexplained-gap',
      level: 'should',
      section: 'timeline',
      text: `The timeline is silent ${told.join('; ')}${more}. Add what people did or waited for then.`,
    },
  ];
}

function gapsIn({ timeline, impact }: Postmortem): readonly Gap[] {
  const told = timeline.flatMap(({ lines }) => lines).filter(({ kind }) => !isQuiet(kind));
  const times = told.map(({ at }) => at);
  const end = impact.endedAt;
  const stops = end === undefined ? times : [...times.filter((at) => at < end), end];
  return stops
    .slice(1)
    .map((to, index) => ({ from: stops[index] ?? to, to }))
    .filter((gap) => lengthOf(gap) > LONGEST_SILENCE);
}

function lengthOf({ from, to }: Gap): number {
  return millisecondsBetween(from, to);
}

function describe(gap: Gap, zone: TimeZone): string {
  const sameDay = calendarDateAt(gap.from, zone) === calendarDateAt(gap.to, zone);
  const from = inOneLine(dateAndTime(gap.from, zone));
  const to = inOneLine(sameDay ? timeOfDay(gap.to, zone) : dateAndTime(gap.to, zone));
  return `from ${from} to ${to}, ${duration(lengthOf(gap))}`;
}
