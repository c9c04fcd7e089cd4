import { type Incident, incidentName } from '../../domain/incident/incident.ts';
import type { Status } from '../../domain/incident/status.ts';
import type { Party } from '../../domain/people/person.ts';
import { cutTyped, escapeMrkdwn } from '../blocks/text.ts';

const SEVERITY_MARKS = ['🔴', '🟠', '🟡', '🔵'];

/** `🟠 SEV2`: the colour helps the eye, the word carries the meaning. */
export function severityLabel(severity: string): string {
  const rank = Number(/\d+$/u.exec(severity)?.[0] ?? SEVERITY_MARKS.length) - 1;
  return `${SEVERITY_MARKS[rank] ?? '⚪'} ${severity}`;
}

const STATUS_MARKS: Readonly<Record<Status, string>> = {
  investigating: '🔥',
  identified: '🔎',
  monitoring: '👀',
  resolved: '✅',
  closed: '📁',
  canceled: '🚫',
};

export function statusLabel(status: Status): string {
  return `${STATUS_MARKS[status]} ${status}`;
}

/** Room for a title in which some characters are escaped. */
const TITLE = 200;

/** `INC-42`, or `INC-42 (🧪 drill)`: wherever an incident is told of, people see that it is an exercise. */
export function calledName(incident: Pick<Incident, 'number' | 'isDrill'>): string {
  return incident.isDrill ? `${incidentName(incident)} (🧪 drill)` : incidentName(incident);
}

/** `*INC-42* Booking is down`, in mrkdwn. */
export function incidentTitle(incident: Incident): string {
  return `*${calledName(incident)}* ${cutTyped(incident.title, TITLE)}`;
}

/** A mention that Slack shows as a name, and that notifies. */
export function mention(party: Party): string {
  return party.kind === 'person' ? `<@${party.id}>` : `<!subteam^${party.id}|@${escapeMrkdwn(party.handle)}>`;
}

/** ` in #inc-42-booking-is-down`, or nothing while there is no channel. */
export function inChannel(incident: Incident): string {
  return incident.channel === undefined ? '' : ` in <#${incident.channel}>`;
}
