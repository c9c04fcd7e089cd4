import { awaitsAnswer, type Escalation } from '../../domain/escalation/escalation.ts';
import { DEFAULT_WAIT_MINUTES } from '../../domain/escalation/escalation-policy.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { AskedLater } from '../../use-cases/escalation/ask-later.ts';
import type { ToldEscalation, Unanswered, Unreached } from '../../use-cases/escalation/caller.ts';
import type { PassedOn } from '../../use-cases/escalation/pass-on.ts';
import { actions, button, context, type Message, paragraph, section, when } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { buttons } from '../identifiers.ts';
import { inChannel, incidentTitle } from '../text/describe-incident.ts';
import { callLines, contactLines, reasonQuote, stateLine, targetName } from '../text/escalation-words.ts';
import { explainReason } from '../text/explain-reason.ts';
import { slackTime } from '../text/slack-time.ts';

/** The escalation as the incident's channel sees it. */
export function escalationMessage({ escalation, incident }: ToldEscalation): Message {
  const calm = escalation.isUrgent ? '' : ' No hurry.';
  const drill = incident.isDrill ? '🧪 Drill: ' : '';
  const called = `${drill}📟 ${targetName(escalation.target)} is called by <@${escalation.requestedBy}>.${calm}${reasonQuote(escalation)}`;
  const state = stateLine(escalation);
  return {
    text: cut(`${called} – ${state}`, limits.messageText),
    blocks: [
      section(called),
      ...when(escalation.calls.length > 0, () => [context(callLines(escalation).join('\n'))]),
      context(state),
      ...when(awaitsAnswer(escalation), () => [actions(imOnIt(escalation))]),
    ],
  };
}

/** Another step, in the thread of the escalation. */
export function stepMessage(event: TimelineEvent): Message {
  return paragraph(cut(`📟 ${escapeMrkdwn(event.text)}`, limits.sectionText));
}

/** Notifies whoever asked for help, for they may have to call somebody else. */
export function unreachedMessage({ escalation, call, reason }: Unreached): Message {
  const who = call.personId === undefined ? targetName(call.target) : `<@${call.personId}>`;
  const text =
    reason === 'do_not_disturb'
      ? `🔕 ${who} has asked not to be disturbed and may not notice the call.`
      : `⚠️ ${who} could not be reached. ${explainReason(reason)}${whatNow(escalation)}`;
  return paragraph(text);
}

function whatNow({ state }: Escalation): string {
  switch (state) {
    case 'unanswered':
      return ' Call somebody else.';
    case 'calling':
      return ' Whoever else can answer is called.';
    case 'answered':
    case 'ended':
      return '';
  }
}

/** In the incident's channel. */
export function unansweredMessage(told: Unanswered): Message {
  return withContacts(`${nobody(told)}. Call somebody else, or by phone.`, told);
}

/** To whoever asked for help, and whoever declared the incident; where an alert did, to all who were called. */
export function unansweredNotice(told: Unanswered): Message {
  const { incident } = told;
  return withContacts(`${nobody(told)} for ${incidentTitle(incident)}${inChannel(incident)}.`, told);
}

/** An answer that was given and passed on is one all the same. */
function nobody({ escalation: { target, calls, acknowledgedAt } }: Unanswered): string {
  if (acknowledgedAt !== undefined) {
    return `🔕 *Nobody is on the call any more* to ${targetName(target)}`;
  }
  const isReached = calls.some(({ deliveredAt }) => deliveredAt !== undefined);
  return `🔕 *${isReached ? 'Nobody answered' : 'Nobody was reached by'} the call* to ${targetName(target)}`;
}

function withContacts(text: string, { escalation, event }: Unanswered): Message {
  const contacts = contactLines(escalation);
  return {
    text: cut([text, ...contacts].join('\n'), limits.messageText),
    blocks: [
      section(text),
      context(escapeMrkdwn(event.text)),
      ...when(contacts.length > 0, () => [section(contacts.join('\n'))]),
      actions(imOnIt(escalation)),
    ],
  };
}

export function stillOnItQuestion({ incident, escalation }: ToldEscalation): Message {
  const text = `Are you still on it? ${incidentTitle(incident)}${inChannel(incident)} goes on.${reasonQuote(escalation)}`;
  return {
    text,
    blocks: [
      section(text),
      context(`If you do not say so within ${DEFAULT_WAIT_MINUTES} minutes, the next are called.`),
      actions(
        button({ label: 'Still on it', action: buttons.stillOnIt, value: escalation.id, style: 'primary' }),
        passOn(escalation),
      ),
    ],
  };
}

export function calledAnswer(escalations: readonly Escalation[]): Message {
  const calls = escalations.map((escalation) => {
    const people = escalation.calls.map(({ personId, target }) =>
      personId === undefined ? targetName(target) : `<@${personId}>`,
    );
    const via = escalation.target.kind === 'policy' ? ` (${targetName(escalation.target)})` : '';
    return `${people.join(', ')}${via}`;
  });
  const text = `Calling ${calls.join('; ')}. The channel will show who answers.`;
  return { text, blocks: [context(text)] };
}

export function acknowledgedAnswer(escalation: Escalation): Message {
  return note(`Thank you: you answered the call to ${targetName(escalation.target)}.`);
}

export function passedOnAnswer({ before, after }: PassedOn): Message {
  const added = after.calls.slice(before.calls.length).map(({ personId, target }) => {
    return personId === undefined ? targetName(target) : `<@${personId}>`;
  });
  if (added.length > 0) {
    return note(`Passed on: ${added.join(', ')} ${added.length === 1 ? 'is' : 'are'} called now.`);
  }
  return note(
    after.state === 'unanswered'
      ? 'Passed on, but nobody is left to call. The channel is told so.'
      : 'Passed on. Others who were called can still answer.',
  );
}

export function askedLaterAnswer({ at }: AskedLater): Message {
  return note(`I ask you again at ${slackTime(at, 'time')}. Until somebody answers, the next are called as planned.`);
}

export function stillOnItAnswer(): Message {
  return note('Thank you. Noted that you are still on it.');
}

export function imOnIt(escalation: Escalation) {
  return button({ label: 'I’m on it', action: buttons.acknowledge, value: escalation.id, style: 'primary' });
}

export function passOn(escalation: Escalation) {
  return button({ label: 'Can’t, pass on', action: buttons.passOn, value: escalation.id });
}

function note(text: string): Message {
  return { text, blocks: [context(text)] };
}
