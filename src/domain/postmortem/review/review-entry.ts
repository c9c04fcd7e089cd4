import type { IncidentId, MessageRef, PersonId, ReviewEntryId } from '../../ids.ts';
import type { Instant } from '../../time.ts';

export const REVIEW_ENTRY_KINDS = ['asked', 'approved', 'changes-asked', 'published', 'taken-back'] as const;

export type ReviewEntryKind = (typeof REVIEW_ENTRY_KINDS)[number];

/** What somebody said or did on a postmortem's way to its readers. Each is kept for ever; the newest hold. */
export interface ReviewEntry {
  readonly id: ReviewEntryId;
  readonly incidentId: IncidentId;
  readonly kind: ReviewEntryKind;
  readonly by: PersonId;
  readonly at: Instant;
  /** Whom `asked` asks. */
  readonly reviewer: PersonId | undefined;
  /** What was said with it: which changes, why it was taken back, why it was published although something was in the way. */
  readonly words: string;
  /** What the postmortem held then, see `versionOf`. */
  readonly version: string;
  /** Where `published` was announced. */
  readonly announcement: MessageRef | undefined;
}
