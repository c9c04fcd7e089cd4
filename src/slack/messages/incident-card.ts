import type { Incident } from '../../domain/incident/incident.ts';
import type { Policy } from '../../domain/policy.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { IncidentState } from '../../use-cases/messenger.ts';
import { actions, button, context, header, type Message, section, when } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { buttons, COMMAND, forms } from '../identifiers.ts';
import { calledName, severityLabel, statusLabel } from '../text/describe-incident.ts';
import { escalationLines } from '../text/escalation-lines.ts';
import { itemsLine } from '../text/items-line.ts';
import { knownMilestones } from '../text/milestone-words.ts';
import { postmortemLine } from '../text/postmortem-line.ts';
import { tagHint } from '../text/reaction-words.ts';
import { roleLine } from '../text/role-line.ts';
import { slackTime } from '../text/slack-time.ts';
import { standingMitigations } from '../text/standing-mitigations.ts';
import { updateLine } from '../text/update-line.ts';
import { formButton } from './form-button.ts';

/** The pinned card: what this is, how bad, where it stands, and what one can do about it. */
export function incidentCard(state: IncidentState, policy: Pick<Policy, 'reactions' | 'transcript'>): Message {
  const { incident, openMitigations } = state;
  const text = `${calledName(incident)} ${escapeMrkdwn(incident.title)}: ${incident.severity}, ${incident.status}`;
  return {
    text: cut(text, limits.messageText),
    blocks: [
      header(`${calledName(incident)} · ${incident.title}`),
      section(`${statusLabel(incident.status)}   ${severityLabel(incident.severity)}${privateMark(incident)}`),
      ...when(incident.summary !== '', () => [section(escapeMrkdwn(incident.summary))]),
      context(times(state)),
      ...when(incident.isDrill, () => [context(DRILL)]),
      ...lines(
        roleLine(state.roles, incident.status),
        updateLine(state),
        ...escalationLines(state.escalations),
        itemsLine(state.actionItems),
        postmortemLine(state),
      ),
      ...when(openMitigations.length > 0, () => [mitigations(openMitigations)]),
      actions(...cardButtons(incident)),
      context(hints(policy.reactions)),
      ...when(policy.transcript.isKept, () => [context(keptWords(policy.transcript))]),
    ],
  };
}

function hints(reactions: Policy['reactions']): string {
  const hint = tagHint(reactions);
  return `${hint === undefined ? '' : `${hint}. `}\`/incident help\` shows the rest.`;
}

/** Nobody must take it for real, nor for a game in which no telephone rings. */
const DRILL = `🧪 *This is a drill.* Calls do call people. It counts in no statistics. If it became real: \`${COMMAND} drill off\`.`;

/** Whoever writes in the channel must know. */
function keptWords({ retentionDays }: Policy['transcript']): string {
  const days = retentionDays === 1 ? '1 day' : `${retentionDays} days`;
  return `Messages here are kept for the postmortem, and deleted ${days} after the incident is closed or canceled.`;
}

function privateMark(incident: Incident): string {
  return incident.isPrivate ? '   🔒 private' : '';
}

function times({ incident, milestones }: IncidentState): string {
  const closed = incident.closedAt === undefined ? [] : [`${incident.status} ${slackTime(incident.closedAt)}`];
  const declared = `Declared ${slackTime(incident.declaredAt)} by <@${incident.declaredBy}>`;
  return [declared, ...knownMilestones(milestones), ...closed].join(' · ');
}

function lines(...texts: readonly (string | undefined)[]) {
  return texts.filter((text) => text !== undefined).map((text) => context(text));
}

function mitigations(open: readonly TimelineEvent[]) {
  return section(standingMitigations(open), formButton('Reverted or kept?', forms.mitigations));
}

function cardButtons(incident: Incident) {
  const log = formButton('Add to timeline', forms.addToTimeline);
  const actionItem = formButton('Action item', forms.actionItem);
  const reopen = button({ label: 'Reopen', action: buttons.reopen, value: incident.id });
  const update = formButton('Update', forms.update);
  switch (incident.status) {
    case 'closed':
      return [formButton('Edit postmortem', forms.postmortem), actionItem, log, reopen];
    case 'canceled':
      return [actionItem, log, reopen];
    case 'resolved':
      return [formButton('Close', forms.close, 'primary'), update, actionItem, log, reopen];
    default:
      return [
        log,
        update,
        formButton('Escalate', forms.escalate),
        formButton('Roles', forms.roles),
        actionItem,
        button({ label: 'Resolve', action: buttons.resolve, value: incident.id, style: 'primary' }),
      ];
  }
}
