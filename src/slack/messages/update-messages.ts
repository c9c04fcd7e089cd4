import { promisedAt, type StatusUpdate } from '../../domain/updates/status-update.ts';
import type { ToldUpdate } from '../../use-cases/messenger.ts';
import { context, type Message, quote, section } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND } from '../identifiers.ts';
import { inChannel, incidentTitle, severityLabel, statusLabel } from '../text/describe-incident.ts';
import { slackTime } from '../text/slack-time.ts';

/** What stakeholders read, in the incident's channel and under its announcement. */
export function updateMessage({ incident, update }: ToldUpdate): Message {
  const by = `${incident.isDrill ? '🧪 Drill: ' : ''}📣 *Status update* by <@${update.sentBy}>`;
  const due = promisedAt(update, incident.status);
  const next = due === undefined ? '' : ` · next update by ${slackTime(due, 'time')}`;
  return {
    text: cut(`${by}: ${escapeMrkdwn(update.text)}`, limits.messageText),
    blocks: [
      section(by),
      ...words(update),
      context(`${severityLabel(incident.severity)} · ${statusLabel(incident.status)}${next}`),
    ],
  };
}

/** For whoever leads, when the next one is due. */
export function updateDueMessage({ incident, update }: ToldUpdate): Message {
  const text = `⏰ ${incidentTitle(incident)}${inChannel(incident)}: the next status update is due. The last one, of ${slackTime(update.at, 'time')}, was:`;
  return {
    text,
    blocks: [
      section(text),
      ...words(update),
      context(`\`${COMMAND} update\` in its channel, or *Update* on its card, sends one.`),
    ],
  };
}

export function sentAnswer(update: StatusUpdate): Message {
  const next = update.nextDueAt === undefined ? '' : ` The next one is due by ${slackTime(update.nextDueAt, 'time')}.`;
  const text = `The update is sent.${next}`;
  return { text, blocks: [context(text)] };
}

/** All of them, with their links where Slack takes so much. */
function words({ text }: StatusUpdate) {
  const escaped = escapeMrkdwn(text);
  return escaped.length <= limits.sectionText ? [section(escaped)] : quote(text);
}
