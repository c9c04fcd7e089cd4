import type { Instant } from '../time.ts';
import { parseWhen, type Speaker } from '../timeline/parse-when.ts';

export interface ParsedStart {
  /** As the policy writes it, in capitals. */
  readonly severity: string | undefined;
  readonly title: string;
  readonly since: Instant | undefined;
}

/** Reads `[sevN] [title] [since <when>]`; a “since” that is not followed by a time belongs to the title. */
export function parseStart(typed: string, speaker: Speaker): ParsedStart {
  const [, severity, rest = ''] = /^(?:(sev\d)(?=\s|$))?\s*([\s\S]*)$/iu.exec(typed.trim()) ?? [];
  const [, title = rest, when] = /^([\s\S]*)\bsince\s+([\s\S]+)$/iu.exec(rest) ?? [];
  const since = when === undefined ? undefined : parseWhen(when, speaker);
  if (since?.ok) {
    return { severity: severity?.toUpperCase(), title: title.trim(), since: since.value };
  }
  return { severity: severity?.toUpperCase(), title: rest.trim(), since: undefined };
}
