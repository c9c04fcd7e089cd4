import { isQuiet } from '../../timeline/timeline-event.ts';
import { fingerprint } from '../fingerprint.ts';
import type { IncidentRecord } from '../record.ts';

/**
 * The same for two records that say the same. It leaves out what goes on by itself after an approval: how people are
 * called, who joins the channel, where messages stand, and how action items fare: whose they are, until when, whether done.
 */
export function versionOf(record: IncidentRecord): string {
  const { incident, events, milestones, roles, escalations, actionItems, narrative } = record;
  return fingerprint(
    JSON.stringify([
      [incident.title, incident.summary, incident.severity],
      events.filter(({ kind }) => !isQuiet(kind)).map(({ kind, text, at, settled }) => [kind, text, at, settled?.as]),
      milestones.map(({ name, at, isEstimated }) => [name, at, isEstimated]),
      roles.map(({ role, person }) => [role, person]),
      escalations.map(({ requestedAt, acknowledgedBy, acknowledgedAt }) => [
        requestedAt,
        acknowledgedBy,
        acknowledgedAt,
      ]),
      actionItems.map(({ title, kind, doneWhen }) => [title, kind, doneWhen]),
      narrative.map(({ section, text }) => [section, text]),
    ]),
  );
}
