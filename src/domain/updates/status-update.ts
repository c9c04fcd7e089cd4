import type { IncidentId, PersonId, StatusUpdateId } from '../ids.ts';
import { isOver, type Status } from '../incident/status.ts';
import { addMilliseconds, type Instant, MINUTE } from '../time.ts';

/** What stakeholders were told. */
export interface StatusUpdate {
  readonly id: StatusUpdateId;
  readonly incidentId: IncidentId;
  /** Plain text; may hold line breaks. */
  readonly text: string;
  readonly sentBy: PersonId;
  readonly at: Instant;
  /** Missing where none was promised. */
  readonly nextDueAt: Instant | undefined;
}

/** When the next one is due, so many minutes from now; 0 promises none, and of what is over nobody waits for more. */
export function nextDueAt(now: Instant, minutes: number, status: Status): Instant | undefined {
  return minutes === 0 || isOver(status) ? undefined : addMilliseconds(now, minutes * MINUTE);
}

/** When stakeholders may expect the next one, as things stand now. */
export function promisedAt(newest: StatusUpdate | undefined, status: Status): Instant | undefined {
  return isOver(status) ? undefined : newest?.nextDueAt;
}
