import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Refusal } from '../explain.ts';
import {
  type LeadingParties,
  type LeadingParty,
  leadingCrowd,
  readMarkup,
  splitLeadingParties,
  splitLeadingParty,
} from '../text/read-markup.ts';
import { splitWord } from '../text/split-word.ts';
import type { Command } from './feature.ts';

/** Whom a command begins with. An `@name` that Slack made no mention of is nobody: taken for words it would be lost. */
export function readLeadingParty({ markup, names }: Command): Result<LeadingParty, Refusal> {
  const leading = splitLeadingParty(markup);
  return leading.party === undefined && markup.startsWith('@')
    ? refuse({ kind: 'unknown-party', text: readMarkup(splitWord(markup).word, names) })
    : accept(leading);
}

/** All whom a command begins with, each of whom can be asked for an answer: so no `@here`, and no channel. */
export function readLeadingParties({ markup, names }: Command): Result<LeadingParties, Refusal> {
  const leading = splitLeadingParties(markup);
  const crowd = leadingCrowd(leading.rest);
  if (crowd !== undefined) {
    return refuse({ kind: 'calls-a-crowd', name: readMarkup(crowd, names) });
  }
  return leading.rest.startsWith('@')
    ? refuse({ kind: 'unknown-party', text: readMarkup(splitWord(leading.rest).word, names) })
    : accept(leading);
}
