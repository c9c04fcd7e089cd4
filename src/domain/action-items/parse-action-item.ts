import { type CalendarDate, calendarDateAt } from '../time.ts';
import { parseDay } from '../timeline/parse-day.ts';
import type { Speaker } from '../timeline/speaker.ts';
import { ACTION_ITEM_KINDS, type ActionItemKind, PRIORITIES, type Priority } from './action-item.ts';

export interface ParsedActionItem {
  readonly priority: Priority | undefined;
  readonly kind: ActionItemKind | undefined;
  readonly title: string;
  readonly dueOn: CalendarDate | undefined;
  /** Said beside the day, `17:00`: an item is due on a day, so it counts for nothing. */
  readonly leftOutTime: string | undefined;
  /** Stands where the day would, and is none, or two: `5/7/2024`, `the sprint’s end`, `on friday`. It stays in the title. */
  readonly unclearDay: string | undefined;
}

/**
 * Reads `[P1] [kind:] text [by <day>]`, the first two in any order; a “by” that no day follows, as in “by 5 minutes”,
 * belongs to the text. `in 2 weeks` and `tomorrow` need no “by” at the end of what is to be done; they stay in
 * the text, of which they may be a part: “rotate what expires in 30 days”.
 */
export function parseActionItem(typed: string, speaker: Speaker): ParsedActionItem {
  const { rest, ...marks } = splitMarks(typed.trim());
  const [, before = '', said = ''] = BY.exec(rest) ?? [];
  const { dueOn, leftOutTime } = said === '' ? NO_DAY : readDay(said, speaker);
  if (dueOn !== undefined) {
    return { ...marks, title: before.replace(BEFORE_BY, '').trim(), dueOn, leftOutTime, unclearDay: undefined };
  }
  const [, soon = ''] = SOON.exec(rest) ?? [];
  const soonOn = soon === '' ? undefined : readDay(soon, speaker).dueOn;
  const unclearDay = soonOn === undefined ? unclearDayOf(rest, said) : undefined;
  return { ...marks, title: rest, dueOn: soonOn, leftOutTime: undefined, unclearDay };
}

function unclearDayOf(text: string, said: string): string | undefined {
  return isLikeADate(said) || MAYBE_A_DAY.test(text) ? said : WITH_A_DAY.exec(text)?.[1];
}

/** Whether what was not read as one day can hardly be anything else. */
export function isLikeADate(text: string): boolean {
  return LIKE_A_DATE.test(text);
}

interface Marks {
  readonly priority: Priority | undefined;
  readonly kind: ActionItemKind | undefined;
  readonly rest: string;
}

function splitMarks(text: string, found: Partial<Omit<Marks, 'rest'>> = {}): Marks {
  const { priority, rest: afterPriority } = found.priority === undefined ? splitPriority(text) : NOTHING;
  if (priority !== undefined) {
    return splitMarks(afterPriority, { ...found, priority });
  }
  const { kind, rest: afterKind } = found.kind === undefined ? splitKind(text) : NOTHING;
  return kind === undefined
    ? { priority: found.priority, kind: found.kind, rest: text }
    : splitMarks(afterKind, { ...found, kind });
}

const NOTHING = { priority: undefined, kind: undefined, rest: '' };

/** `P1 add alerts`, and `P1: add alerts`. */
export function splitPriority(text: string): { readonly priority: Priority | undefined; readonly rest: string } {
  const [, word = '', rest = ''] = /^(p\d)(?:\s*[:,]\s*|\s+)(\S[\s\S]*)$/iu.exec(text) ?? [];
  const priority = PRIORITIES.find((known) => known === word.toUpperCase());
  return priority === undefined ? { priority, rest: text } : { priority, rest };
}

function splitKind(text: string): { readonly kind: ActionItemKind | undefined; readonly rest: string } {
  const [, word = '', rest = ''] = /^([a-z]+)\s*:\s*([\s\S]*)$/iu.exec(text) ?? [];
  const kind = ACTION_ITEM_KINDS.find((known) => known === word.toLowerCase());
  return kind === undefined ? { kind, rest: text } : { kind, rest };
}

interface ReadDay {
  readonly dueOn: CalendarDate | undefined;
  readonly leftOutTime: string | undefined;
}

const NO_DAY: ReadDay = { dueOn: undefined, leftOutTime: undefined };

const TIME = String.raw`\d{1,2}:\d{2}(?:\s*[ap]m)?|\d{1,2}\s*[ap]m|noon|midnight|eod|cob|eob|morning|afternoon|evening|night|end\s+of\s+(?:the\s+)?day`;
const TIME_AFTER = new RegExp(String.raw`^(.*?)[\s,]+(?:at\s+)?((?:${TIME})(?:\s+[a-z]{2,4})?)$`, 'iu');
const TIME_BEFORE = new RegExp(String.raw`^(${TIME})\s+(?:on\s+)?(.+)$`, 'iu');
/** `by friday`, `due: friday`, `(until friday)`. */
const BY = /^(?:([\s\S]*)[\s([])?(?:by|until|due)(?:\s*:\s*|\s+)(\S[\s\S]*)$/iu;
const SOON = /\S\s+((?:in|within)\s+\w+\s+(?:day|week|month)s?|tomorrow)[\s.!]*$/iu;
const BEFORE_BY = /(?:[\s,;:([–-]|\s(?:is\s+)?due)+$/iu;
/** What people add behind a day. */
const AFTER_DAY = /(?:[\s,.!?)\]]|\p{Extended_Pictographic}|\uFE0F|:[a-z0-9_+-]+:|\b(?:please|pls|thanks|thx)\b)+$/iu;
/** Words that hardly stand for anything but a day, after a word that leads to one. */
const WITH_A_DAY =
  /(?:^|\s)((?:by|due|before|on|until|within)[\s:]+(?:\S+\s+){0,8}?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?,?\s+\d{1,2}|tonight|week|month|quarter|year|january|february|march|april|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th))(?:\s+\S+){0,3})$/iu;
/** A few words after the last “by”: a day that is not understood here, or the text’s own. */
const MAYBE_A_DAY = /(?:^|\s)(?:by|due)(?:\s*:)?(?:\s+(?!by\s|due\s)\S+){1,3}$/iu;
const LIKE_A_DATE = /^(?:on\s+)?(?:\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{1,2}\/\d{1,2})$/iu;

function readDay(said: string, speaker: Speaker): ReadDay {
  const today = calendarDateAt(speaker.now, speaker.zone);
  const dayOf = (text: string) => parseDay(text.replace(/^on\s+/iu, ''), { today, locale: speaker.locale });
  const text = said.trim();
  const spoken = text.replace(AFTER_DAY, '');
  const dueOn = dayOf(text) ?? dayOf(spoken);
  if (dueOn !== undefined) {
    return { dueOn, leftOutTime: undefined };
  }
  const [, dayBefore = '', timeAfter] = TIME_AFTER.exec(spoken) ?? [];
  const [, timeBefore, dayAfter = ''] = TIME_BEFORE.exec(spoken) ?? [];
  const before = dayBefore === '' ? undefined : dayOf(dayBefore);
  const after = before === undefined && dayAfter !== '' ? dayOf(dayAfter) : undefined;
  return before === undefined && after === undefined
    ? NO_DAY
    : { dueOn: before ?? after, leftOutTime: before === undefined ? timeBefore : timeAfter };
}
