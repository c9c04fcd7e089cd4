import { accept, type Result, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { parseWhen } from '../timeline/parse-when.ts';
import type { Speaker } from '../timeline/speaker.ts';
import type { UnclearTime } from '../timeline/unclear-time.ts';

export interface ParsedStart {
  readonly isDrill: boolean;
  /** As the policy writes it, in capitals. */
  readonly severity: string | undefined;
  readonly title: string;
  readonly since: Instant | undefined;
}

/** `sev1`, `SEV-1:`, `sev 1,`; not the beginning of a longer word, as in “sev1-alerts” and “sev10”. */
const SEVERITY = /^sev[\s-]?(\d)(?:\s*(?:[:;]|[,.](?!\d))|\s+[-–—](?=\s)|(?=\s|$))\s*/iu;

/** `drill:`, `drill –`, or alone; “drill press is down” is a title. */
const DRILL = /^drill(?:\s*[:;,]|\s+[-–—](?=\s)|(?=\s*$))\s*/iu;

/**
 * Reads `[drill:] [sevN] [title] [since <when>]`; before a severity `drill` needs no colon, and may stand after it. A
 * “since” that is not followed by a time belongs to the title.
 */
export function parseStart(typed: string, speaker: Speaker): Result<ParsedStart, UnclearTime> {
  const { isDrill, severity, rest } = splitHead(typed.trim());
  const [, title = '', when] = /^([\s\S]*)(?<!\S)since\s+([\s\S]+)$/iu.exec(rest) ?? [];
  const since = when === undefined ? undefined : parseWhen(when, speaker);
  if (since?.ok) {
    return accept({ isDrill, severity, title: title.trim(), since: since.value });
  }
  return since?.refusal.kind === 'unclear-time'
    ? refuse(since.refusal)
    : accept({ isDrill, severity, title: rest, since: undefined });
}

/** Whether it is said to be a drill, and how bad it is. */
function splitHead(text: string): Pick<ParsedStart, 'isDrill' | 'severity'> & { readonly rest: string } {
  const bare = text.replace(/^drill\s+/iu, '');
  if (bare !== text && splitSeverity(bare).severity !== undefined) {
    return { isDrill: true, ...splitSeverity(bare) };
  }
  const marked = text.replace(DRILL, '');
  const { severity, rest } = splitSeverity(marked);
  const title = rest.replace(DRILL, '');
  return { isDrill: marked !== text || title !== rest, severity, rest: title };
}

function splitSeverity(text: string): { readonly severity: string | undefined; readonly rest: string } {
  const [all, digit] = SEVERITY.exec(text) ?? [];
  return all === undefined
    ? { severity: undefined, rest: text }
    : { severity: `SEV${digit}`, rest: text.slice(all.length) };
}
