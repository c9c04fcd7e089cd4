import type { PersonId, TeamId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

export interface OpenedHomeRow {
  team_id: TeamId;
  person_id: PersonId;
  opened_at: Instant;
}
