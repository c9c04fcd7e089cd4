import type { MessageKey } from '../../ids.ts';
import { type CalendarDate, calendarDateAt, type Instant, type TimeZone } from '../../time.ts';
import type { TranscriptMessage } from '../../transcript/transcript-message.ts';
import type { Names } from './names-in.ts';

/** What was said on one day, the replies below the message whose thread they belong to. */
export interface TranscriptDay {
  readonly date: CalendarDate;
  readonly lines: readonly TranscriptLine[];
}

export interface TranscriptLine {
  readonly at: Instant;
  readonly saidBy: string;
  /** Missing where the message was deleted. */
  readonly text: string | undefined;
  readonly isReply: boolean;
  readonly isEdited: boolean;
}

/** Parts messages, which must be in order, at every midnight in `zone`; a thread stands where it began. */
export function draftTranscript(
  messages: readonly TranscriptMessage[],
  names: Names,
  zone: TimeZone,
): readonly TranscriptDay[] {
  const said = inThreads(messages).flatMap(([first, ...replies]) => {
    const date = calendarDateAt(first.at, zone);
    return [first, ...replies].map((message) => ({ date, line: draftLine(message, names) }));
  });
  const dates = [...new Set(said.map(({ date }) => date))];
  return dates.map((date) => ({
    date,
    lines: said.filter((each) => each.date === date).map(({ line }) => line),
  }));
}

type Thread = readonly [TranscriptMessage, ...TranscriptMessage[]];

function inThreads(messages: readonly TranscriptMessage[]): readonly Thread[] {
  const threads = new Map<MessageKey, Thread>();
  for (const message of messages) {
    const root = message.thread ?? message.message.key;
    const begun = threads.get(root);
    threads.set(root, begun === undefined ? [message] : [...begun, message]);
  }
  return [...threads.values()];
}

function draftLine(message: TranscriptMessage, names: Names): TranscriptLine {
  const { at, text, thread, saidBy, appName, editedAt, deletedAt } = message;
  return {
    at,
    saidBy: appName ?? (saidBy === undefined ? 'an app' : names.ofPerson(saidBy)),
    text: deletedAt === undefined ? text : undefined,
    isReply: thread !== undefined,
    isEdited: editedAt !== undefined,
  };
}
