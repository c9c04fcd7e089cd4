import type { ChannelId, MessageRef, PersonId } from '../../../domain/ids.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Postmortem } from '../../../domain/postmortem/postmortem.ts';
import type { Reminder } from '../../../domain/postmortem/review/deadline.ts';
import type { Review } from '../../../domain/postmortem/review/review.ts';
import type { ReviewEntry } from '../../../domain/postmortem/review/review-entry.ts';
import type { CalendarDate } from '../../../domain/time.ts';
import type { Attempt } from '../../messenger.ts';

/** Tells people where a postmortem stands on its way to its readers. Its faults are those of `Messenger`. */
export interface ReviewMessenger {
  askReviewer(person: PersonId, asked: AskedReview, attempt: Attempt): Promise<void>;
  /** One quiet line in the incident's channel. */
  postReviewLine(channel: ChannelId, step: ReviewStep, attempt: Attempt): Promise<void>;
  /** `channel` by its name or by its id. */
  announcePostmortem(channel: string, published: PublishedPostmortem, attempt: Attempt): Promise<MessageRef>;
  /** Does nothing where somebody deleted it. */
  withdrawAnnouncement(announcement: MessageRef, incident: Incident): Promise<void>;
  remindOfDeadline(person: PersonId, deadline: Deadline, attempt: Attempt): Promise<void>;
}

export interface AskedReview extends PublishedPostmortem {
  /** What it holds, for whoever approves it. */
  readonly version: string;
}

export interface ReviewStep {
  readonly incident: Incident;
  readonly entry: ReviewEntry;
  /** Everybody who was asked with it. */
  readonly reviewers: readonly PersonId[];
}

export interface PublishedPostmortem {
  readonly incident: Incident;
  readonly entry: ReviewEntry;
  readonly postmortem: Postmortem;
}

export interface Deadline {
  readonly incident: Incident;
  readonly dueOn: CalendarDate;
  readonly reminder: Reminder;
  readonly review: Review;
}
