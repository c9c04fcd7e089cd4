import type { Call, Escalation } from '../../domain/escalation/escalation.ts';
import { type Incident, incidentName } from '../../domain/incident/incident.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { attempt } from '../attempt.ts';
import { enqueue } from '../enqueue.ts';
import { DeliveryError } from '../ports.ts';
import type { WebhookEvent } from '../webhooks.ts';
import type { ClaimedWork } from '../work.ts';
import { readCall, withCall } from './find-call.ts';
import type { CallRequest } from './keep-call.ts';
import type { CallPorts } from './make-call.ts';
import { namePerson } from './name-targets.ts';

/** Tells a system outside what happened; resolves to its answer. */
export async function sendToWebhook(
  ports: CallPorts,
  request: CallRequest,
  kind: WebhookEvent['kind'],
  claimed: ClaimedWork,
): Promise<string> {
  const { incident, escalation, call } = await readCall(ports.database.records, request);
  const { target } = call;
  if (target.kind !== 'webhook') {
    throw new Error(`call ${call.id} is of no webhook`);
  }
  const event = await createEvent(ports, { incident, escalation, kind, at: claimed.runAt });
  try {
    return await ports.webhooks.send(target.name, event, attempt(claimed));
  } catch (error) {
    if (kind === 'trigger' && error instanceof DeliveryError && error.sort === 'again-later') {
      await noteDelay(ports, request, call, error.reason);
    }
    throw error;
  }
}

/** Nobody must believe that a call went out which is still being tried. */
async function noteDelay(ports: CallPorts, request: CallRequest, before: Call, reason: string): Promise<void> {
  if (before.note === reason) {
    return;
  }
  await ports.database.transaction(async (records) => {
    const { escalation, incident, call } = await readCall(records, request);
    await records.escalations.save(withCall(escalation, { ...call, note: reason }));
    const refreshed = { kind: 'refresh-escalation', escalationId: escalation.id } as const;
    await enqueue(records, incident.id, ports.clock.now(), refreshed);
    return accept(undefined);
  });
  ports.wake();
}

async function createEvent(
  { database, caller, policy }: CallPorts,
  told: {
    readonly incident: Incident;
    readonly escalation: Escalation;
    readonly kind: WebhookEvent['kind'];
    readonly at: Instant;
  },
): Promise<WebhookEvent> {
  const { incident, escalation, kind, at } = told;
  const by = kind === 'trigger' ? escalation.requestedBy : kind === 'acknowledge' ? escalation.heldBy : undefined;
  return {
    kind,
    dedupKey: `faultline-${incident.teamId}-${escalation.id}`,
    at,
    incident: incidentName(incident),
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
