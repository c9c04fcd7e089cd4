import type { MessageKey, PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Gap } from '../../domain/postmortem/gaps/find-gaps.ts';
import type { MissedMessage } from '../../domain/postmortem/gaps/missed-message.ts';
import type { TranscriptMessage } from '../../domain/transcript/transcript-message.ts';
import type { HistoryMessage } from '../directory.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';
import { wordsOf } from '../timeline/message-words.ts';
import { type ReadChannel, readChannel, readThreads } from './read-channel.ts';
import type { Reach } from './shown-gap.ts';

type MissedPorts = Pick<Ports, 'database' | 'directory'>;

export interface Missed {
  readonly messages: readonly MissedMessage[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly reach: Reach;
}

/**
 * What was said in the incident's channel and its threads during the gap: what was kept of it, where the policy keeps it,
 * with what stands in the channel now, which alone tells of reactions; else only the latter.
 */
export async function readMissed(ports: MissedPorts, incident: Incident, gap: Gap): Promise<Missed> {
  const kept = (await ports.database.records.transcript.list(incident.id)).filter(
    ({ at, deletedAt }) => deletedAt === undefined && isWithin(at, gap),
  );
  const read = await readHistory(ports, incident, { gap, isKept: kept.length > 0 });
  const standing = (read?.messages ?? []).filter(({ said }) => said !== undefined && isWithin(said.at, gap));
  const people = await knowPeople(ports, incident.teamId, namedIn(kept, standing));
  const messages = new Map<MessageKey, MissedMessage>([
    ...kept.map((message) => [message.message.key, asKept(ports, message)] as const),
    ...standing.flatMap((message) => asItStands(ports, message, people)),
  ]);
  return {
    messages: [...messages.values()].map((message) => withoutBot(message, people)),
    people,
    reach: reachOf(read, kept),
  };
}

function isWithin(at: string, { from, to }: Gap): boolean {
  return at > from && at < to;
}

/** Of what was kept no thread need be read. */
async function readHistory(
  ports: MissedPorts,
  { channel, declaredAt }: Incident,
  { gap, isKept }: { readonly gap: Gap; readonly isKept: boolean },
): Promise<ReadChannel | undefined> {
  if (channel === undefined) {
    return undefined;
  }
  const until = gap.to;
  const read = await readChannel(ports, { channel, since: isKept ? gap.from : declaredAt, until });
  if (read === undefined || isKept) {
    return read;
  }
  const threads = await readThreads(ports, { channel, since: gap.from, until, messages: read.messages });
  return { messages: [...read.messages, ...threads.messages], isCut: read.isCut || threads.isCut };
}

function namedIn(kept: readonly TranscriptMessage[], standing: readonly HistoryMessage[]): readonly PersonId[] {
  const named = [
    ...kept.map(({ saidBy }) => saidBy),
    ...standing.flatMap(({ said }) => [said?.saidBy, ...(said?.mentions ?? [])]),
  ];
  return [...new Set(named.filter((id) => id !== undefined))];
}

function asKept({ directory }: MissedPorts, kept: TranscriptMessage): MissedMessage {
  const { message, thread, at, text, saidBy, source } = kept;
  return {
    ...{ key: message.key, thread, at, text, saidBy },
    isCommand: directory.isCommand(source),
    // As `wordsOf` wrote them.
    files: [...text.matchAll(/^\[file: .*\]$/gmu)].length,
    reactions: 0,
  };
}

function asItStands(
  { directory }: MissedPorts,
  { said, fileNames, reactionCount }: HistoryMessage,
  people: ReadonlyMap<PersonId, Person>,
): readonly (readonly [MessageKey, MissedMessage])[] {
  if (said === undefined) {
    return [];
  }
  const { key, thread, at, saidBy } = said;
  const message = {
    ...{ key, thread, at, saidBy },
    text: wordsOf({ text: said.textWith(people), fileNames }),
    isCommand: directory.isCommand(said.source),
    files: fileNames.length,
    reactions: reactionCount,
  };
  return [[key, message]];
}

/** Some apps speak as a member of the workspace. */
function withoutBot(message: MissedMessage, people: ReadonlyMap<PersonId, Person>): MissedMessage {
  const isBot = message.saidBy !== undefined && people.get(message.saidBy)?.isBot === true;
  return isBot ? { ...message, saidBy: undefined } : message;
}

function reachOf(read: ReadChannel | undefined, kept: readonly TranscriptMessage[]): Reach {
  if (read === undefined) {
    return kept.length > 0 ? 'all' : 'nothing';
  }
  return read.isCut && kept.length === 0 ? 'newest' : 'all';
}
