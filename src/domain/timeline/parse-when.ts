import { accept, type Result, refuse } from '../result.ts';
import { addMilliseconds, type Instant } from '../time.ts';
import { judgeTime } from './judge-time.ts';
import { eatAgo } from './parse-ago.ts';
import { eatOnDay, eatTime, wholeTime } from './parse-time.ts';
import type { Speaker } from './speaker.ts';
import { EVENT_DAYS } from './spoken-days.ts';
import { type UnclearTime, type UnparsableTime, unparsable } from './unclear-time.ts';

export interface WhenAndRest {
  /** Undefined where the text does not begin with a time. */
  readonly at: Instant | undefined;
  /** Where a range was typed, its end in words: `until 14:20`. Of an event only the beginning is its time. */
  readonly until: string | undefined;
  readonly rest: string;
}

/** Begins like a time, though in none of the forms that are read: somebody meant one. */
const MEANT_AS_TIME = new RegExp(
  String.raw`^(?:at\s+)?(${[
    String.raw`\d{1,2}:\d\S*`,
    String.raw`\d{4}-\d{1,2}-\d\S*(?:\s+\d{1,2}:\S+)?`,
    String.raw`\d{1,4}[-/.]\s?\d{1,2}(?:[-/.]\s?\d{1,4})?\.?,?\s+(?:at\s+)?\d{1,2}:\d\S*`,
    String.raw`\d{1,2}\s?[-–]\s?\d{1,2}(?::\d\d)?\s?[ap]m\b`,
    String.raw`(?:[~≈(]\s?|(?:around|about|approx\.?|ca\.?|circa)\s+)\d{1,2}:\d\S*`,
    String.raw`(?:last\s+night|tonight|this\s+(?:morning|afternoon|evening)|\d+\s+days?\s+ago),?\s+(?:at\s+)?\d{1,2}:\d\S*`,
  ].join('|')})`,
  'iu',
);

/** What people put between a time and the text. A dash before a number may be its sign, so it stays. */
const SEPARATOR = /^\s*(?:[-–—](?:\s+(?!\d)|$)|[:,;.](?:\s+|$)|,)?/u;

/** Of a time that is unclear, what else was said. */
export type UnclearTimeAndRest = UnclearTime & Pick<WhenAndRest, 'until' | 'rest'>;

/**
 * `14:10 the pool is full` → that instant and the rest. Only forms that cannot be anything else are read as a time;
 * every other word belongs to the text. Days without a time of day, as in “May be DNS”, are just words.
 */
export function splitLeadingTime(
  text: string,
  speaker: Speaker,
): Result<WhenAndRest, UnparsableTime | UnclearTimeAndRest> {
  const trimmed = text.trim();
  const ago = eatAgo(trimmed);
  if (ago !== undefined) {
    const at = addMilliseconds(speaker.now, -ago.milliseconds);
    return accept({ at, until: undefined, rest: withoutSeparator(ago.rest) });
  }
  const said = eatTime(trimmed);
  if (said === undefined) {
    const meant = MEANT_AS_TIME.exec(trimmed)?.[1];
    return meant === undefined ? accept({ at: undefined, until: undefined, rest: trimmed }) : unparsable(meant);
  }
  const dayAfter = said.day === undefined ? eatDayAfter(said.rest) : undefined;
  if (dayAfter !== undefined) {
    return unparsable(typedBefore(dayAfter.rest, trimmed));
  }
  const judged = judgeTime(said, typedBefore(said.rest, trimmed), speaker);
  const others = { until: said.until, rest: withoutSeparator(said.rest) };
  if (!judged.ok) {
    const { refusal } = judged;
    return refuse(refusal.kind === 'unclear-time' ? { ...refusal, ...others } : refusal);
  }
  return accept({ at: judged.value, ...others });
}

/** Reads the whole text as a time, `yesterday 18:20`. With nothing after it, the day may come last too. */
export function parseWhen(text: string, speaker: Speaker): Result<Instant, UnparsableTime | UnclearTime> {
  const trimmed = text.trim();
  const ago = eatAgo(trimmed);
  if (ago?.rest === '') {
    return accept(addMilliseconds(speaker.now, -ago.milliseconds));
  }
  const said = wholeTime(trimmed, EVENT_DAYS);
  return said === undefined ? unparsable(trimmed) : judgeTime(said, trimmed, speaker);
}

/** “14:10 yesterday restarted”: whether that day belongs to the time or to the text, nobody can tell from here. */
function eatDayAfter(rest: string): ReturnType<typeof eatOnDay> {
  const [gap] = /^,?\s+(?=yesterday|tomorrow|on\s|\d{4}[-/]|\d{1,2}([-/.])\s?\d{1,2}\1\s?\d{4})/iu.exec(rest) ?? [];
  return gap === undefined ? undefined : eatOnDay(rest.slice(gap.length), EVENT_DAYS);
}

function typedBefore(rest: string, text: string): string {
  return text.slice(0, text.length - rest.length);
}

function withoutSeparator(text: string): string {
  return text.replace(SEPARATOR, '').trim();
}
