import type { KeptCover } from '../domain/escalation/cover.ts';
import type { ChannelId, MessageRef, PersonId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Policy } from '../domain/policy.ts';
import type { PrivateAnswer, PrivatePlace, TypedCommand } from '../use-cases/conversation.ts';
import type { ShownGap } from '../use-cases/gaps/shown-gap.ts';
import type {
  Attempt,
  DocumentFile,
  EventLine,
  Failure,
  Home,
  IncidentState,
  Messenger,
  PostedDraft,
  ToldUpdate,
  Unfollowed,
  UntoldCover,
} from '../use-cases/messenger.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { AnswerTo } from '../use-cases/work.ts';
import { answerPrivately, respond } from './answer-privately.ts';
import { divider, type Message } from './blocks/layout.ts';
import type { SlackIdentity } from './create-slack.ts';
import { findToAnnounce } from './find-channel.ts';
import { CONFIRMATION } from './identifiers.ts';
import { failureMessage, returnedCommand } from './messages/failure-message.ts';
import { figureBlocks } from './messages/figure-blocks.ts';
import { gapPage } from './messages/gap-page.ts';
import { incidentCard } from './messages/incident-card.ts';
import { announcement, channelIsOpen, channelTopic, incidentList } from './messages/incident-messages.ts';
import { homeItems } from './messages/item-list.ts';
import { coverMessage, untoldCoverMessage } from './messages/rota-messages.ts';
import { eventLine } from './messages/timeline-messages.ts';
import { unfollowedMessage } from './messages/unfollowed-message.ts';
import { updateDueMessage, updateMessage } from './messages/update-messages.ts';
import { openChannel } from './open-channel.ts';
import { postFiles, postPostmortem } from './post-postmortem.ts';
import type { SlackClient } from './slack-client.ts';
import { permalink } from './text/permalink.ts';

/** The bot's voice. What it says stands in `messages/`; here is where it goes and what counts as said already. */
export class SlackMessenger implements Messenger {
  readonly #client: SlackClient;
  readonly #workspace: Pick<SlackIdentity, 'botUserId' | 'url'>;
  readonly #policy: Pick<Policy, 'reactions' | 'transcript'>;

  constructor(
    client: SlackClient,
    workspace: Pick<SlackIdentity, 'botUserId' | 'url'>,
    policy: Pick<Policy, 'reactions' | 'transcript'>,
  ) {
    this.#client = client;
    this.#workspace = workspace;
    this.#policy = policy;
  }

  linkTo(message: MessageRef): string {
    return permalink(this.#workspace.url, message);
  }

  async openChannel(incident: Incident, name: string, attempt: Attempt): Promise<ChannelId> {
    return openChannel(this.#client, { incident, name, botUserId: this.#workspace.botUserId, attempt });
  }

  async invite(channel: ChannelId, person: PersonId): Promise<void> {
    await this.#client.call('conversations.invite', (web) => web.conversations.invite({ channel, users: person }), [
      'already_in_channel',
      'cant_invite_self',
    ]);
  }

  async setTopic(channel: ChannelId, incident: Incident): Promise<void> {
    await this.#client.call('conversations.setTopic', (web) =>
      web.conversations.setTopic({ channel, topic: channelTopic(incident) }),
    );
  }

  async postCard(channel: ChannelId, state: IncidentState, attempt: Attempt): Promise<MessageRef> {
    return this.#client.post(channel, incidentCard(state, this.#policy), attempt);
  }

  async pinCard(card: MessageRef): Promise<void> {
    await this.#client.call('pins.add', (web) => web.pins.add({ channel: card.channel, timestamp: card.key }), [
      'already_pinned',
    ]);
  }

  async refreshCard(card: MessageRef, state: IncidentState): Promise<boolean> {
    return this.#client.update(card, incidentCard(state, this.#policy)).catch(trueOutOfReach);
  }

  async announce(nameOrId: string, state: IncidentState, attempt: Attempt): Promise<MessageRef> {
    const channel = await findToAnnounce(this.#client, nameOrId);
    return this.#client.post(channel, announcement(state), attempt);
  }

  async refreshAnnouncement(message: MessageRef, state: IncidentState): Promise<boolean> {
    return this.#client.update(message, announcement(state));
  }

  async tellDeclarer(answerTo: AnswerTo, incident: Incident, attempt: Attempt): Promise<void> {
    const message = channelIsOpen(incident);
    const { responseUrl } = answerTo;
    if (responseUrl !== undefined && !attempt.isRepeat) {
      const isAnswered = await this.#client
        .call('response_url', () => respond(responseUrl, message, false))
        .then(() => true)
        .catch(wasRefused);
      if (isAnswered) {
        return;
      }
    }
    await this.#tell(answerTo.personId, message, attempt);
  }

  async postEventLine(channel: ChannelId, line: EventLine, attempt: Attempt): Promise<MessageRef> {
    return this.#client.post(channel, eventLine(line), attempt);
  }

  async refreshEventLine(message: MessageRef, line: EventLine): Promise<boolean> {
    return this.#client.update(message, eventLine(line));
  }

  async confirmTag(message: MessageRef): Promise<void> {
    await this.#client.call(
      'reactions.add',
      (web) => web.reactions.add({ channel: message.channel, timestamp: message.key, name: CONFIRMATION }),
      ['already_reacted'],
    );
  }

  async unconfirmTag(message: MessageRef): Promise<void> {
    await this.#client.call(
      'reactions.remove',
      (web) => web.reactions.remove({ channel: message.channel, timestamp: message.key, name: CONFIRMATION }),
      ['no_reaction', 'message_not_found'],
    );
  }

  async postUpdate(channel: ChannelId, told: ToldUpdate, attempt: Attempt): Promise<MessageRef> {
    return this.#client.post(channel, updateMessage(told), attempt);
  }

  async announceUpdate(announcement: MessageRef, told: ToldUpdate, attempt: Attempt): Promise<void> {
    await this.#client.reply(announcement, updateMessage(told), attempt);
  }

  async nudgeUpdate(person: PersonId, told: ToldUpdate, attempt: Attempt): Promise<void> {
    await this.#tell(person, updateDueMessage(told), attempt);
  }

  async tellOfCover(person: PersonId, kept: KeptCover, attempt: Attempt): Promise<void> {
    await this.#tell(person, coverMessage(person, kept), attempt);
  }

  async reportUntoldCover(person: PersonId, untold: UntoldCover, attempt: Attempt): Promise<void> {
    await this.#tell(person, untoldCoverMessage(untold), attempt);
  }

  async postDraft(channel: ChannelId, draft: PostedDraft, attempt: Attempt): Promise<void> {
    await postPostmortem(this.#client, channel, draft, attempt);
  }

  async postFiles(channel: ChannelId, files: readonly DocumentFile[], attempt: Attempt): Promise<void> {
    await postFiles(this.#client, channel, files, attempt);
  }

  async publishHome(person: PersonId, { open, items, figures }: Home): Promise<void> {
    const blocks = [
      ...incidentList(open).blocks,
      divider(),
      ...homeItems(items),
      ...(figures === undefined ? [] : figureBlocks(figures)),
    ];
    await this.#client.call('views.publish', (web) =>
      web.views.publish({ user_id: person, view: { type: 'home', blocks } }),
    );
  }

  async reportFailure(person: PersonId, failure: Failure, attempt: Attempt): Promise<void> {
    await this.#tell(person, failureMessage(failure), attempt);
  }

  async tellUnfollowed(person: PersonId, unfollowed: Unfollowed, attempt: Attempt): Promise<void> {
    await this.#tell(person, unfollowedMessage(unfollowed), attempt);
  }

  async showGap(place: PrivatePlace, shown: ShownGap): Promise<void> {
    const message = gapPage(shown, ({ key, thread }) =>
      permalink(this.#workspace.url, { channel: place.channel, key }, thread),
    );
    await answerPrivately(this.#client, { ...place, ...message });
  }

  async answer(answer: PrivateAnswer): Promise<void> {
    await answerPrivately(this.#client, answer);
  }

  async returnCommand(command: TypedCommand, reason: string): Promise<void> {
    await answerPrivately(this.#client, { ...command, ...returnedCommand(command, reason), isRedrawn: false });
  }

  async #tell(person: PersonId, message: Message, attempt: Attempt): Promise<void> {
    await this.#client.post(await this.#client.openDirectMessage(person), message, attempt);
  }
}

/** Action items outlive their channel: nobody reads the card there, and nothing can be posted in its place. */
function trueOutOfReach(fault: unknown): true {
  if (fault instanceof DeliveryError && ['is_inactive', 'is_archived', 'channel_not_found'].includes(fault.reason)) {
    return true;
  }
  throw fault;
}

/** False where the address is not good any more; what mends by itself is thrown on. */
function wasRefused(fault: unknown): false {
  if (fault instanceof DeliveryError && fault.sort === 'never') {
    return false;
  }
  throw fault;
}
