import type { ChannelId, MessageRef, PersonId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import type {
  AskedReview,
  Deadline,
  PublishedPostmortem,
  ReviewMessenger,
  ReviewStep,
} from '../use-cases/postmortem/review/review-messenger.ts';
import type { Message } from './blocks/layout.ts';
import { findToAnnounce } from './find-channel.ts';
import { deadlineMessage } from './messages/deadline-message.ts';
import { publishedMessage, reviewerMessage, reviewLine, withdrawnMessage } from './messages/review-messages.ts';
import type { SlackClient } from './slack-client.ts';

/** Where word of a review goes; what it says stands in `messages/`. */
export class SlackReviewMessenger implements ReviewMessenger {
  readonly #client: SlackClient;

  constructor(client: SlackClient) {
    this.#client = client;
  }

  async askReviewer(person: PersonId, asked: AskedReview, attempt: Attempt): Promise<void> {
    await this.#tell(person, reviewerMessage(asked), attempt);
  }

  async postReviewLine(channel: ChannelId, step: ReviewStep, attempt: Attempt): Promise<void> {
    await this.#client.post(channel, reviewLine(step), attempt);
  }

  async announcePostmortem(nameOrId: string, published: PublishedPostmortem, attempt: Attempt): Promise<MessageRef> {
    const channel = await findToAnnounce(this.#client, nameOrId);
    return this.#client.post(channel, publishedMessage(published), attempt);
  }

  async withdrawAnnouncement(announcement: MessageRef, incident: Incident): Promise<void> {
    await this.#client.update(announcement, withdrawnMessage(incident));
  }

  async remindOfDeadline(person: PersonId, deadline: Deadline, attempt: Attempt): Promise<void> {
    await this.#tell(person, deadlineMessage(deadline), attempt);
  }

  async #tell(person: PersonId, message: Message, attempt: Attempt): Promise<void> {
    await this.#client.post(await this.#client.openDirectMessage(person), message, attempt);
  }
}
