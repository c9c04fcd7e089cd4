import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Refusal } from '../explain.ts';
import { type LeadingParty, readMarkup, splitLeadingParty } from '../text/read-markup.ts';
import { splitWord } from '../text/split-word.ts';
import type { Command } from './feature.ts';

/** Whom a command begins with. An `@name` that Slack made no mention of is nobody: taken for words it would be lost. */
export function readLeadingParty({ markup, names }: Command): Result<LeadingParty, Refusal> {
  const leading = splitLeadingParty(markup);
  return leading.party === undefined && markup.startsWith('@')
    ? refuse({ kind: 'unknown-party', text: readMarkup(splitWord(markup).word, names) })
    : accept(leading);
}
