import { calendarDateAt, type TimeZone } from '../../time.ts';
import type { EventFile, KeptImage } from '../../timeline/event-file.ts';
import type { TimelineEvent } from '../../timeline/timeline-event.ts';
import type { FileLine, TimelineDay, TimelineLine } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';
import { sourceOf } from '../source.ts';
import type { Names } from './names-in.ts';

const NO_IMAGES: IncidentRecord['images'] = new Map();

export function draftLine(
  event: TimelineEvent,
  names: Names,
  images: IncidentRecord['images'] = NO_IMAGES,
): TimelineLine {
  return {
    at: event.at,
    kind: event.kind,
    text: event.text,
    saidBy: event.saidBy === undefined ? undefined : names.ofPerson(event.saidBy),
    source: sourceOf(event, names),
    mitigation: event.kind === 'mitigation' ? endOf(event) : undefined,
    files: event.files.map((file) => draftFile(file, images.get(file.id))),
  };
}

function endOf({ settled }: TimelineEvent): TimelineLine['mitigation'] {
  return settled === undefined ? { is: 'open' } : { is: settled.as, at: settled.at };
}

function draftFile({ name, permalink }: EventFile, image: KeptImage | undefined): FileLine {
  return { name, permalink, image: image && `data:${image.mediaType};base64,${image.base64}` };
}

/** Parts lines, which must be in order, at every midnight in `zone`. */
export function draftDays(lines: readonly TimelineLine[], zone: TimeZone): readonly TimelineDay[] {
  const dated = lines.map((line) => ({ date: calendarDateAt(line.at, zone), line }));
  const dates = [...new Set(dated.map(({ date }) => date))];
  return dates.map((date) => ({
    date,
    lines: dated.filter((entry) => entry.date === date).map(({ line }) => line),
  }));
}
