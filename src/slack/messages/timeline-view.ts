import { z } from 'zod';
import { type TimelineEventId, timelineEventId } from '../../domain/ids.ts';
import { SETTABLE_MILESTONES } from '../../domain/timeline/milestone.ts';
import { MITIGATION_ENDS } from '../../domain/timeline/mitigation.ts';
import { SPOKEN_KINDS } from '../../domain/timeline/timeline-event.ts';

/** What of a timeline somebody looks at. It travels in the values of buttons and menus, so it comes back from outside. */
export interface TimelineView {
  /** 0 is the last one, which holds what happened last. */
  readonly page: number;
  readonly show: Show;
}

export const SHOWS = ['everything', ...SPOKEN_KINDS, 'automatic'] as const;
export type Show = (typeof SHOWS)[number];

/** What one can do to an event from its line. */
const DEEDS = [
  'edit',
  'retract',
  'restore',
  'open-milestones',
  ...SETTABLE_MILESTONES,
  ...MITIGATION_ENDS,
  'open-again',
] as const;
export type Deed = (typeof DEEDS)[number];

export interface EventChoice {
  readonly deed: Deed;
  readonly eventId: TimelineEventId;
  /** Where it was chosen, so that the same can be shown again. */
  readonly view: TimelineView;
}

export const LAST_PAGE: TimelineView = { page: 0, show: 'everything' };

const View = z.tuple([z.coerce.number().int().min(0), z.enum(SHOWS)]).transform(([page, show]) => ({ page, show }));
const Choice = z.tuple([z.enum(DEEDS), z.string().transform(timelineEventId)]);

/** `0 everything`: an option's value has room for 150 characters. */
export function writeView({ page, show }: TimelineView): string {
  return `${page} ${show}`;
}

export function readView(value: string): TimelineView {
  return View.parse(value.split(' '));
}

export function writeChoice({ deed, eventId, view }: EventChoice): string {
  return `${deed} ${eventId} ${writeView(view)}`;
}

export function readChoice(value: string): EventChoice {
  const [deed, eventId, ...view] = value.split(' ');
  const [does, to] = Choice.parse([deed, eventId]);
  return { deed: does, eventId: to, view: View.parse(view) };
}

/** `mitigation`, `cause found`: a kind as somebody types it. */
export function readShow(typed: string): Show | undefined {
  const word = typed.trim().toLowerCase().replaceAll(/\s+/gu, '-');
  return word === '' ? 'everything' : SHOWS.find((show) => show === word);
}
