import type { Party } from '../people/person.ts';
import { calendarDateAt, type Instant, instantOnDate } from '../time.ts';
import { isoWeekday } from '../timeline/calendar.ts';
import type { Plan } from './escalation.ts';
import {
  DEFAULT_ROUNDS,
  DEFAULT_WAIT_MINUTES,
  type EscalationPolicy,
  type Step,
  type WorkingHoursSteps,
} from './escalation-policy.ts';

/** How long somebody has who need not hurry. */
const UNHURRIED_WAIT_MINUTES = 30;

/** What a policy means for a call that begins then. */
export function planOfPolicy(policy: EscalationPolicy, at: Instant): Plan {
  const { workingHours, rounds, contacts } = policy;
  const steps = workingHours !== undefined && isWithin(workingHours, at) ? workingHours.steps : policy.steps;
  return { steps, rounds, contacts };
}

/** Calls one party again and again, and nobody else. */
export function planOfParty(party: Party, contacts: readonly string[]): Plan {
  return {
    steps: [{ targets: [party], waitMinutes: DEFAULT_WAIT_MINUTES }],
    rounds: DEFAULT_ROUNDS,
    contacts,
  };
}

/** The first step, once. */
export function withoutHurry({ steps, contacts }: Plan): Plan {
  const calm = (step: Step): Step => ({ ...step, waitMinutes: Math.max(step.waitMinutes, UNHURRIED_WAIT_MINUTES) });
  return { steps: steps.slice(0, 1).map(calm), rounds: 1, contacts };
}

export function policyOfSeverity(
  policies: readonly EscalationPolicy[],
  severity: string,
): EscalationPolicy | undefined {
  return policies.find(({ severities }) => severities.includes(severity));
}

/** Whether a call that begins then is one of the working hours. */
export function isWithin({ zone, weekdays, from, until }: WorkingHoursSteps, at: Instant): boolean {
  const date = calendarDateAt(at, zone);
  return (
    weekdays.includes(isoWeekday(date)) &&
    at >= instantOnDate(date, from, zone) &&
    at < instantOnDate(date, until, zone)
  );
}
