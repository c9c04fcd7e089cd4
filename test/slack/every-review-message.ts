import { channelId, personId } from '../../src/domain/ids.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Postmortem } from '../../src/domain/postmortem/postmortem.ts';
import { REMINDERS } from '../../src/domain/postmortem/review/deadline.ts';
import { type Review, reviewOf } from '../../src/domain/postmortem/review/review.ts';
import type { ReviewEntry } from '../../src/domain/postmortem/review/review-entry.ts';
import type { CalendarDate } from '../../src/domain/time.ts';
import type { Modal } from '../../src/slack/blocks/fields.ts';
import { type Message, paragraph } from '../../src/slack/blocks/layout.ts';
import { deadlineMessage } from '../../src/slack/messages/deadline-message.ts';
import {
  approvedAnswer,
  changedMessage,
  publishedMessage,
  reviewerMessage,
  reviewLine,
  withdrawnMessage,
} from '../../src/slack/messages/review-messages.ts';
import { reviewBlocks } from '../../src/slack/messages/review-panel.ts';
import {
  askForChangesModal,
  askForReviewModal,
  publishModal,
  takeBackModal,
} from '../../src/slack/modals/review-modals.ts';
import { aRecordedIncident, aReviewEntry, mahari } from '../support/record-builder.ts';

const ana = personId('U0ANA');
const channel = channelId('C0INCIDENT');
const dueOn = '2024-06-14' as CalendarDate;

/** What the bot says of a review, with `typed` wherever a person's words go. */
export function everyReviewMessage(
  typed: string,
  { incident, postmortem }: { readonly incident: Incident; readonly postmortem: Postmortem },
): Readonly<Record<string, Message>> {
  const asked = aReviewEntry({ reviewer: mahari, words: typed });
  const changes = aReviewEntry({ kind: 'changes-asked', by: mahari, words: typed });
  const approved = aReviewEntry({ kind: 'approved', by: mahari });
  const published = aReviewEntry({ kind: 'published', words: typed });
  const takenBack = aReviewEntry({ kind: 'taken-back', words: typed });
  const version = asked.version;
  const told = { incident, postmortem, entry: asked, version };
  const review = (...entries: readonly ReviewEntry[]) =>
    reviewOf(entries, { closedAt: incident.closedAt, version: 'another' });
  const panel = (shown: Review): Message => ({
    ...paragraph('Postmortem'),
    blocks: reviewBlocks({ incident, review: shown, dueOn }),
  });
  return {
    'a review that somebody is asked for': reviewerMessage(told),
    'a review of what was changed': changedMessage(told),
    'answer to approving': approvedAnswer(incident),
    'a review is asked for': reviewLine({ incident, entry: asked, reviewers: [mahari, ana] }),
    'a review approved': reviewLine({ incident, entry: approved, reviewers: [] }),
    'a review that asks for changes': reviewLine({ incident, entry: changes, reviewers: [] }),
    'a postmortem published': reviewLine({ incident, entry: { ...published, words: '' }, reviewers: [] }),
    'a postmortem published all the same': reviewLine({ incident, entry: published, reviewers: [] }),
    'a postmortem taken back': reviewLine({ incident, entry: takenBack, reviewers: [] }),
    'announcement of a postmortem': publishedMessage({ incident, postmortem, entry: published }),
    'announcement of a postmortem that was taken back': withdrawnMessage(incident),
    'panel of a draft': panel(review()),
    'panel of a review': panel(review(asked)),
    'panel of an approved review': panel(review(asked, approved)),
    'panel of a review that asks for changes': panel(review(asked, changes)),
    'panel of a published postmortem': panel(review(asked, approved, published)),
    'panel of a postmortem that was taken back': panel(review(published, takenBack)),
    ...Object.fromEntries(
      REMINDERS.map((reminder) => [
        `deadline: ${reminder}`,
        deadlineMessage({ incident, dueOn, reminder, review: review(asked) }),
      ]),
    ),
    'deadline of an incident that is not closed': deadlineMessage({
      incident: { ...incident, status: 'resolved', closedAt: undefined },
      dueOn,
      reminder: 'after',
      review: review(),
    }),
  };
}

export function everyReviewModal(typed: string): Readonly<Record<string, Modal>> {
  return {
    'ask for a review': askForReviewModal(channel),
    'ask for changes': askForChangesModal(channel, aRecordedIncident({ title: typed })),
    'publish a postmortem': publishModal(channel, { obstacles: [], announcedIn: 'incidents' }),
    'publish a postmortem all the same': publishModal(channel, {
      obstacles: [
        { kind: 'findings', count: 2 },
        { kind: 'approvals', given: 0, needed: 1 },
        { kind: 'changes-asked', by: [ana, mahari] },
      ],
      announcedIn: undefined,
    }),
    'take a postmortem back': takeBackModal(channel),
  };
}
