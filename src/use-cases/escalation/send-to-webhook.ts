import type { Call, Escalation } from '../../domain/escalation/escalation.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Incident, incidentName } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import { attempt } from '../attempt.ts';
import type { WebhookEvent } from '../webhooks.ts';
import type { ClaimedWork } from '../work.ts';
import { readCall } from './find-call.ts';
import type { CallRequest } from './keep-call.ts';
import type { CallPorts } from './make-call.ts';
import { namePerson } from './name-targets.ts';

/** Tells a system outside what happened; resolves to its answer. */
export async function sendToWebhook(
  ports: CallPorts,
  request: CallRequest,
  { kind, by }: { readonly kind: WebhookEvent['kind']; readonly by?: PersonId | undefined },
  claimed: ClaimedWork,
): Promise<string> {
  const { incident, escalation, call } = await readCall(ports.database.records, request);
  const { target } = call;
  if (target.kind !== 'webhook') {
    throw new Error(`call ${call.id} is of no webhook`);
  }
  const event = await createEvent(ports, { incident, escalation, call, kind, by, at: claimed.runAt });
  return ports.webhooks.send(target.name, event, attempt(claimed));
}

async function createEvent(
  { database, caller, policy }: CallPorts,
  told: {
    readonly incident: Incident;
    readonly escalation: Escalation;
    readonly call: Call;
    readonly kind: WebhookEvent['kind'];
    readonly by: PersonId | undefined;
    readonly at: Instant;
  },
): Promise<WebhookEvent> {
  const { incident, escalation, call, kind, by, at } = told;
  return {
    kind,
    // An alert that was acknowledged once wakes nobody again: what goes on after an answer is another.
    dedupKey: `faultline-${incident.teamId}-${escalation.id}-${call.resumed + 1}`,
    at,
    incident: incidentName(incident),
    isDrill: incident.isDrill,
    title: incident.isPrivate ? undefined : incident.title,
    severity: incident.severity,
    severityRank: Math.max(
      0,
      policy.severities.findIndex(({ name }) => name === incident.severity),
    ),
    reason: incident.isPrivate ? '' : escalation.reason,
    by: by && (await namePerson(database.records, incident.teamId, by)),
    link: incident.channel && caller.linkToChannel(incident.channel),
  };
}
