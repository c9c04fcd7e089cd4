import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import type { Work } from '../work.ts';
import { redrawMessage } from './refresh-item-message.ts';

interface Reader {
  readonly teamId: TeamId;
  readonly personId: PersonId;
}

/** In the caller's transaction; once for all changes that happen before it is drawn. */
export async function askToRefreshReminder(records: Records, reader: Reader, now: Instant): Promise<void> {
  const { teamId, personId } = reader;
  const lane = `refresh-reminder:${teamId}:${personId}`;
  if (!(await records.work.isWaiting(lane, 'refresh-reminder'))) {
    await enqueue(records, lane, now, { kind: 'refresh-reminder', teamId, personId });
  }
}

/** Draws somebody's last reminder as it is now: all that it listed when it was sent. */
export async function refreshReminder(
  ports: Pick<Ports, 'database' | 'actionItemMessenger'>,
  { teamId, personId }: Extract<Work, { kind: 'refresh-reminder' }>,
): Promise<void> {
  const sent = await ports.database.records.reminders.findDigest(teamId, personId);
  await (sent && redrawMessage(ports, teamId, sent.message));
}
