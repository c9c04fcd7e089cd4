import type { CoverId, PersonId, TeamId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Span } from './span.ts';

/**
 * Somebody takes the turns of another in a rota, for a while. Where it was taken back while it held, `until` is when that
 * was.
 */
export interface Cover extends Span {
  readonly id: CoverId;
  /** The rota's name in the policy. */
  readonly rota: string;
  /** Who covers. */
  readonly by: PersonId;
  /** In whose place, whenever that person would be on duty; whoever it is where this is missing. */
  readonly coversFor: PersonId | undefined;
  readonly setBy: PersonId;
  readonly setAt: Instant;
}

/** A cover as it was said, and whether it was taken back since. */
export interface KeptCover {
  readonly teamId: TeamId;
  readonly cover: Cover;
  readonly takenBack: { readonly by: PersonId; readonly at: Instant } | undefined;
}
