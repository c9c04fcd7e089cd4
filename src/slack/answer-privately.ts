import type { KnownBlock } from '@slack/types';
import type { PersonId } from '../domain/ids.ts';
import type { PrivateAnswer } from '../use-cases/conversation.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { Message } from './blocks/layout.ts';
import type { SlackClient } from './slack-client.ts';

const TIMEOUT_MILLISECONDS = 10_000;

/** Answers where the question was asked, so that only the asker sees it; by direct message where that place is gone. */
export async function answerPrivately(client: SlackClient, answer: PrivateAnswer): Promise<void> {
  // The blocks were built by our own messages and only passed through storage as JSON.
  const message: Message = { text: answer.text, blocks: answer.blocks as KnownBlock[] };
  if (answer.channel === '') {
    // A button of the home page stands in no channel.
    await tellDirectly(client, answer.personId, message);
    return;
  }
  try {
    await answerInPlace(client, answer, message);
  } catch (fault) {
    if (!isFinal(fault)) {
      throw fault;
    }
    await tellDirectly(client, answer.personId, message);
  }
}

async function answerInPlace(client: SlackClient, answer: PrivateAnswer, message: Message): Promise<void> {
  // What comes by a response address stands in the channel, unless it takes the place of a message in the thread.
  const url = answer.thread === undefined || answer.isRedrawn ? answer.responseUrl : undefined;
  if (url === undefined) {
    await postEphemeral(client, answer, message);
    return;
  }
  try {
    await client.call('response_url', () => respond(url, message, answer.isRedrawn));
  } catch (fault) {
    // Whoever writes for longer than the address lives sees it anew below.
    if (!(answer.isRedrawn && isFinal(fault))) {
      throw fault;
    }
    await postEphemeral(client, answer, message);
  }
}

function isFinal(fault: unknown): boolean {
  return fault instanceof DeliveryError && fault.sort === 'never';
}

async function tellDirectly(client: SlackClient, person: PersonId, message: Message): Promise<void> {
  const channel = await client.openDirectMessage(person);
  await client.call('chat.postMessage', (web) => web.chat.postMessage({ channel, ...message }));
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export async function respond(responseUrl: string, message: Message, isRedrawn: boolean): Promise<void> {
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: isRedrawn, ...message }),
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  if (!response.ok) {
    const sort = response.status >= 500 || response.status === 429 ? 'again-later' : 'never';
    throw new DeliveryError({ sort, reason: `http_${response.status}` });
  }
}

async function postEphemeral(client: SlackClient, answer: PrivateAnswer, message: Message): Promise<void> {
  await client.call('chat.postEphemeral', (web) =>
    web.chat.postEphemeral({
      channel: answer.channel,
      user: answer.personId,
      ...message,
      ...(answer.thread === undefined ? {} : { thread_ts: answer.thread }),
    }),
  );
}
