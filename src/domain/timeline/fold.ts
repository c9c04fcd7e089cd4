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
    } else if (last?.kind === 'folded' && last.events.every(({ at }) => isSameDay(at, event.at, zone))) {
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

/** A folded run in a few words: “Ben, Mahari joined; Ana is commander”. Plain text, with people's words in it. */
export function tellFolded(events: readonly QuietEvent[]): string {
  const joined = events.filter(({ kind }) => kind === 'joined');
  const names = [...new Set(joined.map(({ saidBy }) => saidBy ?? 'someone unknown'))];
  return events
    .filter((event) => event.kind !== 'joined' || event === joined[0])
    .map(({ kind, text }) => (kind === 'joined' ? `${names.join(', ')} joined` : tell(kind, text)))
    .join('; ');
}

function tell(kind: QuietEvent['kind'], text: string): string {
  return kind === 'action-item-added' ? `Action item: ${text}` : text;
}
