import type { IncidentId, PersonId } from '../domain/ids.ts';
import type { Waiver } from '../domain/postmortem/check/waiver.ts';
import type { Instant } from '../domain/time.ts';

/** What people said does not hold of a postmortem. */
export interface WaiverStore {
  /** Those that nobody took back, in the order in which they were given. */
  list(incident: IncidentId): Promise<readonly Waiver[]>;
  /** Takes the place of an earlier one of the same rule and place, which is kept. */
  add(incident: IncidentId, waiver: Waiver): Promise<void>;
  /** False where there is none. */
  takeBack(
    incident: IncidentId,
    waiver: Pick<Waiver, 'rule' | 'placeKey'>,
    takenBack: { readonly by: PersonId; readonly at: Instant },
  ): Promise<boolean>;
}
