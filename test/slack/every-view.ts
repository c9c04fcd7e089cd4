import { callId, channelId, messageKey, personId, teamId } from '../../src/domain/ids.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { checkRecord } from '../../src/domain/postmortem/check/check-record.ts';
import { draftPostmortem } from '../../src/domain/postmortem/draft-postmortem.ts';
import { heldRoles } from '../../src/domain/roles/role.ts';
import { type CalendarDate, type Instant, UTC } from '../../src/domain/time.ts';
import { MILESTONES, type Milestones } from '../../src/domain/timeline/milestone.ts';
import type { UnclearLog } from '../../src/domain/timeline/parse-log.ts';
import { SPOKEN_KINDS, type TimelineEvent } from '../../src/domain/timeline/timeline-event.ts';
import { defaultPolicy } from '../../src/policy.ts';
import type { Modal } from '../../src/slack/blocks/fields.ts';
import type { Message } from '../../src/slack/blocks/layout.ts';
import { asMessage } from '../../src/slack/listeners/answer-later.ts';
import { actionItemLine } from '../../src/slack/messages/action-item-messages.ts';
import { callEndedMessage, callMessage } from '../../src/slack/messages/call-messages.ts';
import { canceledAnswer } from '../../src/slack/messages/canceled-answer.ts';
import {
  acknowledgedAnswer,
  askedLaterAnswer,
  calledAnswer,
  escalationMessage,
  passedOnAnswer,
  stepMessage,
  stillOnItAnswer,
  stillOnItQuestion,
  unansweredMessage,
  unansweredNotice,
  unreachedMessage,
} from '../../src/slack/messages/escalation-messages.ts';
import { returnedCommand } from '../../src/slack/messages/failure-message.ts';
import { helpMessage } from '../../src/slack/messages/help-message.ts';
import { incidentCard } from '../../src/slack/messages/incident-card.ts';
import {
  announcement,
  channelIsOpen,
  channelOpensAgain,
  declaredAnswer,
  incidentList,
} from '../../src/slack/messages/incident-messages.ts';
import { pinnedPostmortem } from '../../src/slack/messages/pinned-postmortem.ts';
import { postmortemMessage, postmortemState } from '../../src/slack/messages/postmortem-messages.ts';
import { resolvedAnswer } from '../../src/slack/messages/resolved-answer.ts';
import { assignedAnswer } from '../../src/slack/messages/role-messages.ts';
import { timeQuestion } from '../../src/slack/messages/time-question.ts';
import { correctedAnswer, eventLine, loggedAnswer } from '../../src/slack/messages/timeline-messages.ts';
import { timelinePage } from '../../src/slack/messages/timeline-page.ts';
import { LAST_PAGE } from '../../src/slack/messages/timeline-view.ts';
import { unfollowedMessage } from '../../src/slack/messages/unfollowed-message.ts';
import { sentAnswer, updateDueMessage, updateMessage } from '../../src/slack/messages/update-messages.ts';
import { whichIncident } from '../../src/slack/messages/which-incident.ts';
import { editEventModal } from '../../src/slack/modals/edit-event-modal.ts';
import { milestonesModal } from '../../src/slack/modals/milestones-modal.ts';
import { rolesModal } from '../../src/slack/modals/roles-modal.ts';
import { startModal } from '../../src/slack/modals/start-modal.ts';
import { timelineModal } from '../../src/slack/modals/timeline-modal.ts';
import type { TypedCommand } from '../../src/use-cases/conversation.ts';
import type { IncidentState } from '../../src/use-cases/messenger.ts';
import { reviewOfRecord } from '../../src/use-cases/postmortem/review/read-review.ts';
import {
  aCall,
  addisAbaba,
  aMilestone,
  anEscalation,
  anEventAt,
  anItem,
  anUpdate,
  aRecord,
  aRecordedIncident,
  at,
  mahari,
  narrativeOf,
  unanswered,
} from '../support/record-builder.ts';
import { everyEscalateModal } from './every-escalate-modal.ts';
import { everyFailure } from './every-failure.ts';
import { everyFindingMessage, everyFindingModal } from './every-finding.ts';
import { everyGapPage } from './every-gap-page.ts';
import { everyItemList, everyItemListModal } from './every-item-list.ts';
import { everyItemMessage, everyItemModal } from './every-item-message.ts';
import { everyItemReport } from './every-item-report.ts';
import { everyNewItemMessage, everyNewItemModal } from './every-new-item-view.ts';
import { everyReviewMessage, everyReviewModal } from './every-review-message.ts';
import { everyRotaMessage } from './every-rota-message.ts';
import { everyWritingModal } from './every-writing-modal.ts';

const channel = channelId('C0INCIDENT');
const ana = personId('U0ANA');
const callStates = ['pending', 'delivered', 'delivered', 'failed', 'passed-on', 'answered', 'dropped'] as const;

/** Everything that the bot can say, with `typed` wherever a person's words go. */
export function everyMessage(typed: string): Readonly<Record<string, Message>> {
  const open = aRecordedIncident({
    status: 'investigating',
    title: typed,
    summary: typed,
    channel,
    resolvedAt: undefined,
    closedAt: undefined,
  });
  const resolved = { ...open, status: 'resolved', resolvedAt: at('16:10'), isPrivate: true } as const;
  const closed = { ...resolved, status: 'closed', closedAt: at('16:40') } as const;
  const canceled = { ...open, status: 'canceled', closedAt: at('16:10') } as const;
  const event = anEventAt('15:30', {
    text: typed,
    kind: 'cause-found',
    permalink: 'https://x.slack.com/archives/C1/p1',
  });
  const unclear: UnclearLog = {
    kind: 'unclear-time',
    text: typed,
    why: 'ambiguous',
    readings: [at('15:20'), at('02:00')],
    speaker: { now: at('16:00'), zone: addisAbaba, locale: undefined },
    logged: { kind: 'cause-found', text: typed },
  };
  const answered = anEscalation({ reason: typed });
  const waiting = anEscalation({
    ...unanswered,
    reason: typed,
    calls: callStates.map((state, index) =>
      aCall({ id: callId(`01HZZZ000000000000000CALL${index}`), state, isQuiet: index === 1, note: typed || 'x' }),
    ),
    plan: {
      steps: [
        { targets: [{ kind: 'rota', name: 'database' }], waitMinutes: 5 },
        {
          targets: [
            { kind: 'webhook', name: 'pager' },
            { kind: 'channel', id: channel, name: 'ops' },
          ],
          waitMinutes: 5,
        },
      ],
      rounds: 3,
      contacts: [typed || 'Duty manager: +251 11 555 0100'],
    },
  });
  const told = { incident: open, escalation: waiting };
  const call = { ...told, call: aCall(), since: at('15:20'), lastEvents: [event], now: at('16:00') };
  const answeredCall = { ...call, escalation: answered };
  const update = anUpdate({ text: typed || 'Nobody sends nothing' });
  const item = anItem({ title: typed, doneWhen: typed });
  const record = aRecord({
    incident: closed,
    events: [event],
    actionItems: [item],
    escalations: [answered, { ...waiting, state: 'unanswered' }],
    narrative: narrativeOf({ summary: typed }),
  });
  const postmortem = draftPostmortem(record);
  const findings = checkRecord(record, postmortem, at('09:00', '2024-06-10'));
  const publication = { incident: closed, postmortem, findings, files: [] };
  const { review } = reviewOfRecord(record);
  const shown = { incident: closed, record, postmortem, findings, review, dueOn: '2024-06-14' as CalendarDate };
  const carried = {
    channel: channelId('C0GENERAL'),
    key: messageKey('1717945200.000100'),
    permalink: 'https://x.slack.com/archives/C1/p1',
    saidBy: ana,
    text: typed,
    isCut: false,
  };
  const unfollowed = { incident: open, channel, permalink: 'https://x.slack.com/archives/C1/p1', isCut: false };
  const many = Array.from({ length: 45 }, (_, index) =>
    anEventAt(at('15:30'), { ...event, id: `${event.id}${index}` as never }),
  );
  const standing = Array.from({ length: 5 }, () => anEventAt('15:40', { kind: 'mitigation', text: typed }));
  const timeline = { incident: open, events: many, people: new Map(), zone: addisAbaba, milestones: nothingKnown };
  const folded = ['15:31', '15:32'].map((time) => anEventAt(time, { kind: 'action-item-added', text: typed }));
  return {
    'card of an open incident': incidentCard(stateOf(open), defaultPolicy),
    'card of an open incident with mitigations': incidentCard(
      { ...stateOf(open), openMitigations: standing, milestones: allKnown },
      defaultPolicy,
    ),
    'card of an open incident with calls': incidentCard(
      { ...stateOf(open), escalations: [answered, answered, { ...waiting, state: 'ended' }, answered, waiting] },
      defaultPolicy,
    ),
    'card of a resolved, private incident': incidentCard(stateOf(resolved), defaultPolicy),
    'card of a closed incident': incidentCard(stateOf(closed), defaultPolicy),
    'card of a closed incident whose postmortem is due': incidentCard(
      { ...stateOf(closed), postmortem: { ...shown, state: 'in-review', published: undefined } },
      defaultPolicy,
    ),
    'card of a canceled incident': incidentCard(stateOf(canceled), defaultPolicy),
    'card of a closed incident with action items': incidentCard(
      { ...stateOf(closed), actionItems: [anItem({ owner: undefined }), anItem({}), anItem({ status: 'done' })] },
      defaultPolicy,
    ),
    'card where messages are kept': incidentCard(stateOf(open), {
      ...defaultPolicy,
      transcript: { isKept: true, retentionDays: 30 },
    }),
    announcement: announcement(stateOf(open)),
    'announcement when resolved': announcement({ ...stateOf(resolved), milestones: allKnown }),
    'answer to resolve': resolvedAnswer({ ...stateOf(resolved), openMitigations: standing }),
    'answer to resolve when all is said': resolvedAnswer({ ...stateOf(resolved), milestones: allKnown }),
    'answer to cancel': canceledAnswer({ ...stateOf(canceled), openMitigations: standing }, 3),
    'answer to cancel when nothing stands': canceledAnswer(stateOf(canceled), 0),
    'answer to start': declaredAnswer(open),
    'the channel is open': channelIsOpen(open),
    'the channel is tried again': channelOpensAgain({ ...open, channel: undefined }),
    'no incident open': incidentList([]),
    'open incidents': incidentList([open, { ...open, channel: undefined }]),
    'very many open incidents': incidentList(Array.from({ length: 60 }, () => open)),
    'event line': eventLine({ event, saidBy: typed, isCorrected: false }),
    'line of a corrected event': eventLine({ event, saidBy: typed, isCorrected: true }),
    'a question about the time': asMessage({
      kind: 'refusal',
      refusal: unclear,
      question: timeQuestion(unclear, { asked: '1.2.3', permalink: undefined, mentions: [] }),
    }),
    'a time that must be written again': asMessage({ kind: 'refusal', refusal: { ...unclear, why: 'to-come' } }),
    'answer to log': loggedAnswer(event, addisAbaba),
    'answer to log in UTC': loggedAnswer(anEventAt('15:30'), UTC),
    'empty timeline': timelinePage({ ...timeline, events: [] }, LAST_PAGE, defaultPolicy.reactions),
    'timeline without any of a kind': timelinePage(
      timeline,
      { page: 0, show: 'misleading-path' },
      defaultPolicy.reactions,
    ),
    'timeline of several pages': timelinePage(timeline, { page: 1, show: 'everything' }, defaultPolicy.reactions),
    'timeline of every sort of line': timelinePage(
      { ...timeline, events: [...folded, ...everySortOfEvent(typed)], milestones: allKnown },
      LAST_PAGE,
      defaultPolicy.reactions,
    ),
    'card after an update': incidentCard({ ...stateOf(open), lastUpdate: update }, defaultPolicy),
    'announcement after an update': announcement({ ...stateOf(open), lastUpdate: update }),
    'announcement after the last update': announcement({ ...stateOf(resolved), lastUpdate: update }),
    'status update': updateMessage({ incident: open, update }),
    'last status update': updateMessage({ incident: resolved, update }),
    'status update longer than Slack takes': updateMessage({
      incident: open,
      update: anUpdate({ text: 'long & '.repeat(600) }),
    }),
    'status update that is due': updateDueMessage({ incident: open, update }),
    'answer to update': sentAnswer(update),
    'answer to update without a next': sentAnswer(anUpdate({ nextDueAt: undefined })),
    'answer to assign': assignedAnswer([typed, typed]),
    'answer to assign what was so already': assignedAnswer([]),
    'a call that waits': escalationMessage(told),
    'a call that was answered': escalationMessage({ incident: open, escalation: answered }),
    'a call that nobody answered': unansweredMessage({
      event,
      incident: open,
      escalation: { ...waiting, state: 'unanswered' },
    }),
    'a call that nobody answered, by direct message': unansweredNotice({ ...told, event }),
    'a call that is over': escalationMessage({ incident: open, escalation: { ...waiting, state: 'ended' } }),
    'a call that did not get through': unreachedMessage({ ...call, reason: 'group_has_nobody_to_call' }),
    'a call to somebody who wants quiet': unreachedMessage({ ...call, reason: 'do_not_disturb' }),
    'another step': stepMessage(event),
    'a call by direct message': callMessage(call),
    'a call by direct message that one answered': callMessage(answeredCall),
    'a call by direct message that another answered': callMessage({
      ...answeredCall,
      call: aCall({ personId: mahari }),
    }),
    'a call by direct message that one passed on': callMessage({ ...call, call: aCall({ state: 'passed-on' }) }),
    'a call in another channel': callMessage({ ...call, call: aCall({ personId: undefined }) }),
    'an answer that is not needed any more': callEndedMessage(call),
    'whether somebody is still on it': stillOnItQuestion(told),
    'answer to escalate': calledAnswer([waiting]),
    'answer to passing on': passedOnAnswer({ before: answered, after: waiting }),
    'answer to passing on to nobody': passedOnAnswer({ before: waiting, after: { ...waiting, state: 'unanswered' } }),
    'answer to passing on where others are called': passedOnAnswer({ before: waiting, after: waiting }),
    'answer to asking later': askedLaterAnswer({ escalation: waiting, at: at('16:03') }),
    'answer to being still on it': stillOnItAnswer(),
    'answer to ack': acknowledgedAnswer(anEscalation()),
    'action item line': actionItemLine(item),
    ...everyNewItemMessage(typed),
    ...everyItemMessage(typed),
    ...everyItemList(typed),
    ...everyItemReport(typed),
    'postmortem posted': postmortemMessage(publication),
    'postmortem with nothing missing': postmortemMessage({ ...publication, findings: [] }),
    'postmortem of an open incident': postmortemState({ ...shown, incident: resolved }),
    'postmortem of a canceled incident': postmortemState({ ...shown, incident: canceled }),
    'postmortem of a closed incident': postmortemState({ ...shown, incident: closed }),
    'postmortem pinned': pinnedPostmortem({ incident: closed, postmortem, findings }),
    'postmortem pinned with nothing missing': pinnedPostmortem({ incident: closed, postmortem, findings: [] }),
    ...everyFindingMessage(typed),
    ...everyFailure(open, typed),
    'an event taken back': correctedAnswer(anEventAt('15:20', { retractedAt: at('15:30') })),
    'an event restored': correctedAnswer(anEventAt('15:20')),
    'a command given back': returnedCommand(aCommand(typed), 'connection_failed'),
    'which incident is meant': whichIncident([open, resolved], carried, 'add-to-timeline'),
    'which incident an action item is for': whichIncident([open, resolved], carried, 'action-item'),
    'a message that is not followed': unfollowedMessage(unfollowed),
    'a message that is not followed, nor whole': unfollowedMessage({
      ...unfollowed,
      channel: channelId('D0DIRECT'),
      permalink: undefined,
      isCut: true,
    }),
    ...everyGapPage(typed),
    ...everyRotaMessage(typed),
    ...everyReviewMessage(typed, { incident: closed, postmortem }),
    help: helpMessage(defaultPolicy),
  };
}

function milestones(at_: Instant | undefined): Milestones {
  const all = MILESTONES.map((name) => [name, { name, at: at_, isEstimated: true, eventId: anEventAt('15:30').id }]);
  return Object.fromEntries(all);
}

const nothingKnown = milestones(undefined);
const allKnown = milestones(at('15:20'));

const roles = heldRoles(defaultPolicy.roles, [
  { incidentId: aRecordedIncident().id, role: 'scribe', person: ana, assignedBy: ana, at: at('15:20') },
]);

function stateOf(incident: Incident): IncidentState {
  const postmortem = { state: 'draft', published: undefined, dueOn: undefined } as const;
  return {
    incident,
    milestones: nothingKnown,
    openMitigations: [],
    escalations: [],
    roles,
    actionItems: [],
    lastUpdate: undefined,
    postmortem,
  };
}

function everySortOfEvent(text: string): readonly TimelineEvent[] {
  const settled = { at: at('15:50'), by: ana };
  const kinds = SPOKEN_KINDS.map((kind) => anEventAt('15:30', { kind, text }));
  return [
    ...kinds,
    anEventAt('15:40', { kind: 'mitigation', text, settled: { ...settled, as: 'reverted' } }),
    anEventAt('15:41', { kind: 'mitigation', text, settled: { ...settled, as: 'kept' } }),
    anEventAt('15:42', { text, retractedAt: at('15:45'), retractedBy: ana }),
    anEventAt('23:30', { kind: 'closed', text }),
  ];
}

function aCommand(text: string): TypedCommand {
  return {
    teamId: teamId('T1'),
    personId: ana,
    channel,
    thread: undefined,
    text,
    typedAt: at('15:30'),
    deliveryKey: '1.2.3',
    permalink: undefined,
    responseUrl: undefined,
  };
}

export function everyModal(typed: string): Readonly<Record<string, Modal>> {
  const event = anEventAt('15:30', { text: typed, kind: 'cause-found' });
  const standing = Array.from({ length: 25 }, (_, index) =>
    anEventAt('15:40', { id: `${event.id}${index}` as never, kind: 'mitigation', text: typed }),
  );
  const record = aRecord({ events: [event, ...standing], narrative: narrativeOf({ summary: typed }) });
  const message = {
    key: messageKey('1717945200.000100'),
    permalink: 'https://x.slack.com/archives/C1/p1',
    saidBy: ana,
  };
  return {
    start: startModal(defaultPolicy),
    ...everyItemModal(typed),
    ...everyItemListModal(typed),
    'add to timeline': timelineModal({ channel, message, text: typed, at: at('15:30') }),
    'add to timeline, empty': timelineModal({ channel, message: undefined, text: '', at: at('15:30') }),
    'add to the timeline of an incident that was chosen': timelineModal({
      channel,
      message: { ...message, isCut: true },
      incident: aRecordedIncident({ title: typed }),
      text: typed,
      at: at('15:30'),
    }),
    roles: rolesModal(channel, defaultPolicy.roles, roles),
    'edit an event': editEventModal(event),
    'edit a retracted event': editEventModal({ ...event, retractedAt: at('15:40'), retractedBy: ana }),
    milestones: milestonesModal(channel, { milestones: nothingKnown, said: [], events: [] }),
    'milestones that were said': milestonesModal(channel, {
      milestones: allKnown,
      said: [aMilestone('detected', at('15:30'), { isEstimated: true }), aMilestone('detected', undefined)],
      events: [],
    }),
    ...everyEscalateModal(typed),
    ...everyReviewModal(typed),
    ...everyNewItemModal(channel, typed),
    ...everyFindingModal(channel, typed),
    ...everyWritingModal(typed, record),
  };
}
