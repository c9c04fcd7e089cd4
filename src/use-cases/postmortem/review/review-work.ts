import type { IncidentId, ReviewEntryId } from '../../../domain/ids.ts';
import type { Reminder } from '../../../domain/postmortem/review/deadline.ts';
import type { CalendarDate } from '../../../domain/time.ts';

/** What follows from steps of a review. */
export type ReviewWork =
  | { readonly kind: 'tell-reviewer'; readonly reviewEntryId: ReviewEntryId }
  /** Of those who are asked together the first entry stands for all. */
  | { readonly kind: 'post-review-line'; readonly reviewEntryId: ReviewEntryId }
  | { readonly kind: 'announce-postmortem'; readonly reviewEntryId: ReviewEntryId }
  /** Says where a postmortem was announced that it is worked on again. */
  | { readonly kind: 'withdraw-announcement'; readonly reviewEntryId: ReviewEntryId }
  | { readonly kind: 'schedule-deadline'; readonly incidentId: IncidentId }
  | {
      readonly kind: 'remind-of-deadline';
      readonly incidentId: IncidentId;
      /** What it was scheduled for; another resolution or severity makes it stale. */
      readonly dueOn: CalendarDate;
      readonly reminder: Reminder;
    };
