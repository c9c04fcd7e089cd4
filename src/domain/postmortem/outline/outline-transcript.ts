import { dateAndTime, timeOfDay } from '../../tell-time.ts';
import { calendarDateAt, type TimeZone } from '../../time.ts';
import type { TranscriptDay, TranscriptLine } from '../draft/draft-transcript.ts';
import type { Block, OutlineSection, SaidEntry } from './outline.ts';
import { dayTitle } from './outline-events.ts';

/** The appendix; none where nothing was kept. */
export function outlineTranscript(days: readonly TranscriptDay[], zone: TimeZone): readonly OutlineSection[] {
  const block: Block = {
    kind: 'transcript',
    days: days.map(({ date, lines }) => ({
      title: dayTitle(date),
      said: lines.map((line) => outlineLine(line, date, zone)),
    })),
  };
  return days.length === 0 ? [] : [{ id: 'transcript', title: 'Transcript', blocks: [block] }];
}

/** A reply may come on another day than the message above it, and tells so. */
function outlineLine(line: TranscriptLine, date: string, zone: TimeZone): SaidEntry {
  const { at, saidBy, text, isReply, isEdited } = line;
  const time = calendarDateAt(at, zone) === date ? timeOfDay(at, zone) : dateAndTime(at, zone);
  return { time, saidBy, isReply, text: text ?? '', note: noteOn(text, isEdited) };
}

function noteOn(text: string | undefined, isEdited: boolean): string | undefined {
  if (text === undefined) {
    return 'message deleted';
  }
  return isEdited ? 'edited' : undefined;
}
