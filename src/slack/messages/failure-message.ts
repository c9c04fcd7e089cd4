import { incidentName } from '../../domain/incident/incident.ts';
import type { TypedCommand } from '../../use-cases/conversation.ts';
import type { Failure } from '../../use-cases/messenger.ts';
import { type Message, paragraph, quote, section } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND } from '../identifiers.ts';
import { readMarkup } from '../text/read-markup.ts';

/** Says what did not go through, why in Slack's word, and what to do. */
export function failureMessage(failure: Failure): Message {
  const what = whatFailed[failure.what] ?? `“${failure.what}” did not go through`;
  const advice = adviceFor[failure.reason] ?? 'Try it again, or look at the bot’s log.';
  return paragraph(`⚠️ ${incidentName(failure.incident)}: ${what}. ${why(failure.reason)} ${advice}`);
}

/** A command that had to wait and then could not be run. */
export function returnedCommand({ text }: TypedCommand, reason: string): Message {
  const message = `⚠️ This could not be done, and nothing was recorded. ${why(reason)} Please say it again:`;
  return { text: message, blocks: [section(message), ...quote(`${COMMAND} ${readMarkup(text, new Map())}`)] };
}

function why(reason: string): string {
  return ownReasons[reason] ?? `Slack says \`${escapeMrkdwn(reason)}\`.`;
}

/** Reasons that are not Slack's. */
const ownReasons: Readonly<Record<string, string>> = {
  unexpected_fault: 'The fault is mine; the bot’s log has it.',
  took_too_long: 'Slack did not answer in time.',
  connection_failed: 'Slack could not be reached.',
};

const whatFailed: Readonly<Record<string, string>> = {
  'open-channel': 'its channel could not be opened',
  invite: 'somebody could not be invited to the channel',
  announce: 'it could not be announced',
  'record-tagged-message': 'a tagged message could not be read, so it is not on the timeline',
  'post-escalation': 'a call could not be shown in the channel',
  'call-person': 'somebody who was called could not be reached. Nobody was told in their place',
  'call-group': 'a group could not be called. Nobody was told in its place',
  'publish-postmortem': 'the postmortem draft could not be posted',
  'tell-owner': 'an owner could not be told of their action items',
  'schedule-reminders': 'an owner of an action item cannot be reminded',
  'remind-owner': 'an owner could not be reminded of an overdue action item',
};

const adviceFor: Readonly<Record<string, string>> = {
  channel_not_found: 'Check the channel’s name in the policy, and that I may post there.',
  is_archived: 'The channel is archived: unarchive it, then try again.',
  not_in_channel: 'Invite me to the channel with `/invite`.',
  missing_scope: 'The app lacks a permission: reinstall it from manifest.yml.',
  restricted_action: 'A workspace setting forbids it: ask an administrator.',
  user_not_found: 'There is no such person: call somebody else.',
  cannot_be_called: 'It is a bot or a deactivated person: call somebody else.',
  group_has_nobody_to_call: 'The group has no active member: call a person.',
  owner_cannot_be_reached: 'It is a bot, a deactivated person or an empty group: give the item another owner.',
  message_not_found: 'It was deleted, or I may not read it. `/incident log` keeps what it said.',
};
