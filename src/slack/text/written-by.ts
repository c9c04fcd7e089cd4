import type { NarrativeEntry } from '../../domain/postmortem/narrative.ts';
import { slackTime } from './slack-time.ts';

/** `@Ana today 14:10`; of another’s words that were taken up again, whose they are. */
export function writtenBy({ writtenBy: writer, writtenAt, restored }: NarrativeEntry): string {
  const who = `<@${writer}> ${slackTime(writtenAt)}`;
  return restored === undefined || restored.writtenBy === writer
    ? who
    : `<@${restored.writtenBy}> ${slackTime(restored.writtenAt)}, taken up again by ${who}`;
}
