import type { FindRotaRefusal } from '../../domain/escalation/find-rota.ts';
import type { UnreadableCover } from '../../domain/escalation/parse-cover.ts';
import type { CoverRefusal } from '../../use-cases/escalation/cover-in-rota.ts';
import type { TakeBackCoverRefusal } from '../../use-cases/escalation/take-back-cover.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND } from '../identifiers.ts';
import { slackTime } from '../text/slack-time.ts';
import type { OnlyOfItems } from './explain-items.ts';
import { explainReview, type OnlyOfReviews } from './explain-review.ts';
import type { OnlyOfTickets } from './explain-ticket.ts';

export type RotaRefusal = FindRotaRefusal | UnreadableCover | CoverRefusal | TakeBackCoverRefusal;

/** What only rotas refuse. */
export type OnlyOfRotas = Exclude<RotaRefusal, { kind: 'already-handled' | 'person-is-bot' | 'person-deactivated' }>;

export function explainRota(refusal: OnlyOfRotas | OnlyOfReviews | OnlyOfItems | OnlyOfTickets): string {
  switch (refusal.kind) {
    case 'no-rotas':
      return `There is no rota yet. Write one into the policy file, \`faultline.yaml\`, and start me again:\n\`\`\`${EXAMPLE}\`\`\``;
    case 'which-rota':
      return `Say which rota, as in \`${COMMAND} rota ${refusal.known[0]} @ana covers …\`. There are ${list(refusal.known)}.`;
    case 'unknown-rota':
      return `“${escapeMrkdwn(refusal.typed)}” is no rota here.${refusal.nearest === undefined ? '' : ` Did you mean ${list([refusal.nearest])}?`} There ${refusal.known.length === 1 ? 'is' : 'are'} ${list(refusal.known)}.`;
    case 'unreadable-cover':
      return `${refusal.text === '' ? 'Say until when' : `I can’t read “${escapeMrkdwn(refusal.text)}”. Say who covers and until when`}, as in \`${COMMAND} rota database @ana covers for @ben until Friday 9:00\`, each name from the list that Slack shows. Nothing was recorded.`;
    case 'unreadable-cover-time':
      return `I can’t read “${escapeMrkdwn(refusal.text)}” as a time to come. Write the time of day and its day, as in \`until Friday 9:00\`, \`until tomorrow 9:00\`, \`until 18:00\`, \`until 2024-05-10 09:00\` or \`from Thursday 18:00 until Friday 9:00\`. Nothing was recorded.`;
    case 'covers-for-oneself':
      return `<@${refusal.person}> cannot cover for themselves. Name somebody else. Nothing was recorded.`;
    case 'cover-is-over':
      return `${slackTime(refusal.until)} is over already. Name a later end. Nothing was recorded.`;
    case 'cover-ends-before-it-begins':
      return `It would end ${slackTime(refusal.until)}, before it begins ${slackTime(refusal.from)}. Nothing was recorded.`;
    case 'no-such-cover':
      return 'That cover is over already: it ended, or somebody took it back.';
    default:
      return explainReview(refusal);
  }
}

const EXAMPLE = `rotas:
  database:
    members: [U024BE7LH, U0G9QF9C6]
    hand_over: Monday 09:00
    time_zone: Europe/Berlin
    first_hand_over: 2026-01-05`;

function list(names: readonly string[]): string {
  return names.map((name) => `\`${escapeMrkdwn(name)}\``).join(', ');
}
