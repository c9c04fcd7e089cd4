import { accept, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import { type Speaker, splitLeadingTime, type UnparsableTime } from './parse-when.ts';
import { SPOKEN_KINDS, type SpokenKind } from './timeline-event.ts';

export interface ParsedLog {
  readonly at: Instant | undefined;
  readonly kind: SpokenKind;
  readonly text: string;
}

/** Reads `[when] [kind:] text`: `14:10 UTC mitigation: restarted the database`. The end of a range stays in the text. */
export function parseLog(typed: string, speaker: Speaker): Result<ParsedLog, UnparsableTime> {
  const split = splitLeadingTime(typed, speaker);
  if (!split.ok) {
    return split;
  }
  const { at, until, rest } = split.value;
  const { kind, text } = splitKind(rest);
  return accept({ at, kind, text: until === undefined || text === '' ? text : `${until}: ${text}` });
}

function splitKind(text: string): { readonly kind: SpokenKind; readonly text: string } {
  const [, word = '', rest = ''] = /^([a-z][a-z -]{0,30}?)\s*:\s*([\s\S]*)$/iu.exec(text) ?? [];
  const kind = SPOKEN_KINDS.find((known) => known === word.toLowerCase().replace(/\s+/gu, '-'));
  return kind === undefined ? { kind: 'note', text } : { kind, text: rest.trim() };
}
