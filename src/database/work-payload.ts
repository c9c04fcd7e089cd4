import { z } from 'zod';
import { UNHEARD } from '../domain/action-items/unheard.ts';
import {
  actionItemId,
  callId,
  channelId,
  coverId,
  escalationId,
  fileId,
  groupId,
  incidentId,
  messageKey,
  personId,
  reviewEntryId,
  statusUpdateId,
  teamId,
  timelineEventId,
} from '../domain/ids.ts';
import { REMINDERS } from '../domain/postmortem/review/deadline.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { CalendarDate } from '../domain/time.ts';
import type { Work, WorkKind } from '../use-cases/work.ts';
import { AnInstant, AParty, orMissing } from './json-fields.ts';

/** A stored piece of work, or why this version cannot read it. */
export function readPayload(row: { readonly kind: string; readonly payload_json: string }): Result<Work, string> {
  if (!isWorkKind(row.kind)) {
    return refuse(`no such kind of work: ${row.kind}`);
  }
  const payload = Json.pipe(payloads[row.kind]).safeParse(row.payload_json);
  return payload.success
    ? accept({ kind: row.kind, ...payload.data } as Work)
    : refuse(`its payload cannot be read: ${z.prettifyError(payload.error)}`);
}

function isWorkKind(kind: string): kind is WorkKind {
  return Object.hasOwn(payloads, kind);
}

const Json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('no JSON');
    return z.NEVER;
  }
});

const ADate = z.string().transform((text) => text as CalendarDate);
const ofIncident = { incidentId: z.string().transform(incidentId) };
const ofEscalation = { escalationId: z.string().transform(escalationId) };
const ofCall = { ...ofEscalation, callId: z.string().transform(callId) };
const ofActionItem = { actionItemId: z.string().transform(actionItemId) };
const ofCover = { coverId: z.string().transform(coverId) };
const ofReview = { reviewEntryId: z.string().transform(reviewEntryId) };
const ofUpdate = { statusUpdateId: z.string().transform(statusUpdateId) };
const toldAsEvent = { eventId: orMissing(z.string().transform(timelineEventId)) };
const ofPerson = { personId: z.string().transform(personId) };
const inChannel = { channel: z.string().transform(channelId) };
const ofMessage = { ...inChannel, message: z.string().transform(messageKey) };
const toWhoeverAsked = { ...ofPerson, responseUrl: orMissing(z.string()) };
const inThread = { ...inChannel, thread: orMissing(z.string().transform(messageKey)) };
const ofCommand = {
  command: z.object({
    ...toWhoeverAsked,
    ...inThread,
    teamId: z.string().transform(teamId),
    text: z.string(),
    typedAt: AnInstant,
    deliveryKey: z.string(),
    permalink: orMissing(z.string()),
  }),
};

const payloads: { readonly [Kind in WorkKind]: z.ZodType<Omit<Extract<Work, { kind: Kind }>, 'kind'>> } = {
  'open-channel': z.object({ ...ofIncident, answerTo: orMissing(z.object(toWhoeverAsked)) }),
  'tell-declarer': z.object({ ...ofIncident, answerTo: z.object(toWhoeverAsked) }),
  'post-card': z.object(ofIncident),
  'pin-card': z.object(ofIncident),
  'refresh-card': z.object(ofIncident),
  'refresh-announcement': z.object(ofIncident),
  'set-topic': z.object(ofIncident),
  announce: z.object(ofIncident),
  invite: z.object({ ...ofIncident, ...ofPerson }),
  'record-join': z.object({ ...ofIncident, ...ofPerson, at: AnInstant }),
  'post-event-line': z.object({ eventId: z.string().transform(timelineEventId) }),
  'sync-message': z.object({
    ...ofIncident,
    ...ofMessage,
    askedBy: z.string().transform(personId),
    at: orMissing(AnInstant),
    isCut: z.boolean().default(false),
    lastTold: orMissing(z.record(z.string(), z.unknown())),
    changedBy: orMissing(z.string().transform(personId)),
  }),
  'tell-unfollowed': z.object({
    ...ofPerson,
    eventId: z.string().transform(timelineEventId),
    isCut: z.boolean(),
  }),
  'catch-up': z.object(ofIncident),
  'catch-up-page': z.object({
    ...ofIncident,
    thread: orMissing(z.string().transform(messageKey)),
    cursor: orMissing(z.string()),
    threads: z.array(z.string().transform(messageKey)),
    edge: orMissing(z.string().transform(messageKey)),
    unmet: z.array(z.string().transform(messageKey)),
  }),
  'name-transcript': z.object({ ...ofIncident, ...ofMessage }),
  'keep-file': z.object({
    eventId: z.string().transform(timelineEventId),
    fileId: z.string().transform(fileId),
    address: z.string(),
  }),
  'confirm-tag': z.object(ofMessage),
  'unconfirm-tag': z.object(ofMessage),
  'post-update': z.object({ ...ofUpdate, eventId: z.string().transform(timelineEventId) }),
  'announce-update': z.object(ofUpdate),
  'nudge-update': z.object(ofUpdate),
  'show-gap': z.object({
    ...ofIncident,
    place: z.object({ ...toWhoeverAsked, ...inThread, isRedrawn: z.boolean() }),
    gap: z.object({ from: AnInstant, to: AnInstant }),
    page: z.number(),
  }),
  'post-escalation': z.object({ ...ofEscalation, ...toldAsEvent }),
  'refresh-escalation': z.object({ ...ofEscalation, ...toldAsEvent }),
  'post-step': z.object({ ...ofEscalation, eventId: z.string().transform(timelineEventId) }),
  'make-call': z.object(ofCall),
  'update-call': z.object(ofCall),
  'tell-ended': z.object(ofCall),
  'watch-escalation': z.object({ ...ofEscalation, round: z.number(), step: z.number() }),
  'ask-still-on-it': z.object({ ...ofEscalation, since: AnInstant }),
  'watch-answer': z.object({ ...ofEscalation, since: AnInstant }),
  'post-unreached': z.object({ ...ofCall, reason: z.string() }),
  'post-unanswered': z.object({ ...ofEscalation, eventId: z.string().transform(timelineEventId) }),
  'tell-unanswered': z.object({ ...ofEscalation, ...ofPerson, eventId: z.string().transform(timelineEventId) }),
  'tell-webhook': z.object({
    ...ofCall,
    event: z.enum(['acknowledge', 'resolve']),
    by: orMissing(z.string().transform(personId)),
  }),
  'tell-of-cover': z.object({
    ...ofCover,
    ...ofPerson,
    isTakenBack: z.boolean(),
  }),
  'report-untold-cover': z.object({
    ...ofCover,
    ...ofPerson,
    reason: z.string(),
  }),
  'make-action-item': z.object({ ...ofIncident, ...ofMessage, askedBy: z.string().transform(personId) }),
  'post-action-item': z.object({ ...ofActionItem, ...toldAsEvent }),
  'ask-done-when': z.object(ofActionItem),
  'post-draft': z.object(ofIncident),
  'tell-reviewer': z.object(ofReview),
  'post-review-line': z.object(ofReview),
  'announce-postmortem': z.object(ofReview),
  'withdraw-announcement': z.object(ofReview),
  'schedule-deadline': z.object(ofIncident),
  'remind-of-deadline': z.object({ ...ofIncident, dueOn: ADate, reminder: z.enum(REMINDERS) }),
  'post-postmortem-files': z.object(ofIncident),
  'keep-postmortem': z.object(ofIncident),
  'keep-in-folder': z.object(ofIncident),
  'schedule-reminders': z.object(ofActionItem),
  'schedule-reminders-of-incident': z.object(ofIncident),
  'tell-assigned': z.object({ ...ofActionItem, ...ofPerson }),
  'tell-handed-back': z.object({ ...ofActionItem, ...ofPerson, reason: orMissing(z.string()) }),
  'offer-in-channel': z.object(ofActionItem),
  'tell-unheard': z.object({ ...ofActionItem, owner: AParty, because: z.enum(UNHEARD) }),
  'tell-returned': z.object({
    teamId: z.string().transform(teamId),
    owner: z.string().transform(personId),
    personId: orMissing(z.string().transform(personId)),
    actionItemIds: z.array(z.string().transform(actionItemId)),
  }),
  'remind-person': z.object({ ...ofPerson, teamId: z.string().transform(teamId) }),
  'return-items': z.object({ ...ofPerson, teamId: z.string().transform(teamId) }),
  'refresh-action-item': z.object(ofActionItem),
  'refresh-reminder': z.object({ ...ofPerson, teamId: z.string().transform(teamId) }),
  'refresh-item-message': z.object({ ...ofMessage, teamId: z.string().transform(teamId) }),
  'start-weekly-digest': z.object({ teamId: z.string().transform(teamId) }),
  'post-weekly-digest': z.object({ teamId: z.string().transform(teamId), day: ADate }),
  'create-ticket': z.object({ ...ofActionItem, askedBy: orMissing(z.string().transform(personId)) }),
  'update-ticket': z.object(ofActionItem),
  'poll-tracker': z.object({
    teamId: z.string().transform(teamId),
    since: AnInstant,
    page: orMissing(z.object({ cursor: z.string(), begunAt: AnInstant })),
  }),
  'publish-home': z.object({
    ...ofPerson,
    teamId: z.string().transform(teamId),
    changedAt: orMissing(AnInstant),
  }),
  'report-failure': z.object({
    ...ofIncident,
    askedBy: z.string().transform(personId),
    what: z.string().refine(isWorkKind),
    reason: z.string(),
    item: orMissing(z.string().transform(actionItemId)),
  }),
  'know-groups': z.object({ teamId: z.string().transform(teamId) }),
  'know-group-members': z.object({ teamId: z.string().transform(teamId), groupId: z.string().transform(groupId) }),
  'know-everybody': z.object({ teamId: z.string().transform(teamId), cursor: orMissing(z.string()) }),
  'forget-old': z.object({}),
  'run-command': z.object(ofCommand),
  'return-command': z.object({ ...ofCommand, reason: z.string() }),
  answer: z.object({
    answer: z.object({
      ...toWhoeverAsked,
      ...inThread,
      text: z.string(),
      blocks: z.array(z.unknown()),
      isRedrawn: z.boolean().default(false),
    }),
  }),
};
