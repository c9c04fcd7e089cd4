import type { Incident } from '../../domain/incident/incident.ts';
import type { IncidentState } from '../../use-cases/messenger.ts';
import { actions, context, type Message, paragraph, section, when } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { cut, cutPlain, escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND, forms } from '../identifiers.ts';
import { calledName, inChannel, incidentTitle, severityLabel, statusLabel } from '../text/describe-incident.ts';
import { slackTime } from '../text/slack-time.ts';
import { updateLine } from '../text/update-line.ts';
import { formButton } from './form-button.ts';

/** For the policy's channel: readers who only want to know how bad it is and when it is over. */
export function announcement(state: IncidentState): Message {
  const { incident, milestones } = state;
  const told = updateLine(state);
  const { at } = milestones.resolved;
  const over = at === undefined ? '' : ` · users affected until ${slackTime(at)}`;
  const text = `${calledName(incident)} ${escapeMrkdwn(incident.title)}: ${incident.severity}, ${incident.status}`;
  return {
    text: cut(text, limits.messageText),
    blocks: [
      section(`${severityLabel(incident.severity)}   ${incidentTitle(incident)}`),
      context(
        `${statusLabel(incident.status)}${inChannel(incident)} · declared ${slackTime(incident.declaredAt)}${over}${told === undefined ? '' : ` · ${told}`}`,
      ),
    ],
  };
}

/** At once, before there is a channel. */
export function declaredAnswer(incident: Incident): Message {
  return paragraph(
    `${severityLabel(incident.severity)}   ${incidentTitle(incident)} is declared. Its channel opens now; I’ll tell you where.${drillHint(incident)}`,
  );
}

/** Without a colon the word may be the beginning of a title, and what is real must not be taken for an exercise. */
function drillHint({ title, isDrill }: Incident): string {
  return isDrill || !/^drill\b/iu.test(title)
    ? ''
    : ` If it is a drill, say \`${COMMAND} drill on\` in its channel, and \`${COMMAND} start drill: …\` next time.`;
}

export function channelIsOpen(incident: Incident): Message {
  return paragraph(`${incidentTitle(incident)}: go to <#${incident.channel}>. You are in it already.`);
}

/** After it could not be opened. */
export function channelOpensAgain(incident: Incident): Message {
  return paragraph(`I try again to open the channel of ${incidentTitle(incident)}, and tell you what came of it.`);
}

export function channelTopic(incident: Incident): string {
  return cutPlain(
    `${incident.isDrill ? '🧪 drill · ' : ''}${severityLabel(incident.severity)} · ${incident.status} · ${incident.title}`,
    limits.channelTopic,
  );
}

export function incidentList(incidents: readonly Incident[]): Message {
  const start = actions(formButton('Start an incident', forms.start));
  if (incidents.length === 0) {
    const text = 'No incident is open. Quiet is good.';
    return { text, blocks: [section(text), start] };
  }
  const shown = incidents.slice(0, SHOWN);
  const hidden = incidents.length - shown.length;
  return {
    text: `${incidents.length} open: ${shown.map(calledName).join(', ')}`,
    blocks: [
      ...shown.map((incident) => section(listLine(incident))),
      ...when(hidden > 0, () => [context(`and ${hidden} more, older ones`)]),
      start,
    ],
  };
}

const SHOWN = 25;

export function listLine(incident: Incident): string {
  return `${severityLabel(incident.severity)}   ${incidentTitle(incident)} · ${incident.status}${whereabouts(incident)} · since ${slackTime(incident.declaredAt)}`;
}

function whereabouts(incident: Incident): string {
  return incident.channel === undefined ? ' · no channel yet' : inChannel(incident);
}
