import type { PersonId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Instant } from '../domain/time.ts';
import type { Records } from './ports.ts';
import { askToKeepInStep } from './postmortem/ask-to-keep-in-step.ts';
import type { AuditEntry } from './stores.ts';

/** Notes who did what to an incident, and has its postmortem follow where it is shown, in the caller's transaction. */
export async function audit(
  records: Records,
  incident: Incident,
  deed: {
    readonly by: PersonId;
    readonly now: Instant;
    readonly action: string;
    readonly details: AuditEntry['details'];
  },
): Promise<void> {
  await records.audit.add({
    teamId: incident.teamId,
    incidentId: incident.id,
    personId: deed.by,
    at: deed.now,
    action: deed.action,
    details: deed.details,
  });
  await askToKeepInStep(records, incident, deed.now);
}
