import type { KnownBlock } from '@slack/types';
import { byDueDate } from '../../domain/action-items/by-due-date.ts';
import { isLongLate } from '../../domain/action-items/ladder.ts';
import { addCalendarDays, type CalendarDate } from '../../domain/time.ts';
import type { DigestItem, ReminderDigest } from '../../use-cases/action-items/action-item-messenger.ts';
import { context, header, type Message, section, when } from '../blocks/layout.ts';
import { COMMAND } from '../identifiers.ts';
import { asManyItems } from './as-many-items.ts';
import { itemBlocks } from './item-blocks.ts';

/** So many of those that they hear of as leader are shown, however many are their own. */
const LEAST_LED = 6;

const DAYS_SOON = 7;

const LED = [
  'Late where you lead the incident',
  'Nobody owns these; you lead the incident',
  'Nobody hears of these; you lead the incident',
] as const;

/** The one message of a day: what is late, what is next, the rest, and what is late or nobody's where they lead. */
export function digestMessage({ day, items }: ReminderDigest): Message {
  const own = items.filter(({ capacity }) => capacity !== 'leader').toSorted(byDueDate);
  const led = items
    .filter((shown) => shown.capacity === 'leader' && whyLed(shown, day) !== undefined)
    .toSorted(byDueDate);
  const text = `⏰ ${summary(own, led, day)}`;
  return asManyItems((most) => {
    const shownOwn = own.slice(0, Math.max(1, most - Math.min(led.length, LEAST_LED)));
    const shownLed = led.slice(0, Math.max(1, most - shownOwn.length));
    return {
      text,
      blocks: [
        header(text),
        ...ownGroups(shownOwn, day).flatMap(({ name, members }) => group(name, members, day)),
        ...more(own.length - shownOwn.length, `${COMMAND} mine`),
        ...LED.flatMap((why) =>
          group(
            why,
            shownLed.filter((shown) => whyLed(shown, day) === why),
            day,
          ),
        ),
        ...more(led.length - shownLed.length, `${COMMAND} actions`),
      ],
    };
  });
}

/** `Your action items: 5 open, 2 overdue, 1 due within a week` */
function summary(own: readonly DigestItem[], led: readonly DigestItem[], day: CalendarDate): string {
  const open = own.filter(({ ending, capacity }) => ending === undefined && capacity === 'owner');
  if (open.length === 0) {
    const late = led.filter(({ ending }) => ending === undefined).length;
    return late === 0 ? 'Your action items: nothing is open' : `Action items where you lead: ${late} to look at`;
  }
  const late = open.filter(({ item }) => isLate(item.dueOn, day)).length;
  const soon = open.filter(({ item }) => isSoon(item.dueOn, day)).length;
  const parts = [
    `${open.length} open`,
    ...(late === 0 ? [] : [`${late} overdue`]),
    ...(soon === 0 ? [] : [`${soon} due within a week`]),
  ];
  return `Your action items: ${parts.join(', ')}`;
}

function ownGroups(own: readonly DigestItem[], day: CalendarDate) {
  return [
    { name: 'Overdue', members: own.filter(({ item }) => isLate(item.dueOn, day)) },
    { name: 'Due within a week', members: own.filter(({ item }) => isSoon(item.dueOn, day)) },
    { name: 'Later', members: own.filter(({ item }) => !isLate(item.dueOn, day) && !isSoon(item.dueOn, day)) },
  ];
}

function isLate(dueOn: CalendarDate | undefined, day: CalendarDate): boolean {
  return dueOn !== undefined && dueOn < day;
}

function isSoon(dueOn: CalendarDate | undefined, day: CalendarDate): boolean {
  return dueOn !== undefined && dueOn >= day && dueOn <= addCalendarDays(day, DAYS_SOON);
}

/** Undefined where it does not concern whoever leads any more. */
function whyLed({ item, ending, lacksOwner }: DigestItem, day: CalendarDate): (typeof LED)[number] | undefined {
  if (item.owner === undefined) {
    return 'Nobody owns these; you lead the incident';
  }
  if (isLongLate(item, day)) {
    return 'Late where you lead the incident';
  }
  return ending === undefined && lacksOwner ? 'Nobody hears of these; you lead the incident' : undefined;
}

function group(name: string, members: readonly DigestItem[], day: CalendarDate): KnownBlock[] {
  return when(members.length > 0, () => [
    section(`*${name}*`),
    ...members.flatMap((member) => itemBlocks(member, day)),
  ]);
}

function more(hidden: number, command: string): KnownBlock[] {
  return when(hidden > 0, () => [context(`and ${hidden} more: \`${command}\``)]);
}
