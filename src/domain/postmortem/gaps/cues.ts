import { oneLine } from '../../shorten.ts';
import type { MissedMessage } from './missed-message.ts';

/** Something plain to see that makes a message worth a look. */
export type Cue =
  | { readonly kind: 'deed' | 'finding' | 'state' | 'decision'; readonly words: string }
  | { readonly kind: 'files' | 'reactions'; readonly count: number }
  | { readonly kind: 'number' | 'link' };

/** How much each counts: what somebody did or found out is what a timeline is made of. */
const WEIGHTS: Readonly<Record<Cue['kind'], number>> = {
  deed: 4,
  finding: 3,
  state: 2,
  decision: 2,
  files: 2,
  reactions: 1,
  number: 1,
  link: 1,
};

const DEEDS =
  /\b(?:roll(?:ed|ing)? ?back|reverted|reverting|restart(?:ed|ing)|reboot(?:ed|ing)|re-?deploy(?:ed|ing)|deploy(?:ed|ing)|disabled|enabled|switched|fail(?:ed|ing) over|failover|scaled|raised|lowered|increased|decreased|changed|patched|killed|drained|blocked|fixed|mitigated|applied|turned (?:off|on))\b/iu;
const FINDINGS =
  /\b(?:looks? like|seems?|turns out|found|noticed|suspect(?:ed)?|root cause|the cause|the (?:problem|issue) (?:is|was)|because|caused by|confirmed|misconfigured)\b/iu;
const STATES =
  /\b(?:(?:is|are|was|were|went|still) (?:down|back|up again|slow|failing)|back to normal|recover(?:ed|ing)|fail(?:s|ing)|errors?|time(?:d|s)? ?outs?|timing out|spik(?:e|ed|ing)|dropp(?:ed|ing)|degraded|working again|works again|no longer)\b/iu;
const DECISIONS =
  /\b(?:decided|we(?:’|'| wi)ll|let(?:’|')s|(?:we|i)(?:’|')?(?:m| are| am|re)? going to|the plan is)\b/iu;

const LINK = /\bhttps?:\/\/\S+/giu;
/** What holds digits and tells no number: links, names, emoji, `+1`. */
const NO_NUMBERS = /\bhttps?:\/\/\S+|@\S+|:[a-z0-9_+-]+:|(?<!\S)\+1(?!\S)/giu;

/** What speaks for a message, the strongest first. */
export function cuesOf({
  text,
  files,
  reactions,
}: Pick<MissedMessage, 'text' | 'files' | 'reactions'>): readonly Cue[] {
  return [
    ...said('deed', DEEDS, text),
    ...said('finding', FINDINGS, text),
    ...said('state', STATES, text),
    ...said('decision', DECISIONS, text),
    ...(files > 0 ? [{ kind: 'files', count: files } as const] : []),
    ...(reactions > 0 ? [{ kind: 'reactions', count: reactions } as const] : []),
    ...(/\p{Number}/u.test(text.replace(NO_NUMBERS, ' ')) ? [{ kind: 'number' } as const] : []),
    ...(text.search(LINK) >= 0 ? [{ kind: 'link' } as const] : []),
  ];
}

function said(kind: 'deed' | 'finding' | 'state' | 'decision', words: RegExp, text: string): readonly Cue[] {
  const [found] = words.exec(oneLine(text.replace(LINK, ' '))) ?? [];
  return found === undefined ? [] : [{ kind, words: found.toLowerCase() }];
}

/** So many reactions say all that reactions can say. */
const MOST_REACTIONS = 3;

export function weightOf(cue: Cue): number {
  return cue.kind === 'reactions' ? Math.min(cue.count, MOST_REACTIONS) * WEIGHTS.reactions : WEIGHTS[cue.kind];
}
