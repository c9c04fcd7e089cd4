import type { IncidentId, MessageRef, PersonId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { shorten } from '../../domain/shorten.ts';
import type { Instant } from '../../domain/time.ts';
import { reactionName } from '../../domain/timeline/reaction-name.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { ReadMessage } from '../directory.ts';
import { enqueue } from '../enqueue.ts';
import { knowPeople } from '../people/know-people.ts';
import { DeliveryError, type Ports, type Records } from '../ports.ts';
import type { Requester } from '../request.ts';
import { askToMark } from '../timeline/mark-message.ts';
import { wordsOf } from '../timeline/message-words.ts';
import type { Work } from '../work.ts';
import { askForDoneWhen } from './ask-done-when.ts';
import { type MakePorts, makeItem } from './make-item.ts';

/** The rest of a message stands behind its link. */
const TITLE = 200;

export interface ReactForItem extends Requester {
  readonly message: MessageRef;
  /** The emoji's name, with or without a skin tone. */
  readonly reaction: string;
}

/** A reaction on a message of an incident's channel makes it an action item, once; taking it back changes nothing. */
export async function reactForItem(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: ReactForItem,
): Promise<Result<void, AlreadyHandled | { readonly kind: 'reaction-without-meaning' | 'no-incident-here' }>> {
  if (reactionName(request.reaction) !== ports.policy.actionItems.reaction) {
    return refuse({ kind: 'reaction-without-meaning' });
  }
  return change(ports, request, async (records, now) => {
    const { teamId, message, personId: askedBy } = request;
    const incident = await records.incidents.findByChannel(teamId, message.channel);
    if (incident === undefined) {
      return refuse({ kind: 'no-incident-here' });
    }
    await askForItem(records, { incidentId: incident.id, message, askedBy, now });
    return accept(undefined);
  });
}

/** One after the other, so that of several who ask for one message the first makes it. */
export async function askForItem(
  records: Records,
  asked: {
    readonly incidentId: IncidentId;
    readonly message: MessageRef;
    readonly askedBy: PersonId;
    readonly now: Instant;
  },
): Promise<void> {
  const { incidentId, message, askedBy, now } = asked;
  const { channel, key } = message;
  await enqueue(records, `items-of-messages:${incidentId}`, now, {
    kind: 'make-action-item',
    incidentId,
    channel,
    message: key,
    askedBy,
  });
}

/** An item without an owner, as nobody is given work by an emoji. */
export async function makeItemOfMessage(
  ports: MakePorts & Pick<Ports, 'directory'>,
  { incidentId, askedBy, ...work }: Extract<Work, { kind: 'make-action-item' }>,
): Promise<void> {
  const message = { channel: work.channel, key: work.message };
  const incident = await ports.database.records.incidents.find(incidentId);
  const read = await ports.directory.readMessage(message);
  if (incident === undefined || read === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'message_not_found' });
  }
  if (read.isOurs) {
    return;
  }
  await knowPeople(ports, incident.teamId, [askedBy]);
  await ports.database.transaction(async (records) => {
    const now = ports.clock.now();
    const items = await records.actionItems.list(incident.id);
    if (!items.some(({ permalink }) => permalink === read.permalink)) {
      const said = { ...NOTHING_SAID, title: titleOf(read), permalink: read.permalink, createdBy: askedBy };
      const { item } = await makeItem(ports, records, { incident, said, now });
      await askForDoneWhen(records, item, now);
      await askToMark(records, { incident, message }, 'confirm-tag', now);
    }
    return accept(undefined);
  });
  ports.wake();
}

const NOTHING_SAID = {
  priority: undefined,
  kind: undefined,
  owner: undefined,
  dueOn: undefined,
  doneWhen: undefined,
};

function titleOf({ text, files }: ReadMessage): string {
  const words = wordsOf({ text: text.trim(), fileNames: files.map(({ name }) => name) });
  return shorten(words.split('\n').find((line) => /[^\s`]/u.test(line)) ?? words, TITLE);
}
