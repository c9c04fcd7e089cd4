import type { Attempt } from './messenger.ts';
import type { ClaimedWork } from './work.ts';

export function attempt(claimed: ClaimedWork): Attempt {
  return { key: claimed.id, isRepeat: claimed.attempts > 0, since: claimed.runAt };
}
