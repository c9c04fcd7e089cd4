import { accept, type Result, refuse } from '../result.ts';
import { later } from '../time.ts';
import { parseBeginning, parseEnd } from '../timeline/parse-coming.ts';
import type { Speaker } from '../timeline/speaker.ts';
import type { UnclearTime, UnparsableTime } from '../timeline/unclear-time.ts';
import type { Span } from './span.ts';

export type UnreadableCover =
  /** `text` is what cannot be read; empty where nothing says until when. */
  | { readonly kind: 'unreadable-cover'; readonly text: string }
  | { readonly kind: 'unreadable-cover-time'; readonly text: string };

/** Reads `until friday 9:00` and `from thursday 18:00 until friday 9:00`; without a beginning it holds at once. */
export function parseCoverTimes(text: string, speaker: Speaker): Result<Span, UnreadableCover | UnclearTime> {
  const said = /^(?:from\s+(?<beginning>\S.*?)\s+)?(?:until|till|til|to)\s+(?<end>\S.*)$/isu.exec(text.trim());
  const { beginning = 'now', end } = said?.groups ?? {};
  if (end === undefined) {
    return refuse({ kind: 'unreadable-cover', text: text.trim() });
  }
  const from = parseBeginning(beginning, speaker);
  if (!from.ok) {
    return unreadable(from.refusal);
  }
  const since = later(from.value, speaker.now);
  const until = parseEnd(end, speaker, since);
  return until.ok ? accept({ from: since, until: until.value }) : unreadable(until.refusal);
}

function unreadable(refusal: UnparsableTime | UnclearTime): Result<never, UnreadableCover | UnclearTime> {
  return refuse(refusal.kind === 'unclear-time' ? refusal : { kind: 'unreadable-cover-time', text: refusal.text });
}
