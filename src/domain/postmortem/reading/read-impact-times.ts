import type { StatedDuration } from '../check/stated-postmortem.ts';
import type { DocumentCalendar } from './document-calendar.ts';
import { findDurations, findWholeDurations, type SaidDuration } from './find-durations.ts';
import { findTimes, type Mention } from './find-times.ts';
import { type Passage, passageOf } from './passage.ts';
import { type Before, type ResolvedTime, resolveTime } from './resolve-time.ts';
import type { Role } from './role.ts';
import type { Told } from './told.ts';

export interface ImpactTimes {
  readonly started: ResolvedTime | undefined;
  readonly ended: ResolvedTime | undefined;
  readonly durations: readonly StatedDuration[];
}

interface Ends {
  readonly start?: Said | undefined;
  readonly end?: Said | undefined;
}

interface Said {
  readonly mention: Mention;
  readonly line: number;
}

const STORIES: readonly (Role | undefined)[] = ['summary', 'customer-impact', undefined, 'title'];
const BEGINS = /(?<!\p{L})(?:began|begins?|started|starts?|starting|since|from|between|onset|occurred)(?!\p{L})/giu;
const ENDS =
  /(?<!\p{L})(?:until|till?|ended|ends|resolved|restored|recovered|fixed|rectified|over by|up to)(?!\p{L})/giu;

/** When users began to be hurt, when that ended and how long it lasted: by labels first, else by what the story says. */
export function readImpactTimes(told: readonly Told[], calendar: DocumentCalendar, before: Before): ImpactTimes {
  const within = (roles: readonly (Role | undefined)[]) =>
    told
      .filter(({ role, isTop }) => roles.includes(role) && (role !== undefined || isTop))
      .map(({ block }) => passageOf(block.pieces));
  const all: readonly Ends[] = [
    { start: within(['start']).flatMap(firstTime)[0] },
    { end: within(['end']).flatMap(firstTime)[0] },
    ...within(['duration']).flatMap(rangeIn),
    ...within(STORIES).map(endsByWords),
  ];
  const start = all.find((ends) => ends.start !== undefined)?.start;
  const end = all.find((ends) => ends.end !== undefined)?.end;
  return {
    ...resolveEnds({ start, end }, calendar, before),
    durations: [
      ...durationsIn(within(['duration']), within(STORIES)),
      ...within(STORIES).flatMap((passage) => lengthsBehind(passage, { start, end })),
    ],
  };
}

/** Each end borrows what only the other says: `14:00 – 15:30 UTC on May 7`. */
function resolveEnds(
  { start, end }: Ends,
  calendar: DocumentCalendar,
  before: Before,
): Pick<ImpactTimes, 'started' | 'ended'> {
  const zone = start?.mention.zone ?? end?.mention.zone;
  const isSameDay = start?.mention.day === undefined && end?.mention.isRangeEnd === true;
  const day = isSameDay ? end?.mention.day : start?.mention.day;
  const impact = { section: 'impact' as const };
  const started =
    start === undefined
      ? undefined
      : resolveTime(
          { ...start.mention, zone: start.mention.zone ?? zone, day },
          { ...impact, line: start.line },
          { calendar, before },
        );
  const ended =
    end === undefined
      ? undefined
      : resolveTime(
          { ...end.mention, zone: end.mention.zone ?? zone },
          { ...impact, line: end.line },
          { calendar, before: { date: started?.date ?? before.date, at: started?.at, slip: 0 } },
        );
  return { started, ended };
}

function firstTime(passage: Passage): readonly Said[] {
  const [first] = findTimes(passage.text).filter(({ clock }) => clock !== undefined);
  return first === undefined ? [] : [said(passage, first)];
}

function rangeIn(passage: Passage): readonly Ends[] {
  const times = findTimes(passage.text).filter(({ clock }) => clock !== undefined);
  const index = times.findIndex(({ isRangeEnd }) => isRangeEnd);
  const [start, end] = [times[index - 1], times[index]];
  return start === undefined || end === undefined
    ? [endsByWords(passage)]
    : [{ start: said(passage, start), end: said(passage, end) }];
}

/** “began at 6:20 PM and persisted until 1:10 AM”: what a time is of stands before it, and after the time before that. */
function endsByWords(passage: Passage): Ends {
  const times = findTimes(passage.text);
  const ends: { start?: Said; end?: Said } = {};
  times.forEach((mention, index) => {
    const words = passage.text.slice(Math.max(times[index - 1]?.end ?? 0, mention.start - 160), mention.start);
    const [begins, stops] = [lastOf(words, BEGINS), lastOf(words, ENDS)];
    if (mention.clock === undefined) {
      return;
    }
    if (mention.isRangeEnd ? ends.start?.mention === times[index - 1] : stops > begins) {
      ends.end ??= said(passage, mention);
    } else if (begins > stops) {
      ends.start ??= said(passage, mention);
    }
  });
  return ends;
}

function lastOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}

function said(passage: Passage, mention: Mention): Said {
  return { mention, line: passage.lineAt(mention.start) };
}

/** `from 09:12 to 10:40 (2 hours)`, where those are the start and the end. */
function lengthsBehind({ text, lineAt }: Passage, { start, end }: Ends): readonly StatedDuration[] {
  const times = findTimes(text);
  const isSame = (one: Mention | undefined, other: Said | undefined) =>
    one?.clock !== undefined && JSON.stringify(one.clock) === JSON.stringify(other?.mention.clock);
  return times.flatMap((mention, index) => {
    const isWhole = isSame(mention, end) && isSame(times[index - 1], start);
    const [bracket = ''] = (isWhole ? IN_BRACKETS.exec(text.slice(mention.end)) : null) ?? [];
    return findDurations(bracket)
      .slice(0, 1)
      .map(({ milliseconds }) => ({
        text: bracket.replace(/[()]/gu, '').trim(),
        milliseconds,
        place: { section: 'impact' as const, line: lineAt(mention.start) },
      }));
  });
}

const IN_BRACKETS = /^\s{0,2}\([^()]{1,40}\)/u;

function durationsIn(named: readonly Passage[], stories: readonly Passage[]): readonly StatedDuration[] {
  const placed = (passage: Passage, found: readonly SaidDuration[]) =>
    found.map(({ text, milliseconds, start }) => ({
      text,
      milliseconds,
      place: { section: 'impact' as const, line: passage.lineAt(start) },
    }));
  return [
    ...named.flatMap((passage) => placed(passage, findDurations(passage.text).slice(0, 1))),
    ...stories.flatMap((passage) => placed(passage, findWholeDurations(passage.text))),
  ];
}
