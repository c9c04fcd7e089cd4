import type { Party } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { ITEM_SHOWS, type ItemShow } from '../../use-cases/item-list-store.ts';
import type { Refusal } from '../explain.ts';
import { readMarkup, splitLeadingParty } from '../text/read-markup.ts';
import { splitWord } from '../text/split-word.ts';
import type { Command } from './feature.ts';

/** What somebody typed of the items that they want to see; what they left out is undefined. */
export interface TypedFilter {
  readonly show: ItemShow | undefined;
  readonly owner: Party | undefined;
  readonly incidentNumber: number | undefined;
}

/** Reads `[open|overdue|all] [@owner] [INC-n]`, each once at most and in any order. */
export function readItemFilter({ markup, names }: Pick<Command, 'markup' | 'names'>): Result<TypedFilter, Refusal> {
  let typed: TypedFilter = { show: undefined, owner: undefined, incidentNumber: undefined };
  for (let rest = markup.trim(); rest !== ''; ) {
    const part = readPart(rest);
    const text = readMarkup(rest.slice(0, rest.length - part.rest.length).trim(), names);
    const [[name, value] = []] = Object.entries(part.said);
    if (name === undefined) {
      return refuse(text.startsWith('@') ? { kind: 'unknown-party', text } : { kind: 'unclear-filter', text });
    }
    if (typed[name as keyof TypedFilter] !== undefined) {
      return refuse({ kind: 'repeated-filter', text });
    }
    typed = { ...typed, [name]: value };
    rest = part.rest;
  }
  return accept(typed);
}

/** The first word or mention, where it is one that we know, and what follows. */
function readPart(markup: string): { readonly said: Partial<TypedFilter>; readonly rest: string } {
  const { party, rest: afterParty } = splitLeadingParty(markup);
  if (party !== undefined) {
    return { said: { owner: party }, rest: afterParty };
  }
  const { word, rest } = splitWord(markup);
  const show = ITEM_SHOWS.find((each) => each === word.toLowerCase());
  if (show !== undefined) {
    return { said: { show }, rest };
  }
  const [, digits] = /^inc-?(\d{1,9})$/iu.exec(word) ?? [];
  return { said: digits === undefined ? {} : { incidentNumber: Number(digits) }, rest };
}
