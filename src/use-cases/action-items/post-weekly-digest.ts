import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';

/** Tells the policy's channel what is long overdue. */
export async function postWeeklyDigest(
  _ports: Pick<Ports, 'database' | 'actionItemMessenger' | 'clock' | 'wake'>,
  _week: Extract<Work, { kind: 'post-weekly-digest' }>,
  _claimed: ClaimedWork,
): Promise<void> {
  throw new Error('to be written on this branch');
}
