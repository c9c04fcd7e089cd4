import type { IncidentId } from '../../../domain/ids.ts';
import {
  dayOfReminder,
  dueOn,
  firstInstantOf,
  isStillTrue,
  REMINDERS,
} from '../../../domain/postmortem/review/deadline.ts';
import { reviewOf } from '../../../domain/postmortem/review/review.ts';
import { accept } from '../../../domain/result.ts';
import { calendarDateAt, type Instant, instantOnDate } from '../../../domain/time.ts';
import { attempt } from '../../attempt.ts';
import { enqueue } from '../../enqueue.ts';
import { readIncident } from '../../incident/deliver-incident.ts';
import { leaderOf } from '../../people/leader-of.ts';
import type { Ports, Records } from '../../ports.ts';
import type { ClaimedWork, Work } from '../../work.ts';
import { deadlinesOf } from './deadlines-of.ts';

type DeadlinePorts = Pick<
  Ports,
  'database' | 'directory' | 'reviewMessenger' | 'policy' | 'calendarOf' | 'clock' | 'wake'
>;
type ReminderWork = Extract<Work, { kind: 'remind-of-deadline' }>;

/** In a lane of its own, in the caller's transaction: the deadline may have come, moved or gone. */
export async function askForDeadline(records: Records, incidentId: IncidentId, now: Instant): Promise<void> {
  await enqueue(records, `schedule-deadline:${incidentId}`, now, { kind: 'schedule-deadline', incidentId });
}

/** Sets the timers of the reminders, each once for each day on which it is due. */
export async function scheduleDeadline(ports: DeadlinePorts, incidentId: IncidentId): Promise<void> {
  const { reminderTime } = ports.policy;
  const deadlines = deadlinesOf(ports);
  const incident = await readIncident(ports, incidentId);
  const due = dueOn(incident, deadlines);
  if (due === undefined || incident.resolvedAt === undefined) {
    return;
  }
  const resolvedOn = calendarDateAt(incident.resolvedAt, deadlines.zone);
  await ports.database.transaction(async (records) => {
    for (const reminder of REMINDERS) {
      const day = dayOfReminder(reminder, due, deadlines);
      if (day > resolvedOn) {
        await setTimer(
          records,
          { kind: 'remind-of-deadline', incidentId, dueOn: due, reminder },
          {
            runAt: firstInstantOf(day, reminderTime),
            because: 'due',
          },
        );
      }
    }
    return accept(undefined);
  });
  ports.wake();
}

/** Reminds whoever leads, at that time of day where they live, unless it was published or is due another day by now. */
export async function remindOfDeadline(ports: DeadlinePorts, work: ReminderWork, claimed: ClaimedWork): Promise<void> {
  const { records } = ports.database;
  const { reminderTime } = ports.policy;
  const deadlines = deadlinesOf(ports);
  const incident = await readIncident(ports, work.incidentId);
  const entries = await records.reviews.list(incident.id);
  const review = reviewOf(entries, { closedAt: incident.closedAt, version: '' });
  if (dueOn(incident, deadlines) !== work.dueOn || review.state === 'published') {
    return;
  }
  const leader = await leaderOf(ports, incident);
  if (leader === undefined) {
    return;
  }
  const now = ports.clock.now();
  const day = dayOfReminder(work.reminder, work.dueOn, deadlines);
  const runAt = instantOnDate(day, reminderTime, leader.timeZone);
  if (runAt > now) {
    await ports.database.transaction(async (change) => accept(await setTimer(change, work, { runAt, because: runAt })));
    return;
  }
  if (isStillTrue(work.reminder, work.dueOn, calendarDateAt(now, leader.timeZone))) {
    const deadline = { incident, dueOn: work.dueOn, reminder: work.reminder, review };
    await ports.reviewMessenger.remindOfDeadline(leader.id, deadline, attempt(claimed));
  }
}

async function setTimer(
  records: Records,
  work: ReminderWork,
  { runAt, because }: { readonly runAt: Instant; readonly because: string },
): Promise<void> {
  const lane = `remind-of-deadline:${work.incidentId}:${work.reminder}`;
  await records.work.add({ work, lane, runAt, dedupeKey: `${lane}:${work.dueOn}:${because}` });
}
