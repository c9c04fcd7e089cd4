import type { ActionItemId, PersonId, TeamId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';

/** What is to be done in the tracker, or heard from it. */
export type TrackerWork =
  | {
      readonly kind: 'create-ticket';
      readonly actionItemId: ActionItemId;
      /** Missing where the policy wants one for every item. */
      readonly askedBy: PersonId | undefined;
    }
  /** Tells the ticket what it does not say yet, if anything. */
  | { readonly kind: 'update-ticket'; readonly actionItemId: ActionItemId }
  /** Looks what changed there since, and asks for the next look. */
  | {
      readonly kind: 'poll-tracker';
      readonly teamId: TeamId;
      readonly since: Instant;
      /** The page to be read, and when the first one was; missing where it is that. */
      readonly page: { readonly cursor: string; readonly begunAt: Instant } | undefined;
    };
