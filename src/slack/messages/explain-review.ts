import type { Obstacle } from '../../domain/postmortem/review/decide.ts';
import type { AnswerReviewRefusal } from '../../use-cases/postmortem/review/answer-review.ts';
import type { AskForReviewRefusal } from '../../use-cases/postmortem/review/ask-for-review.ts';
import type { PublishRefusal } from '../../use-cases/postmortem/review/publish-postmortem.ts';
import type { TakeBackPostmortemRefusal } from '../../use-cases/postmortem/review/take-back-postmortem.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND } from '../identifiers.ts';
import { slackTime } from '../text/slack-time.ts';
import { explainItem, type OnlyOfItems } from './explain-items.ts';
import type { OnlyOfTickets } from './explain-ticket.ts';
import { mentions } from './review-messages.ts';

export type ReviewingRefusal = AskForReviewRefusal | AnswerReviewRefusal | PublishRefusal | TakeBackPostmortemRefusal;

/** What only reviews refuse. */
export type OnlyOfReviews = Exclude<
  ReviewingRefusal,
  { kind: 'already-handled' | 'no-incident-here' | 'no-such-incident' | 'person-is-bot' | 'person-deactivated' }
>;

export function explainReview(refusal: OnlyOfReviews | OnlyOfItems | OnlyOfTickets): string {
  switch (refusal.kind) {
    case 'no-postmortem-yet':
      return `The incident is ${refusal.status}. Its postmortem is reviewed and published once it is closed.`;
    case 'published-already':
      return `<@${refusal.by}> published it ${slackTime(refusal.at)}. \`${COMMAND} postmortem\` in its channel has a button to take it back.`;
    case 'nobody-to-ask':
      return 'Choose at least one person to read it.';
    case 'asks-oneself':
      return 'Somebody else must read it: leave yourself out.';
    case 'not-a-reviewer':
      return 'You are not asked to review this postmortem any more, or were not yet. Nothing was recorded.';
    case 'approved-already':
      return `You approved it ${slackTime(refusal.at)}, and it says the same now.`;
    case 'changed-since-shown':
      return 'It was changed since you were shown it. Look it over again.';
    case 'no-words':
      return 'Say it in a few words.';
    case 'in-the-way':
      return `It cannot be published yet: ${refusal.obstacles.map(obstacleWords).join('; ')}. To publish it all the same, say why.`;
    case 'not-published':
      return 'It is not published, so there is nothing to take back.';
    case 'reviewer-not-in-private-incident':
      return `This incident is private, and ${escapeMrkdwn(refusal.name)} is not in its channel. Invite them first, or leave them out.`;
    case 'not-in-private-incident':
      return 'This incident is private, and you are not in its channel any more. Nothing was recorded.';
    default:
      return explainItem(refusal);
  }
}

export function obstacleWords(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'findings':
      return `the check found ${obstacle.count} ${obstacle.count === 1 ? 'thing' : 'things'} that must be mended`;
    case 'approvals':
      return `${obstacle.given} of ${obstacle.needed} reviewers approved it`;
    case 'changes-asked':
      return `${mentions(obstacle.by)} asked for changes`;
  }
}
