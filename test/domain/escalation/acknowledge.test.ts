import { describe, expect, it } from 'vitest';
import { acknowledge, callToAnswer } from '../../../src/domain/escalation/acknowledge.ts';
import type { Escalation } from '../../../src/domain/escalation/escalation.ts';
import { escalationId, groupId, incidentId, personId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';

const NOW = '2024-05-07T14:00:00.000Z' as Instant;
const ben = personId('U0BEN');
const mahari = personId('U0MAHARI');

function anEscalation(id: string, overrides: Partial<Escalation> = {}): Escalation {
  return {
    id: escalationId(id),
    incidentId: incidentId('01'),
    target: { kind: 'group', id: groupId('S0DBA'), handle: 'dba' },
    called: [],
    reason: '',
    requestedBy: personId('U0ANA'),
    requestedAt: NOW,
    acknowledgedBy: undefined,
    acknowledgedAt: undefined,
    message: undefined,
    ...overrides,
  };
}

describe('acknowledge', () => {
  it('keeps who answered first, and when', () => {
    const answered = acknowledge(anEscalation('1'), ben, NOW);
    expect(answered).toMatchObject({ ok: true, value: { acknowledgedBy: ben, acknowledgedAt: NOW } });
  });

  it('takes no second answer', () => {
    const answered = anEscalation('1', { acknowledgedBy: ben, acknowledgedAt: NOW });
    expect(acknowledge(answered, mahari, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'already-acknowledged', by: ben, at: NOW },
    });
  });
});

describe('callToAnswer', () => {
  const toBen = anEscalation('1', { target: { kind: 'person', id: ben }, called: [ben] });
  const toGroup = anEscalation('2', { called: [mahari] });
  const answered = anEscalation('3', { acknowledgedBy: mahari, acknowledgedAt: NOW });

  it.each([
    ['one’s own call before a newer one', [toBen, toGroup], ben, '1'],
    ['the group’s where one is in it, before a newer one', [toGroup, toBen], mahari, '2'],
    ['the only open one, where it is others’', [toGroup, answered], ben, '2'],
  ])('is %s', (_, escalations, by, id) => {
    expect(callToAnswer(escalations, by)).toMatchObject({ ok: true, value: { id } });
  });

  it('is none of several others’ calls', () => {
    const zoe = personId('U0ZOE');
    expect(callToAnswer([toBen, toGroup], zoe)).toMatchObject({ refusal: { kind: 'several-calls' } });
  });

  it('is nothing where nobody calls', () => {
    expect(callToAnswer([answered], ben)).toMatchObject({ refusal: { kind: 'nothing-to-acknowledge' } });
  });
});
