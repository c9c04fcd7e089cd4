import type { CalendarDate } from '../../time.ts';
import { type DocumentCalendar, daysOf } from './document-calendar.ts';
import { findTimes } from './find-times.ts';
import { nameOfPerson } from './read-owner.ts';

/** What an action says, and what stands around it without a name of its own. */
export interface WordsApart {
  readonly task: string;
  readonly owner?: string | undefined;
  readonly dueOn?: CalendarDate | undefined;
}

/** What parts a day from what stands before it: `, ETA`, ` — `, ` (due`. */
const BEFORE_DAY =
  /(?:[,;(]|\s[–—-])\s{0,3}(?:(?:eta|due|deadline|target|by|until)\s{1,3})?(?:(?:on|by)\s{1,3})?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s{1,3})?$/iu;
const AFTER_DAY = /^\s{0,3}\)?\.?\s{0,3}$/u;
const OWNER_BEHIND = /^(?<task>\S.*?)(?:\s[–—-]\s|\s?\()\s{0,3}(?:owner\s{1,3})?(?<owner>[^()–—,;]{1,60}?)\s{0,3}$/su;
const OWNER_BEFORE = /^\[(?<owner>[^[\]]{1,60})\]\s{0,3}(?<task>\S.*)$/su;

/** `X (Mia, 2025-03-10)`, `X — Lee Park — March 10, 2025`, `[Dana Fox] X, ETA 2025-03-10`: a name behind only before a day. */
export function wordsApart(text: string, calendar: DocumentCalendar): WordsApart {
  const { owner, task = text } = partsOf(OWNER_BEFORE.exec(text));
  const mention = findTimes(task).at(-1);
  const before = mention === undefined ? '' : task.slice(0, mention.start);
  const dueOn = mention?.day === undefined ? undefined : daysOf(mention, calendar)[0];
  const [gap] = BEFORE_DAY.exec(before) ?? [];
  if (mention === undefined || dueOn === undefined || gap === undefined || !AFTER_DAY.test(task.slice(mention.end))) {
    return { task, owner };
  }
  const rest = before.slice(0, before.length - gap.length);
  const behind = partsOf(OWNER_BEHIND.exec(rest));
  return behind.owner === undefined || owner !== undefined
    ? { task: (/\([^()]*$/u.test(rest) ? `${rest})` : rest).trim(), owner, dueOn }
    : { task: behind.task ?? rest, owner: behind.owner, dueOn };
}

function partsOf(match: RegExpExecArray | null): { readonly owner?: string; readonly task?: string } {
  const owner = nameOfPerson(match?.groups?.owner ?? '');
  const task = match?.groups?.task?.trim();
  return owner === undefined || task === undefined ? {} : { owner, task };
}
