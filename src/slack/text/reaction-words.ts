import type { Policy } from '../../domain/policy.ts';
import { kindInWords } from './timeline-line.ts';

type Reactions = Policy['reactions'];

/** `:pushpin:`, the reaction that puts a message on the timeline as nothing special; undefined where none does. */
export function mainReaction(reactions: Reactions): string | undefined {
  const entries = Object.entries(reactions);
  const [name] = entries.find(([, kind]) => kind === 'note') ?? entries[0] ?? [];
  return name === undefined ? undefined : `:${name}:`;
}

/** `:pushpin: on a message puts it on the timeline`, without a full stop. */
export function tagHint(reactions: Reactions): string | undefined {
  const main = mainReaction(reactions);
  return main === undefined ? undefined : `${main} on a message puts it on the timeline`;
}

/** The same with every other reaction and what it makes of a message. */
export function everyTagHint(reactions: Reactions): string | undefined {
  const hint = tagHint(reactions);
  const kinds = Object.entries(reactions)
    .filter(([, kind]) => kind !== 'note')
    .map(([name, kind]) => `:${name}: ${kindInWords(kind)}`);
  return hint === undefined || kinds.length === 0 ? hint : `${hint}; others say what it was: ${kinds.join(', ')}`;
}

/** `:clipboard: on a message makes it an action item`; undefined where none does. */
export function itemHint(reaction: string | undefined): string | undefined {
  return reaction === undefined ? undefined : `:${reaction}: on a message makes it an action item`;
}
