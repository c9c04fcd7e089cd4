import { calendarDateAt, type TimeZone } from '../time.ts';
import { isQuiet, type TimelineEvent } from './timeline-event.ts';

/** What stands in a story: an event by itself, or quiet neighbours that are told together. */
export type FoldEntry<Event> =
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'folded'; readonly events: readonly Event[] };

/** Folds each run of quiet events, which must be in order, into one entry; a midnight in `zone` ends a run. */
export function fold<Event extends Pick<TimelineEvent, 'kind' | 'at'>>(
  events: readonly Event[],
  zone: TimeZone,
): readonly FoldEntry<Event>[] {
  const entries: FoldEntry<Event>[] = [];
  for (const event of events) {
    const last = entries.at(-1);
    if (!isQuiet(event.kind)) {
      entries.push({ kind: 'event', event });
    } else if (last?.kind === 'folded' && last.events.slice(0, 1).every(({ at }) => isSameDay(at, event.at, zone))) {
      entries[entries.length - 1] = { kind: 'folded', events: [...last.events, event] };
    } else {
      entries.push({ kind: 'folded', events: [event] });
    }
  }
  return entries;
}

function isSameDay(one: TimelineEvent['at'], other: TimelineEvent['at'], zone: TimeZone): boolean {
  return calendarDateAt(one, zone) === calendarDateAt(other, zone);
}

export interface QuietEvent extends Pick<TimelineEvent, 'kind' | 'text'> {
  /** The name of whoever said it, where known. */
  readonly saidBy: string | undefined;
}

/** So many action items are named; more are counted, as they have a section of their own. */
const NAMED = 3;

/** A folded run in a few words: “Ben, Mahari joined; Ana is commander”. Plain text, with people's words in it. */
export function tellFolded(events: readonly QuietEvent[]): string {
  const joined = events.filter(({ kind }) => kind === 'joined');
  const items = events.filter(({ kind }) => kind === 'action-item-added');
  const names = [...new Set(joined.map(({ saidBy }) => saidBy ?? 'someone unknown'))];
  return events
    .flatMap((event) => {
      switch (event.kind) {
        case 'joined':
          return event === joined[0] ? [`${names.join(', ')} joined`] : [];
        case 'action-item-added':
          return tellItem(event, items);
        default:
          return [event.text];
      }
    })
    .join('; ');
}

function tellItem(event: QuietEvent, items: readonly QuietEvent[]): readonly string[] {
  if (items.length <= NAMED) {
    return [`Action item: ${event.text}`];
  }
  return event === items[0] ? [`${items.length} action items`] : [];
}
