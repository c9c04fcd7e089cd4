import type { Policy } from '../domain/policy.ts';
import type { SpokenKind } from '../domain/timeline/timeline-event.ts';

/** Without a prototype: an emoji may be called `constructor`, which every ordinary object answers to. */
export function reactionTable(entries: Iterable<readonly [string, SpokenKind]>): Policy['reactions'] {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

/** `:pushpin:` as people copy it, `pushpin` as Slack sends it. */
export function emojiName(written: string): string {
  return written.replaceAll(':', '');
}
