import type { Call, Escalation, EscalationTarget } from '../../domain/escalation/escalation.ts';
import { isGroupCall, knownSince } from '../../domain/escalation/escalation.ts';
import { nextCall } from '../../domain/escalation/next-call.ts';
import type { Target } from '../../domain/escalation/target.ts';
import { duration, millisecondsBetween } from '../../domain/time.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { mention } from './describe-incident.ts';
import { explainReason } from './explain-reason.ts';
import { slackTime } from './slack-time.ts';

/** Whom or what a step calls; people and groups are mentioned. */
export function targetName(target: Target | EscalationTarget): string {
  switch (target.kind) {
    case 'person':
    case 'group':
      return mention(target);
    case 'policy':
      return `policy *${escapeMrkdwn(target.name)}*`;
    case 'rota':
      return `rota *${escapeMrkdwn(target.name)}*`;
    case 'channel':
      return `<#${target.id}>`;
    case 'webhook':
      return `*${escapeMrkdwn(target.name)}*`;
  }
}

/** `called 14:32, answered 14:35 by @ana (3 min)` and what came after; nothing while nobody answered. */
export function answerLine(escalation: Escalation): string | undefined {
  const { requestedAt, acknowledgedAt, acknowledgedBy, heldBy } = escalation;
  if (acknowledgedAt === undefined || acknowledgedBy === undefined) {
    return undefined;
  }
  const waited = duration(millisecondsBetween(requestedAt, acknowledgedAt));
  const first = `called ${slackTime(requestedAt, 'time')}, answered ${slackTime(acknowledgedAt, 'time')} by <@${acknowledgedBy}> (${waited})`;
  return heldBy === undefined || heldBy === acknowledgedBy ? first : `${first}, now <@${heldBy}> is on it`;
}

/** Where it stands, in one line. */
export function stateLine(escalation: Escalation): string {
  const answered = answerLine(escalation);
  const isReached = escalation.calls.some(({ deliveredAt }) => deliveredAt !== undefined);
  const called = `${isReached ? 'called' : 'asked for'} ${slackTime(escalation.requestedAt, 'time')}`;
  switch (escalation.state) {
    case 'answered':
      return `🙋 ${answered ?? called}${stillOnIt(escalation)}`;
    case 'unanswered':
      return `🔕 ${answered ?? called}; nobody is left to call`;
    case 'ended':
      return `🏁 ${answered ?? `${called}, nobody ${isReached ? 'answered' : 'was reached'}`}; no longer needed`;
    case 'calling':
      return `⏳ ${answered === undefined ? '' : `${answered}, and nobody is on it now; `}${whatIsNext(escalation)}`;
  }
}

/** Said again later than they first answered. */
function stillOnIt({ heldBy, heldSince, acknowledgedBy, acknowledgedAt }: Escalation): string {
  const isRepeated = heldSince !== undefined && heldBy === acknowledgedBy && heldSince !== acknowledgedAt;
  return isRepeated ? ` · still on it at ${slackTime(heldSince, 'time')}` : '';
}

function whatIsNext(escalation: Escalation): string {
  const next = nextCall(escalation);
  if (next === undefined) {
    return 'nobody is reached yet';
  }
  const at = slackTime(next.at, 'time');
  if (next.position === undefined) {
    return `if nobody answers until ${at}, I will say so here`;
  }
  const { round } = next.position;
  const again = round > escalation.position.round ? ` (round ${round} of ${escalation.plan.rounds})` : '';
  return `at ${at} I call ${next.targets.map(targetName).join(', ')}${again}`;
}

const MOST_CALLS = 8;

/** One line a call, the newest last. */
export function callLines({ calls }: Escalation): readonly string[] {
  const shown = calls.filter((call) => !isGroupCall(call) || call.state !== 'delivered');
  const hidden = Math.max(0, shown.length - MOST_CALLS);
  const more = hidden === 0 ? [] : [`… and ${hidden} earlier`];
  return [...more, ...shown.slice(hidden).map(callLine)];
}

function callLine(call: Call): string {
  const since = knownSince(call);
  const { personId, target, respondedAt = since, state, note } = call;
  const who = personId === undefined ? targetName(target) : `<@${personId}>`;
  const via = target.kind === 'rota' && personId !== undefined ? ` (${targetName(target)})` : '';
  const at = slackTime(since, 'time');
  switch (state) {
    case 'pending':
      return `⏳ calling ${who}${via}${note === undefined ? '' : `, not reached yet. ${explainReason(note)}`}`;
    case 'delivered':
      return `${call.isQuiet ? '🔕' : '📟'} ${who}${via} called ${at}${call.isQuiet ? ', in Do Not Disturb' : ''}${answerOf(call)}`;
    case 'failed':
      return `⚠️ ${who}${via} not reached. ${explainReason(note ?? 'unexpected_fault')}`;
    case 'passed-on':
      return `↪️ ${who}${via} called ${at}, passed on ${slackTime(respondedAt, 'time')}`;
    case 'answered':
      return `🙋 ${who}${via} called ${at}, answered ${slackTime(respondedAt, 'time')}`;
    case 'dropped':
      return `${who}${via} not called any more`;
  }
}

/** What a system outside answered. */
function answerOf({ target, note }: Call): string {
  return target.kind === 'webhook' && note !== undefined ? `: ${escapeMrkdwn(note)}` : '';
}

/** What people can do when nobody answers. */
export function contactLines({ plan }: Pick<Escalation, 'plan'>): readonly string[] {
  return plan.contacts.map((contact) => `☎️ ${escapeMrkdwn(contact)}`);
}

export function reasonQuote({ reason }: Pick<Escalation, 'reason'>): string {
  return reason === '' ? '' : `\n> ${escapeMrkdwn(reason).replaceAll('\n', '\n> ')}`;
}
