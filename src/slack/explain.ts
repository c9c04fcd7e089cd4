import type { AcknowledgeRefusal, PassOnRefusal } from '../domain/escalation/acknowledge.ts';
import type { StatusRefusal } from '../domain/incident/status.ts';
import { nearestWord } from '../domain/nearest-word.ts';
import type { PersonRefusal } from '../domain/people/person.ts';
import { SPOKEN_KINDS } from '../domain/timeline/timeline-event.ts';
import type { UnclearTime, UnparsableTime } from '../domain/timeline/unclear-time.ts';
import type { AddActionItemRefusal } from '../use-cases/action-items/add-action-item.ts';
import type { AskLaterRefusal } from '../use-cases/escalation/ask-later.ts';
import type { GroupGone } from '../use-cases/escalation/chosen-targets.ts';
import type { EscalateRefusal } from '../use-cases/escalation/escalate-incident.ts';
import type { ChangeSeverityRefusal } from '../use-cases/incident/change-severity.ts';
import type { DeclareRefusal } from '../use-cases/incident/declare-incident.ts';
import type { OpenChannelAgainRefusal } from '../use-cases/incident/open-channel-again.ts';
import type { SetDrillRefusal } from '../use-cases/incident/set-drill.ts';
import type { AskForFilesRefusal } from '../use-cases/postmortem/post-files.ts';
import type { RestoreNarrativeRefusal } from '../use-cases/postmortem/restore-narrative.ts';
import type { WaiveFindingRefusal } from '../use-cases/postmortem/waive-finding.ts';
import type { CorrectEventRefusal } from '../use-cases/timeline/correct-event.ts';
import type { LogEventRefusal } from '../use-cases/timeline/log-event.ts';
import type { SetMilestonesRefusal } from '../use-cases/timeline/set-milestones.ts';
import type { SettleMitigationsRefusal } from '../use-cases/timeline/settle-mitigations.ts';
import type { AskForTicketRefusal } from '../use-cases/trackers/ask-for-ticket.ts';
import { escapeMrkdwn } from './blocks/text.ts';
import { COMMAND } from './identifiers.ts';
import type { ItemRefusal, OnlyOfItems } from './messages/explain-items.ts';
import type { OnlyOfReviews, ReviewingRefusal } from './messages/explain-review.ts';
import { explainRota, type OnlyOfRotas, type RotaRefusal } from './messages/explain-rota.ts';
import type { OnlyOfTickets } from './messages/explain-ticket.ts';
import { listLine } from './messages/incident-messages.ts';
import { explainUnclearTime } from './messages/time-question.ts';
import { dayWords, slackTime } from './text/slack-time.ts';

export type Refusal =
  | AcknowledgeRefusal
  | PassOnRefusal
  | AskLaterRefusal
  | StatusRefusal
  | PersonRefusal
  | UnparsableTime
  | UnclearTime
  | AddActionItemRefusal
  | AskForTicketRefusal
  | ItemRefusal
  | EscalateRefusal
  | GroupGone
  | ChangeSeverityRefusal
  | SetDrillRefusal
  | DeclareRefusal
  | AskForFilesRefusal
  | OpenChannelAgainRefusal
  | LogEventRefusal
  | CorrectEventRefusal
  | SetMilestonesRefusal
  | SettleMitigationsRefusal
  | WaiveFindingRefusal
  | RotaRefusal
  | ReviewingRefusal
  | Exclude<RestoreNarrativeRefusal, { kind: 'overtaken' }>
  | { readonly kind: 'unknown-status'; readonly status: string }
  | { readonly kind: 'neither-on-nor-off' }
  | { readonly kind: 'unknown-kind'; readonly text: string }
  | { readonly kind: 'unknown-role'; readonly role: string; readonly known: readonly string[] }
  | { readonly kind: 'role-of-several' }
  | { readonly kind: 'unknown-party'; readonly text: string }
  | { readonly kind: 'calls-a-crowd'; readonly name: string };

/** The words for a refusal, in mrkdwn: what is so, and what to do next. A new refusal does not compile without them. */
export function explain(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'already-handled':
      return 'That was done already.';
    case 'no-incident-here':
      return explainNoIncident(refusal.open.map(listLine));
    case 'incident-closed':
      return `This incident is closed. Events and action items can still be added; \`${COMMAND} reopen\` opens it again.`;
    case 'incident-canceled':
      return `This incident is canceled: it was a false alarm. Events and action items can still be added; for anything else \`${COMMAND} reopen\` it first.`;
    case 'status-unchanged':
      return `It is ${refusal.status} already.`;
    case 'not-resolved':
      return `It is still ${refusal.status}. When users have stopped hurting say \`${COMMAND} resolve\`, then close it.`;
    case 'no-postmortem-yet':
      return `It is ${refusal.status}: the files are written when it is closed.`;
    case 'not-over':
      return `It is still ${refusal.status}: there is nothing to reopen.`;
    case 'unknown-status':
      return explainStatus(refusal.status);
    case 'unknown-severity':
      if (refusal.severity === '') {
        return `Say how bad it is: \`${COMMAND} severity\` with ${refusal.known.join(', ')}, and why if you like.`;
      }
      return `“${escapeMrkdwn(refusal.severity)}” is no severity here. There are ${refusal.known.join(', ')}.`;
    case 'drill-unchanged':
      return refusal.isDrill ? 'It is a drill already.' : 'It is no drill: it counts as real.';
    case 'neither-on-nor-off':
      return `Say \`${COMMAND} drill on\` for an exercise, and \`${COMMAND} drill off\` for one that became real.`;
    case 'severity-unchanged':
      return `It is ${refusal.severity} already.`;
    case 'empty-title':
      return `Say in a few words what is wrong: \`${COMMAND} start Booking is down\`.`;
    case 'empty-text':
      return `There are no words in it. Say what it is after the command, as in \`${COMMAND} log restarted the database\` or \`${COMMAND} action @owner Size the pool by friday\`.`;
    case 'unparsable-time':
      return `I can’t read “${escapeMrkdwn(refusal.text)}” as a time. Write \`14:10\`, \`14:10 UTC\`, \`10m ago\`, \`yesterday 18:20\` or \`2024-05-07 14:00\`. Nothing was recorded.`;
    case 'unclear-time':
      return explainUnclearTime(refusal);
    case 'future-time':
      return `${slackTime(refusal.at)} is still to come. For an earlier day say it, as in \`yesterday 18:20\`. Nothing was recorded.`;
    case 'future-milestone':
      return `${slackTime(refusal.at)} is still to come. Nothing was saved.`;
    case 'unknown-kind':
      return `“${escapeMrkdwn(refusal.text)}” is no kind of event. There are ${SPOKEN_KINDS.join(', ')}, and automatic.`;
    case 'due-in-the-past':
      return `${dayWords(refusal.dueOn)} is over. Name today or a later day.`;
    case 'due-too-far':
      return `${dayWords(refusal.dueOn)} is more than ten years away. Name a nearer day.`;
    case 'no-such-incident':
      return `That incident is gone. \`${COMMAND} list\` shows those that are open.`;
    case 'no-such-event':
      return 'That event cannot be corrected: it is gone, or it is one that I wrote down myself.';
    case 'not-a-participant':
      return 'Only people in the incident’s channel correct its timeline. Join the channel first.';
    case 'no-reason':
      return 'Say why it does not hold here: whoever reads the postmortem will see it.';
    case 'no-such-finding':
      return `That was mended, waived or taken back already. \`${COMMAND} postmortem\` shows what is left.`;
    case 'other-findings':
      return 'Meanwhile there are more or fewer of these. Close this form and press *Waive…* once more.';
    case 'no-such-version':
      return 'That version is gone.';
    case 'already-on-timeline':
      return 'That message is on the timeline already.';
    default:
      return explainPeople(refusal);
  }
}

type PeopleRefusal = Extract<
  Refusal,
  {
    kind:
      | 'person-is-bot'
      | 'person-deactivated'
      | 'unknown-party'
      | 'calls-a-crowd'
      | 'unknown-role'
      | 'role-of-several'
      | 'nobody-to-call'
      | 'unknown-policy'
      | 'others-to-call'
      | 'group-gone'
      | 'call-ended'
      | 'not-called'
      | 'nothing-to-acknowledge'
      | 'several-calls'
      | 'already-acknowledged'
      | 'owner-not-in-private-incident'
      | 'no-such-action-item';
  }
>;

function explainPeople(refusal: PeopleRefusal | OnlyOfRotas | OnlyOfReviews | OnlyOfItems | OnlyOfTickets): string {
  switch (refusal.kind) {
    case 'person-is-bot':
      return `${escapeMrkdwn(refusal.name)} is a bot. Name a person or a group.`;
    case 'person-deactivated':
      return `${escapeMrkdwn(refusal.name)}’s account is deactivated. Name somebody else.`;
    case 'unknown-party':
      return `I don’t know ${escapeMrkdwn(refusal.text)}. Pick the name from the list that Slack shows while you type it.`;
    case 'calls-a-crowd':
      return `${escapeMrkdwn(refusal.name)} cannot be called: nobody there would have to answer. Name people, groups or a policy. Nobody was called.`;
    case 'unknown-role':
      return explainRole(refusal.role, refusal.known);
    case 'role-of-several':
      return 'A role is one person’s. Name one person, not several or a group.';
    case 'nobody-to-call':
      return explainNobody(refusal);
    case 'unknown-policy':
      return explainPolicy(refusal);
    case 'others-to-call':
      return 'Others would be called now than you were shown. Look it over again.';
    case 'group-gone':
      return 'A group that you chose is gone. Choose another.';
    case 'call-ended':
      return 'That call needs no answer any more.';
    case 'not-called':
      return 'That call does not call you, so there is nothing to pass on.';
    case 'nothing-to-acknowledge':
      return 'No call is waiting for an answer here.';
    case 'several-calls':
      return 'Several calls are open, and none calls you. Press *I’m on it* under the one that you answer.';
    case 'already-acknowledged':
      return `<@${refusal.by}> answered that call at ${slackTime(refusal.at, 'time')}.`;
    case 'owner-not-in-private-incident':
      return 'This incident is private, so its work must belong to somebody in its channel. Invite them first.';
    case 'no-such-action-item':
      return 'I find no such action item for you. If its incident is private, ask somebody in its channel.';
    default:
      return explainRota(refusal);
  }
}

function explainNobody({ severity, policies }: Extract<PeopleRefusal, { kind: 'nobody-to-call' }>): string {
  const or = policies.length === 0 ? '' : `, or a policy: ${policies.map((name) => `\`${name}\``).join(', ')}`;
  return `Say whom to call: \`${COMMAND} escalate @person or @group why\`${or}. No policy names whom to call for ${severity}.`;
}

function explainPolicy({ name, known }: Extract<PeopleRefusal, { kind: 'unknown-policy' }>): string {
  const nearest = nearestWord(name, known);
  const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
  return `“${escapeMrkdwn(name)}” is no escalation policy.${hint} Nobody was called.`;
}

function explainRole(role: string, known: readonly string[]): string {
  const all = known.map((name) => `\`${name}\``).join(', ');
  if (role === '') {
    return `Say which role: \`${COMMAND} assign\` with ${all}, and @whom unless it is you.`;
  }
  const nearest = nearestWord(role, known);
  const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
  return `“${escapeMrkdwn(role)}” does not say which role.${hint} There are ${all}.`;
}

function explainStatus(status: string): string {
  const known = `\`${COMMAND} status\` with investigating, identified, monitoring or resolved`;
  switch (status.toLowerCase()) {
    case '':
      return `Say where it stands: ${known}, and what happened if you like.`;
    case 'canceled':
    case 'cancelled':
    case 'cancel':
      return `A false alarm has a command of its own: \`${COMMAND} cancel\`, and why if you like.`;
    case 'closed':
    case 'close':
      return `Closing drafts the postmortem, so it has a command of its own: \`${COMMAND} close\`.`;
    default:
      return `“${escapeMrkdwn(status)}” is no status. Say ${known}.`;
  }
}

function explainNoIncident(open: readonly string[]): string {
  if (open.length === 0) {
    return `This channel belongs to no incident, and none is open. \`${COMMAND} start\` opens one.`;
  }
  return `This channel belongs to no incident. Say it in one of these:\n${open.join('\n')}`;
}
