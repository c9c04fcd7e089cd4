import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { duration, millisecondsBetween } from '../../domain/time.ts';
import type { Unreached } from '../../use-cases/messenger.ts';
import { actions, button, context, type Message, paragraph, section } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { buttons } from '../identifiers.ts';
import { inChannel, incidentTitle, mention, severityLabel } from '../text/describe-incident.ts';
import { explainReason } from '../text/explain-reason.ts';
import { slackTime } from '../text/slack-time.ts';

/** The call as the channel sees it; it notifies whoever is called. */
export function escalationMessage(escalation: Escalation): Message {
  const called = `📟 ${mention(escalation.target)} is called by <@${escalation.requestedBy}>${reason(escalation)}`;
  if (escalation.acknowledgedAt !== undefined && escalation.acknowledgedBy !== undefined) {
    const waited = duration(millisecondsBetween(escalation.requestedAt, escalation.acknowledgedAt));
    const answered = `called ${slackTime(escalation.requestedAt, 'time')}, answered ${slackTime(escalation.acknowledgedAt, 'time')} by <@${escalation.acknowledgedBy}> (${waited})`;
    return {
      text: cut(`${called} – ${answered}`, limits.messageText),
      blocks: [section(called), context(`🙋 ${answered}`)],
    };
  }
  return { text: cut(called, limits.messageText), blocks: [section(called), actions(imOnIt(escalation))] };
}

/** The call as whoever is called gets it. */
export function callMessage(call: { readonly incident: Incident; readonly escalation: Escalation }): Message {
  const { incident, escalation } = call;
  const text = `📟 <@${escalation.requestedBy}> calls you to ${incidentTitle(incident)}${inChannel(incident)}${reason(escalation)}`;
  return {
    text,
    blocks: [
      section(text),
      context(`${severityLabel(incident.severity)} · ${incident.status} · declared ${slackTime(incident.declaredAt)}`),
      actions(imOnIt(escalation)),
    ],
  };
}

/** Notifies whoever called, for they have to call somebody else. */
export function unreachedMessage({ escalation, target, reason }: Unreached): Message {
  const text = `⚠️ ${mention(target)} could not be reached. ${explainReason(reason)} <@${escalation.requestedBy}>, call somebody else.`;
  return paragraph(text);
}

export function calledAnswer(escalation: Escalation): Message {
  const text = `Calling ${mention(escalation.target)}. The channel will show who answers.`;
  return { text, blocks: [context(text)] };
}

export function acknowledgedAnswer(escalation: Escalation): Message {
  const text = `Thank you: you answered the call to ${mention(escalation.target)}.`;
  return { text, blocks: [context(text)] };
}

function reason(escalation: Escalation): string {
  return escalation.reason === '' ? '' : `\n> ${escapeMrkdwn(escalation.reason).replaceAll('\n', '\n> ')}`;
}

function imOnIt(escalation: Escalation) {
  return button({ label: 'I’m on it', action: buttons.acknowledge, value: escalation.id, style: 'primary' });
}
