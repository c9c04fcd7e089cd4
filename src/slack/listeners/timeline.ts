import { z } from 'zod';
import { channelId, messageKey, personId } from '../../domain/ids.ts';
import { parseLog } from '../../domain/timeline/parse-log.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { followEdit } from '../../use-cases/timeline/follow-edit.ts';
import { logEvent } from '../../use-cases/timeline/log-event.ts';
import { tagMessage } from '../../use-cases/timeline/tag-message.ts';
import { events, forms, messageShortcuts } from '../identifiers.ts';
import { loggedAnswer } from '../messages/timeline-messages.ts';
import { readTimelineModal } from '../modals/timeline-modal.ts';
import { isTombstone } from '../text/message-content.ts';
import { readMarkup, readMentions } from '../text/read-markup.ts';
import { openByButton, openOnMessage } from './add-message.ts';
import { answerSubmission } from './answer-submission.ts';
import { askWhen } from './ask-when.ts';
import {
  type Answer,
  type Command,
  type EventDelivery,
  type Feature,
  type Submission,
  type SubmissionAnswer,
  say,
  sayNo,
} from './feature.ts';
import { readReaction } from './read-reaction.ts';

/** Putting on the timeline what happened. */
export function timelineFeature(ports: Ports): Feature {
  return {
    verbs: {
      log: (command) => log(ports, command),
    },
    forms: {
      [forms.addToTimeline]: (asker) => openByButton(ports, asker),
    },
    submissions: { [forms.addToTimeline]: (submission) => submitTimeline(ports, submission) },
    messageShortcuts: { [messageShortcuts.addToTimeline]: (use) => openOnMessage(ports, use) },
    events: {
      [events.reactionAdded]: (delivery) => tag(ports, delivery, true),
      [events.reactionRemoved]: (delivery) => tag(ports, delivery, false),
      [events.message]: (delivery) => follow(ports, delivery),
    },
  };
}

async function log(ports: Ports, command: Command): Promise<Answer> {
  const parsed = parseLog(readMarkup(command.markup, command.names), command.speaker);
  if (!parsed.ok) {
    return parsed.refusal.kind === 'unclear-time' ? askWhen(ports, command, parsed.refusal) : sayNo(parsed.refusal);
  }
  const outcome = await logEvent(ports, {
    ...command,
    ...parsed.value,
    at: parsed.value.at ?? command.speaker.now,
    mentions: readMentions(command.markup, command.names),
    source: undefined,
  });
  return outcome.ok ? say(loggedAnswer(outcome.value.event, command.speaker.zone)) : sayNo(outcome.refusal);
}

async function submitTimeline(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, message, shown, isCut, ...event } = readTimelineModal(submission.view);
  const source = message && { ...message, message: { channel, key: message.key }, shown, isCut };
  const outcome = await logEvent(ports, { ...submission, ...event, channel, source });
  return answerSubmission(outcome, ({ kind }) => (kind === 'future-time' ? 'when' : 'text'));
}

async function tag(ports: Ports, { requester, event }: EventDelivery, isSet: boolean): Promise<void> {
  const reaction = readReaction(event);
  if (reaction !== undefined) {
    await tagMessage(ports, { ...requester, ...reaction, isSet });
  }
}

/** https://docs.slack.dev/reference/events/message/message_changed, and message_deleted beside it. */
const Told = z
  .looseObject({ user: z.string().optional().catch(undefined) })
  .optional()
  .catch(undefined);
const Edited = z.object({ user: z.string() }).optional().catch(undefined);
const ChangedMessage = z.discriminatedUnion('subtype', [
  z.object({
    subtype: z.literal('message_changed'),
    channel: z.string(),
    message: z.looseObject({ ts: z.string(), edited: Edited }),
    previous_message: Told,
  }),
  z.object({
    subtype: z.literal('message_deleted'),
    channel: z.string(),
    deleted_ts: z.string(),
    previous_message: Told,
  }),
]);

/** Of all that people write only what they change afterwards matters here. */
async function follow(ports: Ports, { requester, event }: EventDelivery): Promise<void> {
  const read = ChangedMessage.safeParse(event);
  if (!read.success) {
    return;
  }
  const changed = read.data;
  const key = changed.subtype === 'message_changed' ? changed.message.ts : changed.deleted_ts;
  // A message that has replies changes into a tombstone; the tombstone may be deleted in its turn.
  const isGone = changed.subtype === 'message_deleted' || isTombstone(changed.message);
  const { previous_message: before } = changed;
  const editor = changed.subtype === 'message_changed' ? changed.message.edited?.user : undefined;
  const changer = isGone ? before?.user : editor;
  await followEdit(ports, {
    ...requester,
    message: { channel: channelId(changed.channel), key: messageKey(key) },
    lastTold: isGone && !isTombstone(before) ? before : undefined,
    changedBy: changer === undefined ? undefined : personId(changer),
  });
}
