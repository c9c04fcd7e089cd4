import { reachWords } from '../../domain/escalation/reach-words.ts';
import type { WorkKind } from '../../use-cases/work.ts';
import { escapeMrkdwn } from '../blocks/text.ts';

/** Why something did not go through, and what to do where it is about a channel: a call of it fails until then. */
export function explainReason(reason: string): string {
  const advice = adviceOnChannels[reason];
  return advice === undefined ? reasonWords(reason) : `${reasonWords(reason)} ${advice}`;
}

/** Why that work did not go through, and what to do about it. */
export function explainFailure(what: WorkKind, reason: string): string {
  const advice = adviceOf[what]?.[reason] ?? adviceOnChannels[reason] ?? adviceFor[reason];
  return `${reasonWords(reason)} ${advice ?? usualAdvice[what] ?? 'Try it again, or look at the bot’s log.'}`;
}

/** In our words where the reason is ours or plain HTTP, else in Slack's word. */
function reasonWords(reason: string): string {
  return reachWords(reason) ?? ownReasons[reason] ?? `Slack says \`${escapeMrkdwn(reason)}\`.`;
}

const ownReasons: Readonly<Record<string, string>> = {
  unexpected_fault: 'The fault is mine; the bot’s log has it.',
  took_too_long: 'Slack did not answer in time.',
  connection_failed: 'Slack could not be reached.',
  channel_not_open_yet: 'The incident’s channel could not be opened.',
  reviewer_cannot_be_reached: 'That account is a bot, or deactivated.',
  reviewer_left_private_incident: 'They are not in the channel of this private incident any more.',
  folder_is_not_there: 'The folder of the policy is not there.',
  folder_not_written: 'The folder of the policy could not be written.',
  outside_of_the_folder: 'Its file would stand outside of the folder.',
  git_is_not_there: 'There is no git where I run, or no such folder.',
  git_failed: 'Git refused it; the bot’s log has its words.',
  tracker_unknown: 'The policy names no tracker any more.',
  tracker_timed_out: 'The tracker did not answer in time.',
  tracker_unreachable: 'The tracker could not be reached.',
  tracker_answer_unread: 'The tracker answered what I cannot read; the bot’s log has it.',
  ticket_unknown: 'The ticket is of another tracker.',
  ticket_without_way: 'Its workflow has no way there that I may take.',
  owner_cannot_be_reached: 'The owner is a bot, a deactivated account or an empty group.',
};

const adviceOnChannels: Readonly<Record<string, string>> = {
  channel_not_found: 'The channel is gone, or I was removed from it.',
  is_archived: 'The channel is archived: unarchive it, then try again.',
  not_in_channel: 'Invite me to the channel with `/invite`.',
  restricted_action: 'A workspace setting forbids it: ask an administrator.',
};

const adviceFor: Readonly<Record<string, string>> = {
  message_not_found: 'The message was deleted.',
  missing_scope: 'The app lacks a permission: reinstall it from manifest.yml.',
  user_is_restricted: 'Guests cannot be brought there: ask an administrator.',
  cannot_be_called: 'Call somebody else.',
  group_has_nobody_to_call: 'Call a person.',
  user_not_found: 'Call somebody else.',
  user_disabled: 'Call somebody else.',
  reviewer_cannot_be_reached: 'Ask somebody else.',
  reviewer_left_private_incident: 'Invite them again, or ask somebody else.',
  owner_cannot_be_reached: 'Give the item another owner.',
};

const ONCE_MENDED = 'Once that is mended, press *Create ticket* again.';
const I_GO_ON = 'I try again once a day, and say no more of it until it works.';

/** `then` is how it goes on. */
function adviceOnTickets(then: string): Readonly<Record<string, string>> {
  return {
    http_400: `Mostly a field is missing on its form; the bot’s log has what the tracker says. ${then}`,
    http_401: `TRACKER_TOKEN is wrong or has expired: ask whoever runs me for a new one. ${then}`,
    http_403: `TRACKER_TOKEN may not do that: ask whoever runs me to let it write issues. ${then}`,
    http_404: `There is no such repository or project, or TRACKER_TOKEN may not see it: check the policy. ${then}`,
    http_410: `Issues are turned off there: check the policy. ${then}`,
    ticket_without_way: 'Move it there by hand.',
  };
}

/** Where nothing better is known. */
const usualAdvice: Readonly<Partial<Record<WorkKind, string>>> = {
  'create-ticket': `The bot’s log has what the tracker says. ${ONCE_MENDED}`,
  'update-ticket': `The bot’s log has what the tracker says. ${I_GO_ON}`,
};

/** Where the same word means something else. */
const adviceOf: Readonly<Partial<Record<WorkKind, Readonly<Record<string, string>>>>> = {
  'announce-postmortem': { channel_not_found: 'Check the channel’s name in the policy, and that I may post there.' },
  announce: { channel_not_found: 'Check the channel’s name in the policy, and that I may post there.' },
  'create-ticket': adviceOnTickets(ONCE_MENDED),
  'update-ticket': adviceOnTickets(I_GO_ON),
  'sync-message': {
    message_not_found: 'It was deleted, or I may not read it. `/incident log` keeps what it said.',
  },
};
