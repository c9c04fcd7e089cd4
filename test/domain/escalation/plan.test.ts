import { describe, expect, it } from 'vitest';
import type { EscalationPolicy } from '../../../src/domain/escalation/escalation-policy.ts';
import { planOfParty, planOfPolicy, policyOfSeverity, withoutHurry } from '../../../src/domain/escalation/plan.ts';
import { personId } from '../../../src/domain/ids.ts';
import { type Instant, timeZone } from '../../../src/domain/time.ts';

const ben = { kind: 'person', id: personId('U0BEN') } as const;
const mahari = { kind: 'person', id: personId('U0MAHARI') } as const;
const byNight = [{ targets: [ben], waitMinutes: 5 }];
const byDay = [
  { targets: [mahari], waitMinutes: 10 },
  { targets: [ben], waitMinutes: 10 },
];

const policy: EscalationPolicy = {
  name: 'database',
  severities: ['SEV1'],
  steps: byNight,
  workingHours: {
    zone: timeZone('Europe/Berlin'),
    weekdays: [1, 2, 3, 4, 5],
    from: '09:00',
    until: '18:00',
    steps: byDay,
  },
  rounds: 2,
  contacts: ['Duty manager: +251'],
};

describe('planOfPolicy', () => {
  it.each([
    ['begins at nine in Berlin in summer', '2024-05-07T07:00:00.000Z', byDay],
    ['not a millisecond before', '2024-05-07T06:59:59.999Z', byNight],
    ['ends at six', '2024-05-07T16:00:00.000Z', byNight],
    ['not a millisecond before', '2024-05-07T15:59:59.999Z', byDay],
    ['begins an hour later by UTC in winter', '2024-12-03T07:30:00.000Z', byNight],
    ['begins an hour later by UTC in winter', '2024-12-03T08:00:00.000Z', byDay],
    ['on the Monday after clocks went forward', '2024-04-01T07:00:00.000Z', byDay],
    ['not on a Saturday', '2024-05-11T10:00:00.000Z', byNight],
    ['not on a Sunday', '2024-05-12T10:00:00.000Z', byNight],
  ])('takes the day’s steps within working hours, which %s: %s', (_, at, steps) => {
    expect(planOfPolicy(policy, at as Instant)).toEqual({ steps, rounds: 2, contacts: policy.contacts });
  });

  it('works on a Sunday where that is a working day, the seventh', () => {
    const workingHours = policy.workingHours && { ...policy.workingHours, weekdays: [7] };
    const plan = planOfPolicy({ ...policy, workingHours }, '2024-05-12T10:00:00.000Z' as Instant);
    expect(plan.steps).toBe(byDay);
  });

  it('takes its only steps at any hour where it has no others', () => {
    const plan = planOfPolicy({ ...policy, workingHours: undefined }, '2024-05-07T10:00:00.000Z' as Instant);
    expect(plan.steps).toBe(byNight);
  });
});

describe('planOfParty', () => {
  it('calls one party three times, five minutes each', () => {
    expect(planOfParty(ben, ['a contact'])).toEqual({
      steps: [{ targets: [ben], waitMinutes: 5 }],
      rounds: 3,
      contacts: ['a contact'],
    });
  });
});

describe('withoutHurry', () => {
  it('calls the first step once, and gives it half an hour at least', () => {
    const plan = { steps: byDay, rounds: 3, contacts: [] };
    expect(withoutHurry(plan)).toEqual({ steps: [{ targets: [mahari], waitMinutes: 30 }], rounds: 1, contacts: [] });
  });

  it('takes nothing from a step that waits longer anyway', () => {
    const plan = { steps: [{ targets: [ben], waitMinutes: 120 }], rounds: 3, contacts: [] };
    expect(withoutHurry(plan).steps).toEqual(plan.steps);
  });
});

describe('policyOfSeverity', () => {
  it('is the one that lists it, or none', () => {
    expect(policyOfSeverity([policy], 'SEV1')).toBe(policy);
    expect(policyOfSeverity([policy], 'SEV2')).toBeUndefined();
  });
});
