import type { PersonId } from '../../domain/ids.ts';
import { nearestWord } from '../../domain/nearest-word.ts';
import type { Person } from '../../domain/people/person.ts';
import { UTC } from '../../domain/time.ts';
import { deferCommand } from '../../use-cases/commands/defer-command.ts';
import type { TypedCommand } from '../../use-cases/conversation.ts';
import { listIncidents } from '../../use-cases/incident/list-incidents.ts';
import { readIncidentState } from '../../use-cases/incident/read-incident-state.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { context, type Message, paragraph, quote } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND, type Verb, verbs } from '../identifiers.ts';
import { helpMessage, usageLine } from '../messages/help-message.ts';
import { incidentCard } from '../messages/incident-card.ts';
import { incidentList } from '../messages/incident-messages.ts';
import { hasNamelessToken } from '../text/name-tokens.ts';
import { mentionedPeople, readMarkup } from '../text/read-markup.ts';
import { splitWord } from '../text/split-word.ts';
import { asMessage } from './answer-later.ts';
import { type Answer, type Feature, say } from './feature.ts';

/** Reading a time needs the speaker's zone, and a role that they take on their name. */
const VERBS_THAT_NEED_THE_SPEAKER: readonly string[] = ['start', 'log', 'action', 'assign', 'rota'];

/** Runs a command at once, or keeps it for the worker where somebody whom it needs is not known yet. */
export async function runCommand(ports: Ports, feature: Feature, typed: TypedCommand): Promise<Answer> {
  const needed = peopleNeeded(typed);
  const named = [...new Set([typed.personId, ...needed])];
  const known = await ports.database.records.people.find(typed.teamId, named);
  if (needed.some((id) => !known.has(id)) || hasNamelessToken(typed.text)) {
    await deferCommand(ports, typed);
    return say(paragraph('One moment: I am looking up who is who.'));
  }
  return runKnownCommand(ports, feature, { typed, people: known });
}

/** Runs a command now, with whoever is known. */
export async function runKnownCommand(
  ports: Ports,
  feature: Feature,
  command: { readonly typed: TypedCommand; readonly people: ReadonlyMap<PersonId, Person> },
): Promise<Answer> {
  const { typed, people } = command;
  const { word, markup } = splitVerb(typed.text);
  if (word === '') {
    return say(await panel(ports, typed));
  }
  const verb = verbs.find((known) => known === word);
  const handler = verb === undefined ? undefined : feature.verbs?.[verb];
  if (handler === undefined) {
    return say(
      verb === 'help' ? helpMessage(ports.policy) : withWords(unknownVerb(readMarkup(word, people)), typed, people),
    );
  }
  const { timeZone: zone = UTC, locale } = people.get(typed.personId) ?? {};
  const answer = await handler({ ...typed, markup, names: people, speaker: { now: typed.typedAt, zone, locale } });
  const isRefused = answer.kind === 'refusal' && !isRepeat(answer);
  return isRefused && markup !== '' ? say(withWords(asMessage(answer), typed, people)) : answer;
}

/** Whether another delivery of the same was done already, which answers for both. */
export function isRepeat(answer: Answer): boolean {
  return answer.kind === 'refusal' && answer.refusal.kind === 'already-handled';
}

/** Slack keeps no command that was typed: without its words here they would be lost. */
function withWords(message: Message, typed: TypedCommand, people: ReadonlyMap<PersonId, Person>): Message {
  const words = `${COMMAND} ${readMarkup(typed.text, people)}`;
  return { ...message, blocks: [...message.blocks, context('You wrote:'), ...quote(words)] };
}

function splitVerb(text: string): { readonly word: string; readonly markup: string } {
  const { word, rest } = splitWord(text);
  return { word: word.toLowerCase(), markup: rest };
}

/** Whose particulars a command cannot do without. */
export function peopleNeeded(typed: TypedCommand): readonly PersonId[] {
  const { word, markup } = splitVerb(typed.text);
  const speaker = VERBS_THAT_NEED_THE_SPEAKER.includes(word) && markup !== '' ? [typed.personId] : [];
  return [...new Set([...speaker, ...mentionedPeople(markup)])];
}

/** The bare command: here the incident's card, elsewhere what is open. */
async function panel(ports: Ports, typed: TypedCommand): Promise<Message> {
  const incident = await ports.database.records.incidents.findByChannel(typed.teamId, typed.channel);
  return incident === undefined
    ? incidentList(await listIncidents(ports, typed))
    : incidentCard(await readIncidentState(ports, incident), ports.policy);
}

function unknownVerb(word: string): Message {
  const nearest = nearestWord(word, verbs);
  const near = verbs.find((verb: Verb) => verb === nearest);
  const hint = near === undefined ? `\`${COMMAND} help\` lists what I know.` : `Did you mean ${usageLine(near)}?`;
  return paragraph(`I don’t know “${escapeMrkdwn(word)}”. ${hint}`);
}
