import { LONG_OVERDUE } from '../../domain/action-items/weekly-digest.ts';
import type { LateItem, LateItemsOfTeam } from '../../use-cases/action-items/action-item-messenger.ts';
import { context, type Message, section, when } from '../blocks/layout.ts';
import { cutTyped } from '../blocks/text.ts';
import { COMMAND } from '../identifiers.ts';
import { calledName, inChannel } from '../text/describe-incident.ts';
import { ticketWords } from '../text/ticket-link.ts';

/** What fits into one message and is still read; a line of each with all that it tells fits into a section. */
const TEAMS = 8;
const TITLE = 120;
const NAME = 40;
const TICKET = 110;
/** The links of more would not fit. */
const MOST_LINKED = 30;

/** By team, oldest first. It names people and calls nobody: they had their own messages. */
export function weeklyDigestMessage(teams: readonly LateItemsOfTeam[]): Message {
  const total = totalOf(teams);
  const shown = teams.slice(0, TEAMS);
  const lines = shown.reduce((sum, { items }) => sum + items.length, 0);
  const text = `📋 ${total === 1 ? '1 action item' : `${total} action items`} overdue by ${LONG_OVERDUE} days or more`;
  const hidden = totalOf(teams.slice(TEAMS));
  return {
    text,
    blocks: [
      section(`*${text}*, oldest first.`),
      ...shown.map((team) => section(teamLines(team, lines <= MOST_LINKED))),
      ...when(hidden > 0, () => [context(`and ${hidden} more of other teams`)]),
      context(`\`${COMMAND} actions overdue\` lists all that is overdue, with buttons.`),
    ],
  };
}

function totalOf(teams: readonly LateItemsOfTeam[]): number {
  return teams.reduce((sum, { total }) => sum + total, 0);
}

function teamLines({ team, total, items }: LateItemsOfTeam, isLinked: boolean): string {
  const name = team === undefined ? 'No team' : `@${cutTyped(team.handle, NAME)}`;
  const hidden = total - items.length;
  return [
    `*${name}* · ${total}`,
    ...items.map((late) => itemLine(late, isLinked)),
    ...(hidden > 0 ? [`and ${hidden} more`] : []),
  ].join('\n');
}

function itemLine({ item, incident, ownerName, daysLate }: LateItem, isLinked: boolean): string {
  const priority = item.priority === undefined ? '' : `${item.priority} `;
  const title = cutTyped(item.title.replaceAll(/\s+/gu, ' '), TITLE);
  const nobody = item.owner === undefined ? '_no owner_' : '_an owner whose name is not known_';
  const owner = ownerName === undefined ? nobody : cutTyped(ownerName, NAME);
  const ticket = ticketWords(item);
  // A link must not be cut.
  const link = isLinked && ticket.length <= TICKET ? ticket : '';
  const where = `${calledName(incident)}${inChannel(incident)}${link}`;
  return `• *${daysLate} days late* · ${priority}${title} · ${owner} · ${where}`;
}
