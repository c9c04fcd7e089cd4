import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { Ending } from '../../domain/action-items/ending.ts';
import { type CalendarDate, calendarDaysBetween } from '../../domain/time.ts';
import { cutTyped } from '../blocks/text.ts';
import { mention } from './describe-incident.ts';
import { dayWords } from './slack-time.ts';

/** Room for somebody's reason, and for what shows that an item is done. */
const WORDS = 150;

/** For messages that are read on many days: `due Fri 10 May 2024`, in mrkdwn. */
export function dueWords({ dueOn }: Pick<ActionItem, 'dueOn'>): string {
  return dueOn === undefined ? '_no due date yet_' : `due ${dayWords(dueOn)}`;
}

/** For those that are read today: `*3 days overdue* (Fri 10 May 2024)`, `*due tomorrow*`, in mrkdwn. */
export function dueWordsOn(today: CalendarDate, item: Pick<ActionItem, 'dueOn'>): string {
  const { dueOn } = item;
  if (dueOn === undefined) {
    return dueWords(item);
  }
  const days = calendarDaysBetween(today, dueOn);
  if (days < 0) {
    return `*${daysWords(-days)} overdue* (${dayWords(dueOn)})`;
  }
  const near = ['due today', 'due tomorrow'][days];
  return near === undefined ? dueWords(item) : `*${near}*`;
}

function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** Nothing once it has woken. */
export function snoozeWords({ snoozedUntil }: Pick<ActionItem, 'snoozedUntil'>, day: CalendarDate): string {
  return snoozedUntil === undefined || snoozedUntil <= day ? '' : `😴 snoozed until ${dayWords(snoozedUntil)}`;
}

/** Of a title in which a mark or a line break would end it, none. */
export function bold(escaped: string): string {
  return /[*\n]/u.test(escaped) ? escaped : `*${escaped}*`;
}

export function struck(escaped: string): string {
  return /[~\n]/u.test(escaped) ? escaped : `~${escaped}~`;
}

export function titleWords({ title }: Pick<ActionItem, 'title'>, longest: number): string {
  return cutTyped(title, longest);
}

/** ` · P1 · prevent`, as far as they are known. */
export function sortWords({ priority, kind }: Pick<ActionItem, 'priority' | 'kind'>): string {
  return [priority, kind].map((word) => (word === undefined ? '' : ` · ${word}`)).join('');
}

export function doneWhenWords({ doneWhen }: Pick<ActionItem, 'doneWhen'>): string {
  return doneWhen === undefined ? '' : `Done when ${cutTyped(doneWhen, WORDS)}`;
}

/** For whoever could do something about it, before it was somebody else's. */
export function lostWords({ owner }: Pick<ActionItem, 'owner'>): string {
  return owner === undefined ? 'Nobody owns it now.' : `It is ${mention(owner)}’s now.`;
}

/** `✅ done by @ana`, `🚫 given up by @ana: “the service is gone”` */
export function endingWords({ status, by, reason }: Ending): string {
  const done = status === 'done' ? '✅ done' : '🚫 given up';
  return `${done}${by === undefined ? '' : ` by <@${by}>`}${reasonWords(reason)}`;
}

/** `: “on leave”`, or nothing. */
export function reasonWords(reason: string | undefined, longest = WORDS): string {
  return reason === undefined ? '' : `: “${cutTyped(reason, longest)}”`;
}
