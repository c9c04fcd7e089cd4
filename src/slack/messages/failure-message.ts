import type { Incident } from '../../domain/incident/incident.ts';
import type { TypedCommand } from '../../use-cases/conversation.ts';
import type { Failure } from '../../use-cases/messenger.ts';
import type { WorkKind } from '../../use-cases/work.ts';
import { actions, button, type Message, paragraph, quote, section } from '../blocks/layout.ts';
import { buttons, COMMAND } from '../identifiers.ts';
import { calledName } from '../text/describe-incident.ts';
import { explainFailure, explainReason } from '../text/explain-reason.ts';
import { titleWords } from '../text/item-words.ts';
import { readMarkup } from '../text/read-markup.ts';
import { ticketWords } from '../text/ticket-link.ts';

const TITLE = 150;

/** Says what did not go through, why, and what to do. */
export function failureMessage({ incident, what, reason, item }: Failure): Message {
  const why = explainFailure(what, reason);
  const which = item === undefined ? '' : `, “${titleWords(item, TITLE)}”${ticketWords(item)}`;
  const message = paragraph(`⚠️ ${calledName(incident)}${which}: ${whatFailed[what]}. ${why}`);
  return what === 'open-channel' ? { ...message, blocks: [...message.blocks, tryAgain(incident)] } : message;
}

function tryAgain(incident: Incident) {
  return actions(button({ label: 'Try again', action: buttons.openChannelAgain, value: incident.id }));
}

/** A command that had to wait and then could not be run. */
export function returnedCommand({ text }: TypedCommand, reason: string): Message {
  const message = `⚠️ This could not be done, and nothing was recorded. ${explainReason(reason)} Please say it again:`;
  return { text: message, blocks: [section(message), ...quote(`${COMMAND} ${readMarkup(text, new Map())}`)] };
}

/** A new kind of work does not compile without its words. */
const whatFailed: Readonly<Record<WorkKind, string>> = {
  'open-channel': 'its channel could not be opened',
  'tell-declarer': 'I could not say where its channel is',
  'post-card': 'its card could not be posted',
  'pin-card': 'its card could not be pinned',
  'refresh-card': 'its card could not be brought up to date',
  'refresh-announcement': 'its announcement could not be brought up to date',
  'set-topic': 'the topic of its channel could not be set',
  announce: 'it could not be announced',
  invite: 'somebody could not be invited to its channel',
  'record-join': 'somebody came to its channel, which is not on the timeline',
  'post-event-line': 'an event is on the timeline, but could not be shown in the channel',
  'sync-message': 'a tagged message could not be read, so it is not on the timeline',
  'catch-up': 'what its channel said while I was away could not be read',
  'catch-up-page': 'what its channel said while I was away could not be read, so tags may be missing',
  'name-transcript': 'the names in a message of its transcript could not be looked up',
  'tell-unfollowed':
    'a message of another channel is on the timeline, and somebody could not be told that it is not followed',
  'keep-file': 'an image on the timeline could not be kept, so that only its name and link are there',
  'unconfirm-tag': 'a message is off the timeline, but its 📝 could not be taken away',
  'confirm-tag': 'a message is on the timeline, but could not be marked with 📝',
  'post-update': 'a status update could not be posted in its channel',
  'announce-update': 'a status update could not be posted under its announcement',
  'nudge-update': 'nobody could be told that a status update is due',
  'show-gap': 'what was said in its channel could not be listed',
  'post-escalation': 'a call could not be shown in the channel',
  'refresh-escalation': 'the channel could not be shown who answered a call',
  'post-step': 'the channel could not be told that others were called',
  'make-call': 'somebody who was called could not be reached',
  'update-call': 'somebody who was called could not be shown what became of the call',
  'tell-webhook': 'a system outside of Slack could not be told what became of its call, so its alert may still be open',
  'tell-ended': 'somebody who was called could not be told that no answer is needed any more',
  'watch-escalation': 'nobody answered a call, and the next could not be called',
  'ask-still-on-it': 'whoever is on it could not be asked whether they still are',
  'watch-answer': 'whoever was on it did not say that they still are, and the next could not be called',
  'post-unreached': 'somebody who was called could not be reached, and the channel could not be told so',
  'post-unanswered': 'nobody answered a call, and the channel could not be told so',
  'tell-unanswered': 'nobody answered a call, and whoever asked for it could not be told so',
  'tell-of-cover': 'somebody could not be told of a cover in a rota',
  'report-untold-cover': 'nobody could be told that somebody does not know of a cover',
  'make-action-item': 'a message could not be read, so it became no action item',
  'post-action-item': 'an action item was added, but could not be shown in the channel',
  'ask-done-when': 'whoever made an action item could not be asked how one will see that it is done',
  'post-draft': 'the postmortem draft could not be posted',
  'tell-reviewer': 'somebody could not be asked to review its postmortem',
  'post-review-line': 'its channel could not be told how the review of its postmortem goes',
  'announce-postmortem': 'its postmortem is published, but could not be announced',
  'withdraw-announcement': 'the announcement of its postmortem could not be taken back',
  'schedule-deadline': 'the deadline of its postmortem could not be set',
  'remind-of-deadline': 'nobody could be reminded that its postmortem is due',
  'post-postmortem-files': 'the files of the postmortem could not be posted',
  'keep-postmortem': 'the postmortem in its channel could not be brought up to date',
  'keep-in-folder': 'the postmortem could not be written to the folder of postmortems',
  'schedule-reminders': 'an owner of an action item cannot be reminded',
  'schedule-reminders-of-incident': 'who is reminded of its action items could not be worked out',
  'tell-assigned': 'an owner could not be told of their action item',
  'tell-handed-back': 'nobody could be told that an action item was given back',
  'offer-in-channel': 'an action item that nobody owns was not offered in the channel',
  'tell-unheard': 'nobody could be told that nobody hears of an action item',
  'remind-person': 'somebody could not be reminded of their action items',
  'tell-returned': 'nobody could be told of the action items of somebody who left',
  'return-items': 'the action items of somebody who left could not be given back',
  'refresh-action-item': 'the messages that show an action item could not be brought up to date',
  'refresh-reminder': 'a reminder of action items could not be brought up to date',
  'refresh-item-message': 'a message that shows action items could not be brought up to date',
  'start-weekly-digest': 'the overdue action items of the week could not be looked for',
  'post-weekly-digest': 'the overdue action items of the week could not be posted',
  'create-ticket': 'an action item could not be sent to the tracker; it is kept here as it was',
  'update-ticket': 'the ticket of an action item could not be brought up to date',
  'poll-tracker': 'the tracker could not be asked what changed there',
  'report-failure': 'a failure could not be reported',
  'publish-home': 'somebody’s home page could not be drawn',
  'know-everybody': 'the people of the workspace could not be read',
  'know-groups': 'the groups of the workspace could not be read',
  'know-group-members': 'the members of a group could not be read',
  'forget-old': 'old work could not be forgotten',
  'run-command': 'a command could not be run',
  'return-command': 'a command could not be given back',
  answer: 'an answer could not be sent',
};
