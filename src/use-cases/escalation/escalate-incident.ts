import type { Escalation, EscalationTarget, Plan } from '../../domain/escalation/escalation.ts';
import { planOfParty, planOfPolicy, policyOfSeverity, withoutHurry } from '../../domain/escalation/plan.ts';
import { FIRST } from '../../domain/escalation/progress.ts';
import { escalationId, type PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { IncidentEnded } from '../../domain/incident/status.ts';
import type { PersonRefusal } from '../../domain/people/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { findOpenIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import { checkParty } from '../people/check-party.ts';
import type { Ports, Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { beginStep, type StepPorts } from './call-step.ts';
import { nameEscalationTarget } from './name-targets.ts';
import { digestOfCalled, previewCalls } from './preview-calls.ts';

export interface EscalateIncident extends RequesterInChannel {
  /** Each is called by itself, and its answer tracked; none: whom the policy names for the severity. */
  readonly targets: readonly EscalationTarget[];
  readonly reason: string;
  readonly isUrgent: boolean;
  /** The digest of whom they saw would be called, where they looked first. */
  readonly shown?: string;
}

export type EscalateRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | IncidentEnded
  | PersonRefusal
  /** `policies`: those that could be named. */
  | { readonly kind: 'nobody-to-call'; readonly severity: string; readonly policies: readonly string[] }
  | { readonly kind: 'unknown-policy'; readonly name: string; readonly known: readonly string[] }
  /** Others than were shown. */
  | { readonly kind: 'others-to-call' };

/** Calls people until somebody answers: in the channel, and each directly. */
export async function escalateIncident(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: EscalateIncident,
): Promise<Result<readonly Escalation[], EscalateRefusal>> {
  return change<readonly Escalation[], EscalateRefusal>(ports, request, async (records, now) => {
    const found = await findOpenIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const planned = await planCalls(ports, records, { incident, request, now });
    if (!planned.ok) {
      return planned;
    }
    if (request.shown !== undefined) {
      const calls = await previewCalls(ports, records, { incident, planned: planned.value, now });
      if (digestOfCalled(calls, ports.hash) !== request.shown) {
        return refuse({ kind: 'others-to-call' });
      }
    }
    // Whoever resolves it at this instant must see these calls, or these the end.
    await records.incidents.save(incident);
    const escalations: Escalation[] = [];
    for (const { target, plan } of planned.value) {
      const { reason, isUrgent, personId } = request;
      const call = { incident, target, plan, reason, isUrgent, requestedBy: personId, now };
      escalations.push(await startEscalation(ports, records, call));
    }
    return accept(escalations);
  });
}

export interface PlannedCall {
  readonly target: EscalationTarget;
  readonly plan: Plan;
}

/** Who would be called, and in what order, were it asked for now. */
export async function planCalls(
  { policy }: Pick<Ports, 'policy'>,
  records: Records,
  {
    incident,
    request,
    now,
  }: {
    readonly incident: Incident;
    readonly request: Pick<EscalateIncident, 'targets' | 'isUrgent' | 'teamId'>;
    readonly now: Instant;
  },
): Promise<Result<readonly PlannedCall[], EscalateRefusal>> {
  const ofSeverity = policyOfSeverity(policy.escalationPolicies, incident.severity);
  const byDefault = ofSeverity && ({ kind: 'policy', name: ofSeverity.name } as const);
  const targets = request.targets.length > 0 ? request.targets : [byDefault].filter((target) => target !== undefined);
  if (targets.length === 0) {
    const policies = policy.escalationPolicies.map(({ name }) => name);
    return refuse({ kind: 'nobody-to-call', severity: incident.severity, policies });
  }
  const planned: PlannedCall[] = [];
  for (const target of targets) {
    const checked = target.kind === 'policy' ? accept(target) : await checkParty(records, request.teamId, target);
    if (!checked.ok) {
      return checked;
    }
    const plan = planOf(policy, target, { contacts: ofSeverity?.contacts ?? [], now });
    if (!plan.ok) {
      return plan;
    }
    planned.push({ target, plan: request.isUrgent ? plan.value : withoutHurry(plan.value) });
  }
  return accept(planned);
}

function planOf(
  { escalationPolicies }: Policy,
  target: EscalationTarget,
  { contacts, now }: { readonly contacts: readonly string[]; readonly now: Instant },
): Result<Plan, EscalateRefusal> {
  if (target.kind !== 'policy') {
    return accept(planOfParty(target, contacts));
  }
  const named = escalationPolicies.find(({ name }) => name === target.name);
  return named === undefined
    ? refuse({ kind: 'unknown-policy', name: target.name, known: escalationPolicies.map(({ name }) => name) })
    : accept(planOfPolicy(named, now));
}

/** Begins the calls in the caller's transaction. */
export async function startEscalation(
  ports: StepPorts,
  records: Records,
  asked: PlannedCall & {
    readonly incident: Incident;
    readonly reason: string;
    readonly isUrgent: boolean;
    readonly requestedBy: PersonId;
    readonly now: Instant;
  },
): Promise<Escalation> {
  const { incident, target, plan, requestedBy, now } = asked;
  const asking: Escalation = {
    id: escalationId(ports.ids.next()),
    incidentId: incident.id,
    target,
    plan,
    isUrgent: asked.isUrgent,
    reason: asked.reason.trim(),
    requestedBy,
    requestedAt: now,
    state: 'calling',
    position: FIRST,
    acknowledgedBy: undefined,
    acknowledgedAt: undefined,
    heldBy: undefined,
    heldSince: undefined,
    resumed: 0,
    endedAt: undefined,
    calls: [],
    message: undefined,
    eventId: undefined,
  };
  const event = await recordRequest(ports, records, { incident, escalation: asking, now });
  const escalation = { ...asking, eventId: event?.id };
  await records.escalations.add(escalation);
  const begun = await beginStep(ports, records, { incident, escalation, now }, FIRST);
  if (begun === undefined) {
    throw new Error(`the plan of escalation ${escalation.id} calls nobody`);
  }
  return begun;
}

async function recordRequest(
  ports: StepPorts,
  records: Records,
  {
    incident,
    escalation,
    now,
  }: { readonly incident: Incident; readonly escalation: Escalation; readonly now: Instant },
): Promise<TimelineEvent | undefined> {
  const { id, reason, requestedBy, target } = escalation;
  const name = await nameEscalationTarget(records, incident.teamId, target);
  const called = `Escalated to ${name}`;
  const event = await recordEvent(ports, records, {
    incident,
    kind: 'escalation',
    text: reason === '' ? called : `${called}: ${reason}`,
    at: now,
    now,
    recordedBy: requestedBy,
  });
  await enqueue(
    records,
    incident.id,
    now,
    { kind: 'post-escalation', escalationId: id, eventId: event?.id },
    { kind: 'refresh-card', incidentId: incident.id },
  );
  await audit(records, incident, {
    by: requestedBy,
    now,
    action: 'escalate-incident',
    details: { escalation: id, target: target.kind === 'policy' ? target.name : target.id },
  });
  return event;
}
