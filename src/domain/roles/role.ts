import type { IncidentId, PersonId } from '../ids.ts';
import type { Role } from '../policy.ts';
import type { Instant } from '../time.ts';

/** That somebody took a role on, or that nobody has it any more. Earlier ones are kept; the newest holds. */
export interface RoleAssignment {
  readonly incidentId: IncidentId;
  /** A name from the policy's list as it was then. */
  readonly role: string;
  readonly person: PersonId | undefined;
  readonly assignedBy: PersonId;
  readonly at: Instant;
}

export interface HeldRole {
  readonly name: string;
  /** Missing while the role is vacant. */
  readonly holder: PersonId | undefined;
}

/** The role that leads; others stand in where the policy has none of that name, or it is vacant. */
export const COMMANDER = 'commander';

/** Every role of the policy, in its order, then those that are held and that the policy does not know any more. */
export function heldRoles(known: readonly Role[], assignments: readonly RoleAssignment[]): readonly HeldRole[] {
  const holders = new Map(assignments.map(({ role, person }) => [role, person]));
  const names = known.map(({ name }) => name);
  const others = [...holders.keys()].filter((name) => !names.includes(name) && holders.get(name) !== undefined);
  return [...names, ...others].map((name) => ({ name, holder: holders.get(name) }));
}

export function holderOf(assignments: readonly RoleAssignment[], role: string): PersonId | undefined {
  return assignments.findLast((assignment) => assignment.role === role)?.person;
}

/** `communications-lead` → `communications lead` */
export function roleInWords(name: string): string {
  return name.replaceAll('-', ' ');
}

/** “Ben is commander instead of Ana”. */
export function tellChange(
  role: string,
  names: { readonly now: string | undefined; readonly before: string | undefined },
): string {
  const { now, before } = names;
  if (now === undefined) {
    return `${before ?? 'Nobody'} is ${roleInWords(role)} no more`;
  }
  return `${now} is ${roleInWords(role)}${before === undefined ? '' : ` instead of ${before}`}`;
}
