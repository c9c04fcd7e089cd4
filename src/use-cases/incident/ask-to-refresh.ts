import type { IncidentId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';

/** All that shows the severity and the status is brought up to date, each as work of its own, as any of it may fail. */
export async function askToRefresh(records: Records, incidentId: IncidentId, now: Instant): Promise<void> {
  await enqueue(
    records,
    incidentId,
    now,
    { kind: 'refresh-card', incidentId },
    { kind: 'refresh-announcement', incidentId },
    { kind: 'set-topic', incidentId },
  );
}
