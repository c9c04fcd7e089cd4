import { unreachable } from '../../result.ts';
import { dateAndTime, type ToldTime, timeOfDay } from '../../tell-time.ts';
import { type CalendarDate, formatInZone, instantOnDate, type TimeZone, UTC } from '../../time.ts';
import { type FoldEntry, fold, tellFolded } from '../../timeline/fold.ts';
import type { TimelineKind } from '../../timeline/timeline-event.ts';
import { isAutomatic } from '../is-automatic.ts';
import type { TimelineDay, TimelineLine } from '../postmortem.ts';
import { nameOfTimelineKind } from './names-of-kinds.ts';
import type { DayEntry, EventEntry, StoryEntry } from './outline.ts';
import { outlineSource } from './outline-source.ts';

export function outlineDays(days: readonly TimelineDay[], zone: TimeZone): readonly DayEntry[] {
  return days.map(({ date, lines }) => ({
    title: dayTitle(date),
    entries: fold(lines, zone).map((entry) => outlineEntry(entry, zone)),
  }));
}

function outlineEntry(entry: FoldEntry<TimelineLine>, zone: TimeZone): StoryEntry {
  const outlined = (line: TimelineLine) => outlineEvent(line, timeOfDay(line.at, zone), zone);
  return entry.kind === 'event'
    ? { kind: 'event', event: outlined(entry.event) }
    : { kind: 'folded', text: tellFolded(entry.events), events: entry.events.map(outlined) };
}

/** `2024-06-09 (Sunday)` */
export function dayTitle(date: CalendarDate): string {
  return `${date} (${formatInZone(instantOnDate(date, '12:00', UTC), UTC, 'EEEE')})`;
}

/** Events that stand apart from their day, so that each tells its own. */
export function outlineEvents(lines: readonly TimelineLine[], zone: TimeZone): readonly EventEntry[] {
  return lines.map((line) => outlineEvent(line, dateAndTime(line.at, zone), zone));
}

function outlineEvent(line: TimelineLine, time: ToldTime, zone: TimeZone): EventEntry {
  return {
    time,
    kind: line.kind,
    kindName: nameOfTimelineKind(line.kind),
    text: line.text,
    saidBy: line.saidBy ?? nameOfNobody(line.kind),
    source: outlineSource(line.source),
    files: line.files,
    isAutomatic: isAutomatic(line.kind),
    notes: notesOn(line, zone),
  };
}

/** What goes on by itself is told of nobody. */
function nameOfNobody(kind: TimelineKind): string {
  if (kind === 'called' || kind === 'unanswered') {
    return 'Faultline';
  }
  return isAutomatic(kind) ? 'somebody' : 'an app';
}

function notesOn({ mitigation }: TimelineLine, zone: TimeZone): readonly string[] {
  switch (mitigation?.is) {
    case undefined:
      return [];
    case 'open':
      return ['nobody has said whether it stays'];
    case 'kept':
      return ['kept on purpose'];
    case 'reverted':
      return [`reverted ${dateAndTime(mitigation.at, zone).local}`];
    default:
      return unreachable(mitigation);
  }
}
