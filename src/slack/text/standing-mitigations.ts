import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { cutTyped } from '../blocks/text.ts';

const NAMED = 3;
const WORDS = 100;

/** `🚧 Still in place: scaled up the pool · sign-ups are off` */
export function standingMitigations(open: readonly TimelineEvent[]): string {
  const named = open.slice(0, NAMED).map(({ text }) => cutTyped(text.replace(/\s+/gu, ' '), WORDS));
  const more = open.length > NAMED ? [`and ${open.length - NAMED} more`] : [];
  return `🚧 Still in place: ${[...named, ...more].join(' · ')}`;
}
