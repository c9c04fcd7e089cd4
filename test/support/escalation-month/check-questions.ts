import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import type { Entry } from './history.ts';
import type { Month } from './month.ts';
import type { Story } from './read-story.ts';

/** Neither the bot nor the chat system stands still for longer. */
const LONGEST_STANDSTILL = 4 * HOUR;

/** Whoever is on it for long is asked whether they still are, where the policy says so. */
export function checkQuestions(month: Month, { incident, entries }: Story): readonly string[] {
  const minutes = month.cast.policy.askAgainMinutes[incident.severity];
  const words = entries.filter(isWord);
  return words.flatMap(({ what, personId, elapsed }, index) => {
    const isOnIt = ['answer', 'write', 'stay'].includes(what);
    // Of what is done at one instant nobody here sees which was first.
    const isLast = words.every((word, other) => other === index || word.elapsed !== elapsed);
    const waited = (words[index + 1]?.elapsed ?? month.elapsed()) - elapsed;
    return minutes !== undefined && isOnIt && isLast && waited > minutes * MINUTE + LONGEST_STANDSTILL
      ? [`${personId} was on it for long, and was never asked whether they still are`]
      : [];
  });
}

function isWord({ what, outcome }: Entry): boolean {
  const isDone = outcome === 'done' && ['answer', 'write', 'stay', 'pass-on'].includes(what);
  return isDone || what === 'ask-still-on-it' || what === 'end';
}
