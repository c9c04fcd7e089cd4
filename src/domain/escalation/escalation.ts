import type { EscalationId, IncidentId, MessageRef, PersonId } from '../ids.ts';
import type { Party } from '../people/person.ts';
import type { Instant } from '../time.ts';

/** A call for more people, open until somebody acknowledges it. */
export interface Escalation {
  readonly id: EscalationId;
  readonly incidentId: IncidentId;
  readonly target: Party;
  /** Whom it calls: of a group, those who can be called, once they were looked up. */
  readonly called: readonly PersonId[];
  readonly reason: string;
  readonly requestedBy: PersonId;
  readonly requestedAt: Instant;
  readonly acknowledgedBy: PersonId | undefined;
  readonly acknowledgedAt: Instant | undefined;
  /** Where the channel sees it, once it was posted. */
  readonly message: MessageRef | undefined;
}
