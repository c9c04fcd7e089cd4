import type { ActionItem } from '../domain/action-items/action-item.ts';
import type { ItemOfIncident } from '../domain/action-items/item-of-incident.ts';
import { type ChannelId, type MessageKey, type MessageRef, messageKey, type PersonId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type {
  ActionItemMessenger,
  HandedBack,
  ItemNow,
  LateItemsOfTeam,
  MessageNow,
  ReminderDigest,
  ReturnedItems,
  SentMessage,
  ToldChannel,
  UnheardItem,
} from '../use-cases/action-items/action-item-messenger.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import { answerPrivately } from './answer-privately.ts';
import type { Message } from './blocks/layout.ts';
import { lacksTicket, ticketButton } from './blocks/ticket-button.ts';
import { findToAnnounce } from './find-channel.ts';
import { actionItemLine } from './messages/action-item-messages.ts';
import { assignedMessage, handedBackMessage } from './messages/assignment-messages.ts';
import { digestMessage } from './messages/digest-message.ts';
import { doneWhenQuestion } from './messages/new-action-item-answer.ts';
import { returnedMessage } from './messages/returned-message.ts';
import { unheardMessage } from './messages/unheard-message.ts';
import { weeklyDigestMessage } from './messages/weekly-digest-message.ts';
import type { SlackClient } from './slack-client.ts';
import { instantOfTimestamp, timestampAt } from './text/slack-time.ts';

/** Somebody may unarchive the channel: until then nothing in it is pressed. */
const ARCHIVED = ['is_inactive', 'is_archived'];

/** Its channel is closed to us. */
const GONE = ['channel_not_found'];

/** Where word of action items goes; what it says stands in `messages/`. */
export class SlackActionItemMessenger implements ActionItemMessenger {
  readonly #client: SlackClient;
  readonly #hasTracker: boolean;

  constructor(client: SlackClient, { tracker }: Pick<Policy, 'tracker'>) {
    this.#client = client;
    this.#hasTracker = tracker !== undefined;
  }

  async postLine(channel: ChannelId, told: ItemNow, attempt: Attempt): Promise<MessageRef> {
    return this.#client.post(channel, this.#line(told), attempt);
  }

  async askDoneWhen(channel: ChannelId, item: ActionItem): Promise<void> {
    const place = { personId: item.createdBy, channel, thread: undefined, responseUrl: undefined, isRedrawn: false };
    await answerPrivately(this.#client, { ...place, ...doneWhenQuestion(item) });
  }

  async tellAssigned(person: PersonId, told: ItemOfIncident, attempt: Attempt): Promise<MessageRef> {
    return this.#tell(person, assignedMessage(told, true), attempt);
  }

  async tellHandedBack(person: PersonId, handedBack: HandedBack, attempt: Attempt): Promise<MessageRef> {
    return this.#tell(person, handedBackMessage(handedBack), attempt);
  }

  async tellUnheard(person: PersonId, unheard: UnheardItem, attempt: Attempt): Promise<MessageRef> {
    return this.#tell(person, unheardMessage(unheard), attempt);
  }

  async tellReturned(person: PersonId, returned: ReturnedItems, attempt: Attempt): Promise<MessageRef> {
    return this.#tell(person, returnedMessage(returned), attempt);
  }

  async tellChannel(channel: ChannelId, shown: ToldChannel, attempt: Attempt): Promise<MessageRef> {
    return this.#client.post(channel, drawn(shown), attempt);
  }

  async remind(person: PersonId, digest: ReminderDigest, attempt: Attempt): Promise<SentMessage> {
    const message = await this.#tell(person, digestMessage(digest), attempt);
    return { message, at: this.sentAt(message) };
  }

  async postWeeklyDigest(nameOrId: string, teams: readonly LateItemsOfTeam[], attempt: Attempt): Promise<void> {
    await this.#client.post(await findToAnnounce(this.#client, nameOrId), weeklyDigestMessage(teams), attempt);
  }

  async findReminder(person: PersonId, attempt: Attempt): Promise<SentMessage | undefined> {
    const message = await this.#client.findPosted(await this.#client.openDirectMessage(person), attempt);
    return message && { message, at: this.sentAt(message) };
  }

  async findInChannel(channel: ChannelId, attempt: Attempt): Promise<MessageRef | undefined> {
    return this.#client.findPosted(channel, attempt);
  }

  sentAt({ key }: MessageRef): Instant {
    return instantOfTimestamp(key);
  }

  firstKeyAt(at: Instant): MessageKey {
    return messageKey(timestampAt(at));
  }

  async redraw(message: MessageRef, now: MessageNow): Promise<boolean> {
    try {
      return await this.#client.update(message, now.kind === 'line' ? this.#line(now.told) : drawn(now), GONE);
    } catch (fault) {
      if (fault instanceof DeliveryError && ARCHIVED.includes(fault.reason)) {
        return true;
      }
      throw fault;
    }
  }

  #line({ item, incident, ending }: ItemNow): Message {
    const create = this.#hasTracker && lacksTicket(item) ? ticketButton(item, incident) : undefined;
    return actionItemLine(item, { ending, create });
  }

  async #tell(person: PersonId, message: Message, attempt: Attempt): Promise<MessageRef> {
    return this.#client.post(await this.#client.openDirectMessage(person), message, attempt);
  }
}

function drawn(now: Exclude<MessageNow, { kind: 'line' }>): Message {
  switch (now.kind) {
    case 'assignment':
      return assignedMessage(now.told, now.isTheirs);
    case 'handed-back':
      return handedBackMessage(now.handedBack);
    case 'unheard':
      return unheardMessage(now.unheard);
    case 'returned':
      return returnedMessage(now.returned);
    case 'digest':
      return digestMessage(now.digest);
  }
}
