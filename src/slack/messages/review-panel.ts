import type { KnownBlock } from '@slack/types';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Review, Reviewer } from '../../domain/postmortem/review/review.ts';
import type { ReviewEntry } from '../../domain/postmortem/review/review-entry.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { actions, context, section, when } from '../blocks/layout.ts';
import { cutTyped } from '../blocks/text.ts';
import { forms } from '../identifiers.ts';
import { dayWords, slackTime } from '../text/slack-time.ts';
import { formButton } from './form-button.ts';

export interface ReviewPanel {
  readonly incident: Incident;
  readonly review: Review;
  /** Missing where there is no deadline. */
  readonly dueOn: CalendarDate | undefined;
}

const SHOWN = 10;
/** Of all reviewers together, as a message takes so much in all. */
const WORDS_OF_ALL = 1_000;
const WORDS = 600;

/** Where a postmortem stands on its way to its readers, and what can be done about it. */
export function reviewBlocks(panel: ReviewPanel): KnownBlock[] {
  const { incident, review } = panel;
  const isClosed = incident.status === 'closed';
  const shown = review.reviewers.slice(0, SHOWN);
  const standing = [isClosed ? state(review) : '', due(panel)].filter((part) => part !== '').join(' ');
  return [
    ...when(standing !== '', () => [section(standing)]),
    ...shown.map((reviewer) => context(reviewerLine(reviewer, Math.floor(WORDS_OF_ALL / shown.length)))),
    ...when(isClosed, () => [actions(...reviewButtons(review))]),
  ];
}

function state({ state: stands, published, takenBack, isChangedSince }: Review): string {
  if (published !== undefined) {
    const changed = isChangedSince ? ' It was changed since.' : '';
    return `📄 *Published* ${slackTime(published.at)} by <@${published.by}>${override(published)}.${changed}`;
  }
  if (takenBack !== undefined) {
    return `↩️ *Draft again*: <@${takenBack.by}> took it back ${slackTime(takenBack.at)}: ${words(takenBack)}`;
  }
  return stands === 'in-review' ? '👀 *In review.*' : '📝 *Draft.*';
}

function override(published: ReviewEntry): string {
  return published.words === '' ? '' : `, although something was in the way: “${words(published)}”`;
}

function due({ incident, review, dueOn }: ReviewPanel): string {
  return dueOn === undefined || incident.status === 'canceled' || review.state === 'published'
    ? ''
    : `It is to be published by ${dayWords(dueOn)}.`;
}

function reviewerLine({ person, asked, answer, isChangedSince }: Reviewer, most: number): string {
  const changed = isChangedSince ? ', and it was changed since' : '';
  if (answer === undefined) {
    return `⏳ <@${person}> was asked ${slackTime(asked.at)}`;
  }
  return answer.kind === 'approved'
    ? `✅ <@${person}> approved it as it was ${slackTime(answer.at)}${changed}`
    : `✏️ <@${person}> asked for changes ${slackTime(answer.at)}${changed}: ${words(answer, Math.min(WORDS, most))}`;
}

function words(entry: ReviewEntry, most: number = WORDS): string {
  return cutTyped(entry.words, most);
}

function reviewButtons({ state: stands }: Review) {
  return stands === 'published'
    ? [formButton('Take back…', forms.takeBackPostmortem)]
    : [formButton('Ask for review…', forms.askForReview), formButton('Publish…', forms.publishPostmortem)];
}
