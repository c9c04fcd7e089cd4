import { nextWeeklyInstant, type WeeklyTime, weeklyInstant, weekOf } from '../../domain/action-items/weekly-digest.ts';
import type { TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { calendarDateAt, type Instant } from '../../domain/time.ts';
import { isWorkingDay } from '../../domain/working-calendar.ts';
import type { Ports, Records } from '../ports.ts';

type SchedulePorts = Pick<Ports, 'policy' | 'calendarOf'>;

/**
 * Asks for the digest of this week if its time has come, and comes back next week. Where the policy moved it to later
 * this week, that timer was set at the start. Who was away then is late with it, but only on a working day of that week.
 */
export async function startWeeklyDigest(
  ports: SchedulePorts & Pick<Ports, 'database' | 'clock' | 'wake'>,
  { teamId }: { readonly teamId: TeamId },
): Promise<void> {
  const now = ports.clock.now();
  const time = weeklyTime(ports);
  const today = calendarDateAt(now, time.zone);
  const monday = weekOf(today);
  const due = weeklyInstant(monday, time);
  await ports.database.transaction(async (records) => {
    if (due !== undefined && due <= now && isWorkingDay(today, time.calendar)) {
      const lane = `weekly-digest:${teamId}`;
      await records.work.add({
        work: { kind: 'post-weekly-digest', teamId, day: monday },
        lane,
        runAt: now,
        dedupeKey: `${lane}:${monday}`,
      });
    }
    await scheduleWeeklyDigest(records, ports, { teamId, now });
    return accept(undefined);
  });
  ports.wake();
}

/** Sets the next timer, once however many processes ask for it. */
export async function scheduleWeeklyDigest(
  records: Records,
  ports: SchedulePorts,
  { teamId, now }: { readonly teamId: TeamId; readonly now: Instant },
): Promise<void> {
  const time = weeklyTime(ports);
  const runAt = nextWeeklyInstant(calendarDateAt(now, time.zone), now, time);
  if (runAt !== undefined) {
    const lane = `start-weekly-digest:${teamId}`;
    await records.work.add({
      work: { kind: 'start-weekly-digest', teamId },
      lane,
      runAt,
      dedupeKey: `${lane}:${runAt}`,
    });
  }
}

function weeklyTime({ policy, calendarOf }: SchedulePorts): WeeklyTime {
  const { zone } = policy.postmortems;
  return { calendar: calendarOf(zone), timeOfDay: policy.reminderTime, zone };
}
