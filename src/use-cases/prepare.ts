import type { TeamId } from '../domain/ids.ts';
import { accept } from '../domain/result.ts';
import { scheduleWeeklyDigest } from './action-items/schedule-weekly-digest.ts';
import { scheduleForgetting } from './forget-old.ts';
import { askToKnowGroups } from './people/know-groups.ts';
import type { Ports } from './ports.ts';
import { catchUpOnStarting } from './timeline/catch-up.ts';
import { startPolling } from './trackers/poll-tracker.ts';

/** What is to be done whenever a process starts. */
export async function prepare(
  ports: Pick<Ports, 'database' | 'policy' | 'calendarOf' | 'tracker' | 'clock'>,
  teamId: TeamId,
): Promise<void> {
  const now = ports.clock.now();
  await ports.database.transaction(async (records) => {
    await records.work.add({
      work: { kind: 'know-everybody', teamId, cursor: undefined },
      lane: 'know-everybody',
      runAt: now,
      dedupeKey: undefined,
    });
    await askToKnowGroups(records, teamId, now);
    await catchUpOnStarting(records, teamId, now);
    await startPolling(records, ports.tracker, { teamId, now });
    await scheduleForgetting(records, now);
    await scheduleWeeklyDigest(records, ports, { teamId, now });
    return accept(undefined);
  });
}
