import type { EscalationTarget, Plan } from '../../domain/escalation/escalation.ts';
import type { WorkingHoursSteps } from '../../domain/escalation/escalation-policy.ts';
import { isWithin } from '../../domain/escalation/plan.ts';
import type { Target } from '../../domain/escalation/target.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { canBeReached } from '../../domain/people/person.ts';
import { addMilliseconds, type Instant, MINUTE } from '../../domain/time.ts';
import type { Ports, Records } from '../ports.ts';
import { personOf } from './call-step.ts';

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
  /** Who that is, where it is a person or stands for one. */
  readonly personId: PersonId | undefined;
  /** Whether a call would be made at all: to no bot, nobody deactivated, and no other channel from a private incident. */
  readonly canBeCalled: boolean;
}

/** Who would be called by these plans, were they begun now. */
export async function previewCalls(
  ports: Pick<Ports, 'policy'>,
  records: Records,
  {
    incident,
    planned,
    now,
  }: {
    readonly incident: Incident;
    readonly planned: readonly { readonly target: EscalationTarget; readonly plan: Plan }[];
    readonly now: Instant;
  },
): Promise<readonly PreviewedCall[]> {
  const calls: PreviewedCall[] = [];
  for (const { target, plan } of planned) {
    const steps = await previewSteps(ports, records, { incident, plan, now });
    calls.push({ target, rounds: plan.rounds, workingHours: workingHoursOf(ports, target, now), steps });
  }
  return calls;
}

/** The same as long as the same are called in the same order, whatever they are called by and however long each step is. */
export function digestOfCalled(calls: readonly PreviewedCall[], hash: Ports['hash']): string {
  const called = calls.map(({ steps }) =>
    steps.map(({ targets }) => targets.filter(({ canBeCalled }) => canBeCalled).map(calledBy)),
  );
  return hash(JSON.stringify(called)).slice(0, DIGEST_LENGTH);
}

const DIGEST_LENGTH = 16;

function calledBy({ target, personId }: PreviewedTarget): readonly string[] {
  if (personId !== undefined) {
    return ['person', personId];
  }
  return [target.kind, 'id' in target ? target.id : target.name];
}

/** Of a rota, whoever will be on duty when the step begins. */
async function previewSteps(
  ports: Pick<Ports, 'policy'>,
  records: Records,
  { incident, plan, now }: { readonly incident: Incident; readonly plan: Plan; readonly now: Instant },
): Promise<readonly PreviewedStep[]> {
  const steps: PreviewedStep[] = [];
  let at = now;
  for (const { waitMinutes, targets } of plan.steps) {
    const previewed: PreviewedTarget[] = [];
    for (const target of targets) {
      const personId = await personOf(ports, records, { incident, target, now: at });
      const canBeCalled = await canCall(records, incident, { target, personId });
      previewed.push({ target, personId, canBeCalled });
    }
    steps.push({ waitMinutes, targets: previewed });
    at = addMilliseconds(at, waitMinutes * MINUTE);
  }
  return steps;
}

/** Whoever is not known yet may be called. */
async function canCall(
  records: Records,
  { teamId, isPrivate }: Incident,
  { target, personId }: Pick<PreviewedTarget, 'target' | 'personId'>,
): Promise<boolean> {
  if (personId !== undefined) {
    const person = (await records.people.find(teamId, [personId])).get(personId);
    return person === undefined || canBeReached(person);
  }
  return target.kind !== 'rota' && !(target.kind === 'channel' && isPrivate);
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
