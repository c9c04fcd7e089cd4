import type { Cue } from '../../domain/postmortem/gaps/cues.ts';

/** Why a message is shown before others: `says “rolled back” · has a number, a link, 2 reactions`. */
export function cuesInWords(cues: readonly Cue[]): string {
  const said = cues.flatMap((cue) => ('words' in cue ? [`“${cue.words}”`] : []));
  const has = cues.flatMap((cue) => ('words' in cue ? [] : [thing(cue)]));
  const parts = [
    ...(said.length > 0 ? [`says ${said.join(', ')}`] : []),
    ...(has.length > 0 ? [`has ${has.join(', ')}`] : []),
  ];
  return parts.join(' · ');
}

function thing(cue: Exclude<Cue, { readonly words: string }>): string {
  switch (cue.kind) {
    case 'files':
      return cue.count === 1 ? 'a file' : `${cue.count} files`;
    case 'reactions':
      return cue.count === 1 ? 'a reaction' : `${cue.count} reactions`;
    default:
      return `a ${cue.kind}`;
  }
}
