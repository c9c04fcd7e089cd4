import type { IncidentId } from '../domain/ids.ts';
import type { RoleAssignment } from '../domain/roles/role.ts';

/** Who had and has which role. */
export interface RoleStore {
  /** Oldest first. */
  list(incident: IncidentId): Promise<readonly RoleAssignment[]>;
  /** Earlier ones of the role are kept. */
  add(assignment: RoleAssignment): Promise<void>;
}
