import type { App, SlackShortcut } from '@slack/bolt';
import { channelId, messageKey, personId, teamId } from '../../domain/ids.ts';
import { paragraph } from '../blocks/layout.ts';
import { forms, globalShortcuts } from '../identifiers.ts';
import { messageText } from '../text/message-text.ts';
import { permalink } from '../text/permalink.ts';
import { answerLater } from './answer-later.ts';
import { type Answer, say } from './feature.ts';
import type { Listening } from './listen.ts';
import { openForm } from './open-form.ts';

export function listenToShortcuts(app: App, listening: Listening): void {
  app.shortcut(/./u, async ({ ack, shortcut }) => {
    const answer = await answerShortcut(listening, shortcut).catch((fault: unknown) => {
      listening.log.error({ error: fault, shortcut: shortcut.callback_id }, 'a shortcut failed');
      return say(paragraph('Something broke on my side and nothing was changed. Please try again.'));
    });
    const left = answer === undefined ? undefined : await openForm(listening, shortcut.trigger_id, answer);
    if (left !== undefined) {
      await answerLater(listening.ports, asker(shortcut), left);
    }
    await ack();
  });
}

async function answerShortcut(
  { feature, workspaceUrl }: Listening,
  shortcut: SlackShortcut,
): Promise<Answer | undefined> {
  const requester = asker(shortcut);
  if (shortcut.type === 'message_action') {
    const { channel, message } = shortcut;
    const ref = { channel: channelId(channel.id), key: messageKey(message.ts) };
    return feature.messageShortcuts[shortcut.callback_id]?.({
      ...requester,
      message: ref,
      permalink: permalink(workspaceUrl, ref, readThread(message)),
      markup: messageText(message),
      saidBy: message.user === undefined ? undefined : personId(message.user),
    });
  }
  return shortcut.callback_id === globalShortcuts.start ? feature.forms[forms.start]?.(requester) : undefined;
}

function asker(shortcut: SlackShortcut) {
  const isOnMessage = shortcut.type === 'message_action';
  return {
    teamId: teamId(shortcut.team?.id ?? ''),
    personId: personId(shortcut.user.id),
    deliveryKey: shortcut.trigger_id,
    channel: channelId(isOnMessage ? shortcut.channel.id : ''),
    thread: undefined,
    responseUrl: isOnMessage ? shortcut.response_url : undefined,
  };
}

function readThread(message: { readonly [field: string]: unknown }): string | undefined {
  return typeof message.thread_ts === 'string' ? message.thread_ts : undefined;
}
