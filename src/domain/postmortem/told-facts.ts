import type { TimelineKind } from '../timeline/timeline-event.ts';

/** What is said to have ended it. What was said before it was opened again did not. Events must be in order. */
export function lastResolutions<T extends { readonly kind: TimelineKind }>(events: readonly T[]): readonly T[] {
  const reopened = events.findLastIndex(({ kind }) => kind === 'reopened');
  return events.slice(reopened + 1).filter(({ kind }) => kind === 'resolution');
}

/** One text as it is, several as a list. */
export function inList(texts: readonly string[]): string {
  return texts.length > 1 ? texts.map((text) => `- ${text}`).join('\n') : (texts[0] ?? '');
}
