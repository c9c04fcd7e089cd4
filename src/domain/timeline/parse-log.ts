import { accept, type Result, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { splitLeadingTime, type WhenAndRest } from './parse-when.ts';
import type { Speaker } from './speaker.ts';
import { SPOKEN_KINDS, type SpokenKind } from './timeline-event.ts';
import type { UnclearTime, UnparsableTime } from './unclear-time.ts';

export interface ParsedLog {
  readonly at: Instant | undefined;
  readonly kind: SpokenKind;
  readonly text: string;
}

/** Of what has no clear time, all that is clear. */
export type UnclearLog = UnclearTime & { readonly logged: Pick<ParsedLog, 'kind' | 'text'> };

/**
 * Reads `[when] [kind:] text`: `14:10 UTC mitigation: restarted the database`, with the kind first where somebody has it so.
 * The end of a range stays in the text.
 */
export function parseLog(typed: string, speaker: Speaker): Result<ParsedLog, UnparsableTime | UnclearLog> {
  const lead = splitKind(typed.trim());
  const split = splitLeadingTime(lead?.text ?? typed, speaker);
  if (split.ok) {
    return accept({ at: split.value.at, ...readWords(split.value, lead?.kind) });
  }
  const { refusal } = split;
  return refusal.kind === 'unclear-time'
    ? refuse({ ...refusal, logged: readWords(refusal, lead?.kind) })
    : refuse(refusal);
}

type Words = Pick<ParsedLog, 'kind' | 'text'>;

function readWords({ until, rest }: Pick<WhenAndRest, 'until' | 'rest'>, leadingKind: SpokenKind | undefined): Words {
  const said = leadingKind === undefined ? splitKind(rest) : { kind: leadingKind, text: rest };
  const { kind, text } = said ?? { kind: 'note', text: rest };
  return { kind, text: until === undefined || text === '' ? text : `${until}: ${text}` };
}

function splitKind(text: string): Words | undefined {
  const [, word = '', rest = ''] = /^([a-z][a-z -]{0,30}?)\s*:\s*([\s\S]*)$/iu.exec(text) ?? [];
  const kind = SPOKEN_KINDS.find((known) => known === word.toLowerCase().replace(/\s+/gu, '-'));
  return kind === undefined ? undefined : { kind, text: rest.trim() };
}
