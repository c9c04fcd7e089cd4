import { askDoneWhen } from '../use-cases/action-items/ask-done-when.ts';
import { makeItemOfMessage } from '../use-cases/action-items/item-of-message.ts';
import { offerInChannel } from '../use-cases/action-items/offer-in-channel.ts';
import { postActionItem } from '../use-cases/action-items/post-action-item.ts';
import { postWeeklyDigest } from '../use-cases/action-items/post-weekly-digest.ts';
import { refreshActionItem } from '../use-cases/action-items/refresh-action-item.ts';
import { refreshItemMessage } from '../use-cases/action-items/refresh-item-message.ts';
import { refreshReminder } from '../use-cases/action-items/refresh-reminder.ts';
import { remindPerson } from '../use-cases/action-items/remind-person.ts';
import { returnItems } from '../use-cases/action-items/return-items.ts';
import { scheduleReminders, scheduleRemindersOfIncident } from '../use-cases/action-items/schedule-reminders.ts';
import { startWeeklyDigest } from '../use-cases/action-items/schedule-weekly-digest.ts';
import { tellAssigned } from '../use-cases/action-items/tell-assigned.ts';
import { tellHandedBack } from '../use-cases/action-items/tell-handed-back.ts';
import { tellReturned } from '../use-cases/action-items/tell-returned.ts';
import { tellUnheard } from '../use-cases/action-items/tell-unheard.ts';
import { attempt } from '../use-cases/attempt.ts';
import type { TypedCommand } from '../use-cases/conversation.ts';
import {
  postEscalation,
  postStep,
  postUnanswered,
  postUnreached,
  refreshEscalation,
  tellEnded,
  tellUnanswered,
  tellWebhook,
  updateCall,
} from '../use-cases/escalation/deliver-escalation.ts';
import { makeCall } from '../use-cases/escalation/make-call.ts';
import { askStillOnIt, watchAnswer } from '../use-cases/escalation/still-on-it.ts';
import { reportUntoldCover, tellOfCover } from '../use-cases/escalation/tell-of-cover.ts';
import { watchEscalation } from '../use-cases/escalation/watch-escalation.ts';
import { forgetOld } from '../use-cases/forget-old.ts';
import { showGap } from '../use-cases/gaps/show-gap.ts';
import { publishHome } from '../use-cases/home/publish-home.ts';
import { shareHomeFigures } from '../use-cases/home/share-home-figures.ts';
import {
  announce,
  invite,
  openChannel,
  pinCard,
  postCard,
  tellDeclarer,
} from '../use-cases/incident/deliver-incident.ts';
import { refreshAnnouncement, refreshCard, setTopic } from '../use-cases/incident/refresh-incident.ts';
import { knowEverybody } from '../use-cases/people/know-everybody.ts';
import { knowGroupMembers } from '../use-cases/people/know-group-members.ts';
import { knowGroups } from '../use-cases/people/know-groups.ts';
import { recordJoin } from '../use-cases/people/record-join.ts';
import type { Ports } from '../use-cases/ports.ts';
import { keepInFolder } from '../use-cases/postmortem/keep-in-folder.ts';
import { keepPostmortem } from '../use-cases/postmortem/keep-postmortem.ts';
import { postDraft } from '../use-cases/postmortem/post-draft.ts';
import { postFiles } from '../use-cases/postmortem/post-files.ts';
import { remindOfDeadline, scheduleDeadline } from '../use-cases/postmortem/review/deadline-work.ts';
import {
  announcePostmortem,
  postReviewLine,
  tellReviewer,
  withdrawAnnouncement,
} from '../use-cases/postmortem/review/deliver-review.ts';
import { reportFailure } from '../use-cases/report-failed-work.ts';
import { catchUp } from '../use-cases/timeline/catch-up.ts';
import { catchUpPage } from '../use-cases/timeline/catch-up-page.ts';
import { keepFile } from '../use-cases/timeline/keep-file.ts';
import { postEventLine } from '../use-cases/timeline/post-event-line.ts';
import { syncMessage } from '../use-cases/timeline/sync-message.ts';
import { tellUnfollowed } from '../use-cases/timeline/unfollowed-message.ts';
import { createTicket } from '../use-cases/trackers/create-ticket.ts';
import { pollTracker } from '../use-cases/trackers/poll-tracker.ts';
import { updateTicket } from '../use-cases/trackers/update-ticket.ts';
import { nameTranscript } from '../use-cases/transcript/name-transcript.ts';
import { announceUpdate, nudgeUpdate, postUpdate } from '../use-cases/updates/deliver-update.ts';
import type { ClaimedWork, Work, WorkKind } from '../use-cases/work.ts';

export type Handlers = {
  readonly [Kind in WorkKind]: (work: Extract<Work, { kind: Kind }>, claimed: ClaimedWork) => Promise<void>;
};

/** Runs a command that was tried so often before. It is the chat system's, as only that can read a command. */
export type RunCommand = (typed: TypedCommand, attempts: number) => Promise<void>;

/** What each kind of work does. */
export function createHandlers(ports: Ports, runCommand: RunCommand): Handlers {
  const figuresOf = shareHomeFigures(ports);
  return {
    'open-channel': (work, claimed) => openChannel(ports, work, claimed),
    'tell-declarer': (work, claimed) => tellDeclarer(ports, work, claimed),
    'post-card': ({ incidentId }, claimed) => postCard(ports, incidentId, claimed),
    'pin-card': ({ incidentId }) => pinCard(ports, incidentId),
    'refresh-card': ({ incidentId }) => refreshCard(ports, incidentId),
    'refresh-announcement': ({ incidentId }) => refreshAnnouncement(ports, incidentId),
    'set-topic': ({ incidentId }) => setTopic(ports, incidentId),
    announce: ({ incidentId }, claimed) => announce(ports, incidentId, claimed),
    invite: (work) => invite(ports, work),
    'record-join': (work) => recordJoin(ports, work),
    'post-event-line': ({ eventId }, claimed) => postEventLine(ports, eventId, claimed),
    'sync-message': (work) => syncMessage(ports, work),
    'catch-up': ({ incidentId }, claimed) => catchUp(ports, incidentId, claimed),
    'catch-up-page': (work, claimed) => catchUpPage(ports, work, claimed),
    'name-transcript': (work) => nameTranscript(ports, work),
    'tell-unfollowed': (work, claimed) => tellUnfollowed(ports, work, claimed),
    'keep-file': (work) => keepFile(ports, work),
    'confirm-tag': ({ channel, message }) => ports.messenger.confirmTag({ channel, key: message }),
    'unconfirm-tag': ({ channel, message }) => ports.messenger.unconfirmTag({ channel, key: message }),
    'post-update': (work, claimed) => postUpdate(ports, work, claimed),
    'announce-update': ({ statusUpdateId }, claimed) => announceUpdate(ports, statusUpdateId, claimed),
    'nudge-update': ({ statusUpdateId }, claimed) => nudgeUpdate(ports, statusUpdateId, claimed),
    'show-gap': (work, claimed) => showGap(ports, work, claimed),
    'post-escalation': (work, claimed) => postEscalation(ports, work, claimed),
    'refresh-escalation': (work) => refreshEscalation(ports, work),
    'post-step': (work, claimed) => postStep(ports, work, claimed),
    'make-call': (work, claimed) => makeCall(ports, work, claimed),
    'update-call': (work) => updateCall(ports, work),
    'tell-webhook': (work, claimed) => tellWebhook(ports, work, claimed),
    'tell-ended': (work, claimed) => tellEnded(ports, work, claimed),
    'watch-escalation': (work, claimed) => watchEscalation(ports, work, claimed),
    'ask-still-on-it': (work, claimed) => askStillOnIt(ports, work, claimed),
    'watch-answer': (work, claimed) => watchAnswer(ports, work, claimed),
    'post-unreached': (work, claimed) => postUnreached(ports, work, claimed),
    'post-unanswered': (work, claimed) => postUnanswered(ports, work, claimed),
    'tell-unanswered': (work, claimed) => tellUnanswered(ports, work, claimed),
    'tell-of-cover': (work, claimed) => tellOfCover(ports, work, claimed),
    'report-untold-cover': (work, claimed) => reportUntoldCover(ports, work, claimed),
    'make-action-item': (work) => makeItemOfMessage(ports, work),
    'post-action-item': (work, claimed) => postActionItem(ports, work, claimed),
    'ask-done-when': ({ actionItemId }) => askDoneWhen(ports, actionItemId),
    'post-draft': ({ incidentId }, claimed) => postDraft(ports, incidentId, claimed),
    'tell-reviewer': ({ reviewEntryId }, claimed) => tellReviewer(ports, reviewEntryId, claimed),
    'post-review-line': ({ reviewEntryId }, claimed) => postReviewLine(ports, reviewEntryId, claimed),
    'announce-postmortem': ({ reviewEntryId }, claimed) => announcePostmortem(ports, reviewEntryId, claimed),
    'withdraw-announcement': ({ reviewEntryId }) => withdrawAnnouncement(ports, reviewEntryId),
    'schedule-deadline': ({ incidentId }) => scheduleDeadline(ports, incidentId),
    'remind-of-deadline': (work, claimed) => remindOfDeadline(ports, work, claimed),
    'post-postmortem-files': ({ incidentId }, claimed) => postFiles(ports, incidentId, claimed),
    'keep-postmortem': ({ incidentId }, claimed) => keepPostmortem(ports, incidentId, claimed),
    'keep-in-folder': ({ incidentId }) => keepInFolder(ports, incidentId),
    'schedule-reminders': ({ actionItemId }) => scheduleReminders(ports, actionItemId),
    'schedule-reminders-of-incident': ({ incidentId }) => scheduleRemindersOfIncident(ports, incidentId),
    'tell-assigned': (work, claimed) => tellAssigned(ports, work, claimed),
    'tell-handed-back': (work, claimed) => tellHandedBack(ports, work, claimed),
    'offer-in-channel': (work, claimed) => offerInChannel(ports, work.actionItemId, claimed),
    'tell-unheard': (work, claimed) => tellUnheard(ports, work, claimed),
    'tell-returned': (work, claimed) => tellReturned(ports, work, claimed),
    'remind-person': (work, claimed) => remindPerson(ports, work, claimed),
    'return-items': (work) => returnItems(ports, work),
    'refresh-action-item': ({ actionItemId }) => refreshActionItem(ports, actionItemId),
    'refresh-reminder': (work) => refreshReminder(ports, work),
    'refresh-item-message': (work) => refreshItemMessage(ports, work),
    'start-weekly-digest': (work) => startWeeklyDigest(ports, work),
    'post-weekly-digest': (work, claimed) => postWeeklyDigest(ports, work, claimed),
    'create-ticket': (work, claimed) => createTicket(ports, work, claimed),
    'update-ticket': (work, claimed) => updateTicket(ports, work, claimed),
    'poll-tracker': (work) => pollTracker(ports, work),
    'publish-home': (work) => publishHome(ports, work, figuresOf),
    'report-failure': (work, claimed) => reportFailure(ports, work, claimed),
    'know-everybody': (work) => knowEverybody(ports, work),
    'know-groups': (work, claimed) => knowGroups(ports, work, claimed),
    'know-group-members': (work) => knowGroupMembers(ports, work),
    'forget-old': () => forgetOld(ports),
    'run-command': ({ command }, { attempts }) => runCommand(command, attempts),
    'return-command': ({ command, reason }) => ports.messenger.returnCommand(command, reason),
    answer: ({ answer }, claimed) => ports.messenger.answer(answer, attempt(claimed)),
  };
}
