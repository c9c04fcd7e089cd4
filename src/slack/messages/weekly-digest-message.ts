import { LONG_OVERDUE } from '../../domain/action-items/weekly-digest.ts';
import type { LateItem, LateItemsOfTeam } from '../../use-cases/action-items/action-item-messenger.ts';
import { context, type Message, section, when } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND } from '../identifiers.ts';
import { calledName, inChannel } from '../text/describe-incident.ts';
import { ticketWords } from '../text/ticket-link.ts';

/** What fits into one message and is still read; a line of each with all that it tells fits into a section. */
const TEAMS = 8;
const ITEMS = 5;
const TITLE = 120;
const NAME = 40;
const TICKET = 110;
/** The links of more would not fit. */
const MOST_LINKED = 30;

/** By team, oldest first. It names people and calls nobody: they had their own messages. */
export function weeklyDigestMessage(teams: readonly LateItemsOfTeam[]): Message {
  const total = teams.reduce((sum, { items }) => sum + items.length, 0);
  const text = `📋 ${total === 1 ? '1 action item' : `${total} action items`} overdue by ${LONG_OVERDUE} days or more`;
  const hidden = teams.slice(TEAMS).reduce((sum, { items }) => sum + items.length, 0);
  return {
    text,
    blocks: [
      section(`*${text}*, oldest first.`),
      ...teams.slice(0, TEAMS).map((team) => section(teamLines(team, total <= MOST_LINKED))),
      ...when(hidden > 0, () => [context(`and ${hidden} more of other teams`)]),
      context(`\`${COMMAND} actions overdue\` lists all that is overdue, with buttons.`),
    ],
  };
}

function teamLines({ team, items }: LateItemsOfTeam, isLinked: boolean): string {
  const name = team === undefined ? 'No team' : `@${cut(escapeMrkdwn(team.handle), NAME)}`;
  const hidden = items.length - ITEMS;
  return [
    `*${name}* · ${items.length}`,
    ...items.slice(0, ITEMS).map((late) => itemLine(late, isLinked)),
    ...(hidden > 0 ? [`and ${hidden} more`] : []),
  ].join('\n');
}

function itemLine({ item, incident, ownerName, daysLate }: LateItem, isLinked: boolean): string {
  const priority = item.priority === undefined ? '' : `${item.priority} `;
  const title = cut(escapeMrkdwn(item.title.replaceAll(/\s+/gu, ' ')), TITLE);
  const nobody = item.owner === undefined ? '_no owner_' : '_an owner whose name is not known_';
  const owner = ownerName === undefined ? nobody : cut(escapeMrkdwn(ownerName), NAME);
  const ticket = ticketWords(item);
  // A link must not be cut.
  const link = isLinked && ticket.length <= TICKET ? ticket : '';
  const where = `${calledName(incident)}${inChannel(incident)}${link}`;
  return `• *${daysLate} days late* · ${priority}${title} · ${owner} · ${where}`;
}
