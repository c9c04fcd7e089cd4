import type { Call } from '../domain/escalation/escalation.ts';
import type { ChannelId, MessageRef, PersonId } from '../domain/ids.ts';
import type { TimelineEvent } from '../domain/timeline/timeline-event.ts';
import type { Caller, ToldCall, ToldEscalation, Unanswered, Unreached } from '../use-cases/escalation/caller.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import type { Message } from './blocks/layout.ts';
import { callEndedMessage, callMessage } from './messages/call-messages.ts';
import {
  escalationMessage,
  stepMessage,
  stillOnItQuestion,
  unansweredMessage,
  unansweredNotice,
  unreachedMessage,
} from './messages/escalation-messages.ts';
import type { SlackClient } from './slack-client.ts';
import { channelLink } from './text/permalink.ts';

/** Of a private channel, which the bot is in or not. https://docs.slack.dev/reference/methods/conversations.join */
const CANNOT_JOIN = ['method_not_supported_for_channel_type', 'channel_not_found'];

/** Where the calls go; what they say stands in `messages/`. */
export class SlackCaller implements Caller {
  readonly #client: SlackClient;
  readonly #workspaceUrl: string;

  constructor(client: SlackClient, workspaceUrl: string) {
    this.#client = client;
    this.#workspaceUrl = workspaceUrl;
  }

  linkToChannel(channel: ChannelId): string {
    return channelLink(this.#workspaceUrl, channel);
  }

  async postEscalation(channel: ChannelId, told: ToldEscalation, attempt: Attempt): Promise<MessageRef> {
    return this.#client.post(channel, escalationMessage(told), attempt);
  }

  async refreshEscalation(message: MessageRef, told: ToldEscalation): Promise<void> {
    await this.#client.update(message, escalationMessage(told));
  }

  async postStep(escalation: MessageRef, event: TimelineEvent, attempt: Attempt): Promise<void> {
    await this.#client.reply(escalation, stepMessage(event), attempt);
  }

  async callPerson(person: PersonId, told: ToldCall, attempt: Attempt): Promise<MessageRef> {
    return this.#tell(person, callMessage(told), attempt);
  }

  async callChannel(channel: ChannelId, told: ToldCall, attempt: Attempt): Promise<MessageRef> {
    // Where it has not joined the bot may not post; a private channel it must be invited to.
    await this.#client.call('conversations.join', (web) => web.conversations.join({ channel }), CANNOT_JOIN);
    return this.#client.post(channel, callMessage(told), attempt);
  }

  async findCall(
    { personId, target }: Pick<Call, 'personId' | 'target'>,
    attempt: Attempt,
  ): Promise<MessageRef | undefined> {
    if (personId !== undefined) {
      return this.#client.findPosted(await this.#client.openDirectMessage(personId), attempt);
    }
    return target.kind === 'channel' ? this.#client.findPosted(target.id, attempt) : undefined;
  }

  async refreshCall(message: MessageRef, told: ToldCall): Promise<void> {
    await this.#client.update(message, callMessage(told));
  }

  async tellEnded(person: PersonId, told: ToldCall, attempt: Attempt): Promise<void> {
    await this.#tell(person, callEndedMessage(told), attempt);
  }

  async postUnreached(channel: ChannelId, unreached: Unreached, attempt: Attempt): Promise<void> {
    await this.#client.post(channel, unreachedMessage(unreached), attempt);
  }

  async postUnanswered(channel: ChannelId, told: Unanswered, attempt: Attempt): Promise<MessageRef> {
    return this.#client.post(channel, unansweredMessage(told), attempt);
  }

  async tellUnanswered(person: PersonId, told: Unanswered, attempt: Attempt): Promise<void> {
    await this.#tell(person, unansweredNotice(told), attempt);
  }

  async askStillOnIt(person: PersonId, told: ToldEscalation, attempt: Attempt): Promise<void> {
    await this.#tell(person, stillOnItQuestion(told), attempt);
  }

  async #tell(person: PersonId, message: Message, attempt: Attempt): Promise<MessageRef> {
    return this.#client.post(await this.#client.openDirectMessage(person), message, attempt);
  }
}
