import type { Incident } from '../../domain/incident/incident.ts';
import { type Instant, instant, MINUTE, toMilliseconds } from '../../domain/time.ts';
import type { Records } from '../ports.ts';

/** Whoever goes through a list changes several things in a row: the channel gets one draft for all of them. */
const TOGETHER = 5 * MINUTE;

/** Has the postmortem of a closed incident drafted anew, once for all that is changed in the same few minutes. */
export async function askToRedraft(records: Records, { id, status }: Incident, now: Instant): Promise<void> {
  if (status !== 'closed') {
    return;
  }
  const runAt = instant((Math.floor(toMilliseconds(now) / TOGETHER) + 1) * TOGETHER);
  await records.work.add({
    work: { kind: 'post-draft', incidentId: id },
    lane: `redraft:${id}`,
    runAt,
    dedupeKey: `redraft:${id}:${runAt}`,
  });
}
