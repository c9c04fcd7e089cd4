import type { GroupId, PersonId, TeamId } from '../ids.ts';
import type { Instant, TimeZone } from '../time.ts';

export interface Person {
  readonly id: PersonId;
  readonly teamId: TeamId;
  /** What colleagues see: the display name, else the real name. */
  readonly name: string;
  readonly timeZone: TimeZone;
  /** `en-GB`; undefined where nobody told us. */
  readonly locale: string | undefined;
  readonly isBot: boolean;
  readonly isDeactivated: boolean;
  /** Whether they administer the workspace. */
  readonly isAdmin: boolean;
  /** Until when they say that they are away; undefined where they do not. */
  readonly awayUntil: Instant | undefined;
}

/** Whether what is sent to them is read by anybody. */
export function canBeReached(person: Person): boolean {
  return !person.isBot && !person.isDeactivated;
}

export interface Group {
  readonly id: GroupId;
  /** `dba`, without the @. */
  readonly handle: string;
}

/** Whom one can call, and who can own work: a person, or a group of people. */
export type Party = { readonly kind: 'person'; readonly id: PersonId } | ({ readonly kind: 'group' } & Group);

export type PersonRefusal =
  | { readonly kind: 'person-is-bot'; readonly name: string }
  | { readonly kind: 'person-deactivated'; readonly name: string };
