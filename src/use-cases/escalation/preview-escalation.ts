import type { EscalationTarget, Plan } from '../../domain/escalation/escalation.ts';
import type { WorkingHoursSteps } from '../../domain/escalation/escalation-policy.ts';
import { isWithin } from '../../domain/escalation/plan.ts';
import type { Target } from '../../domain/escalation/target.ts';
import type { PersonId } from '../../domain/ids.ts';
import { canBeReached } from '../../domain/people/person.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { findOpenIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports, Records } from '../ports.ts';
import type { CallStory } from './caller.ts';
import { type EscalateChosen, findChosen, type GroupGone } from './chosen-targets.ts';
import { type EscalateRefusal, planCalls } from './escalate-incident.ts';
import { readCallStory } from './read-told-call.ts';

/** What would happen, were it asked for now. */
export interface EscalationPreview extends CallStory {
  readonly calls: readonly PreviewedCall[];
}

export interface PreviewedCall {
  readonly target: EscalationTarget;
  readonly rounds: number;
  readonly steps: readonly PreviewedStep[];
  /** Missing where the policy has the same steps at all hours, or where no policy is called. */
  readonly workingHours: (WorkingHoursSteps & { readonly isNow: boolean }) | undefined;
}

export interface PreviewedStep {
  readonly waitMinutes: number;
  readonly targets: readonly PreviewedTarget[];
}

export interface PreviewedTarget {
  readonly target: Target;
  /** Whether a call would be made at all: to no bot, nobody deactivated, and no other channel from a private incident. */
  readonly canBeCalled: boolean;
}

/** Who would be called, in what order and with what words. It calls nobody. */
export async function previewEscalation(
  ports: Pick<Ports, 'database' | 'policy' | 'clock'>,
  { chosen, ...request }: EscalateChosen,
): Promise<Result<EscalationPreview, EscalateRefusal | GroupGone>> {
  const { records } = ports.database;
  const now = ports.clock.now();
  const found = await findOpenIncidentHere(records, request);
  if (!found.ok) {
    return found;
  }
  const incident = found.value;
  const targets = await findChosen(records, request.teamId, chosen);
  if (!targets.ok) {
    return targets;
  }
  const planned = await planCalls(ports, records, { incident, request: { ...request, targets: targets.value }, now });
  if (!planned.ok) {
    return planned;
  }
  const lost = await findUnreachable(records, request.teamId, planned.value);
  const canBeCalled = (target: Target) =>
    target.kind === 'channel' ? !incident.isPrivate : !(target.kind === 'person' && lost.has(target.id));
  const calls = planned.value.map(({ target, plan }) => ({
    target,
    rounds: plan.rounds,
    workingHours: workingHoursOf(ports, target, now),
    steps: plan.steps.map(({ waitMinutes, targets: called }) => ({
      waitMinutes,
      targets: called.map((one) => ({ target: one, canBeCalled: canBeCalled(one) })),
    })),
  }));
  return accept({ calls, ...(await readCallStory(records, incident, { requestedAt: now, now })) });
}

function workingHoursOf(
  { policy: { escalationPolicies } }: Pick<Ports, 'policy'>,
  target: EscalationTarget,
  now: Instant,
): PreviewedCall['workingHours'] {
  const policy = target.kind === 'policy' ? escalationPolicies.find(({ name }) => name === target.name) : undefined;
  const hours = policy?.workingHours;
  return hours && { ...hours, isNow: isWithin(hours, now) };
}

/** Of everybody whom the plans name, who is a bot or deactivated. Whoever is not known yet may be neither. */
async function findUnreachable(
  records: Records,
  team: EscalateChosen['teamId'],
  planned: readonly { readonly plan: Plan }[],
): Promise<ReadonlySet<PersonId>> {
  const targets = planned.flatMap(({ plan }) => plan.steps.flatMap((step) => step.targets));
  const ids = targets.flatMap((target) => (target.kind === 'person' ? [target.id] : []));
  const people = await records.people.find(team, [...new Set(ids)]);
  return new Set([...people.values()].filter((person) => !canBeReached(person)).map(({ id }) => id));
}
