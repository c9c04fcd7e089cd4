import { accept } from '../domain/result.ts';
import { addMilliseconds, DAY, type Instant } from '../domain/time.ts';
import type { Ports, Records } from './ports.ts';

/** Slack repeats a delivery for an hour at most; finished work is kept longer only to look at. */
const KEPT = 30 * DAY;

const REMINDERS_KEPT = 90 * DAY;

/**
 * Forgets finished work, the keys of deliveries, transcripts whose time is over, what was heard of alerts that are long
 * past, what people typed and never sent, and what old reminders show, and comes back tomorrow. Incidents are kept for ever.
 */
export async function forgetOld(
  ports: Pick<Ports, 'database' | 'clock' | 'policy' | 'actionItemMessenger'>,
): Promise<void> {
  const now = ports.clock.now();
  await ports.database.forgetBefore(addMilliseconds(now, -KEPT));
  await ports.database.transaction(async (records) => {
    const { retentionDays } = ports.policy.transcript;
    await records.transcript.forgetClosedBefore(addMilliseconds(now, -retentionDays * DAY));
    await records.alerts.forgetHeardBefore(addMilliseconds(now, -KEPT));
    await records.unsaved.forgetBefore(addMilliseconds(now, -KEPT));
    const remindersFrom = ports.actionItemMessenger.firstKeyAt(addMilliseconds(now, -REMINDERS_KEPT));
    await records.itemMessages.forgetRemindersBefore(remindersFrom);
    await scheduleForgetting(records, addMilliseconds(now, DAY));
    return accept(undefined);
  });
}

/** Once a day, however many processes ask for it. */
export async function scheduleForgetting(records: Records, at: Instant): Promise<void> {
  const dedupeKey = `forget-old:${at.slice(0, 10)}`;
  await records.work.add({ work: { kind: 'forget-old' }, lane: 'forget-old', runAt: at, dedupeKey });
}
