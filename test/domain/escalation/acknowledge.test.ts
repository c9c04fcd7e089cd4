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
  const toBen = anEscalation('1', { target: { kind: 'person', id: ben } });
  const toGroup = anEscalation('2');
  const answered = anEscalation('3', { acknowledgedBy: mahari, acknowledgedAt: NOW });

  it.each([
    ['one’s own call before a newer one', [toBen, toGroup], ben, '1'],
    ['the newest where none is one’s own', [toBen, toGroup], mahari, '2'],
    ['none that is answered', [toGroup, answered], ben, '2'],
    ['nothing where nobody calls', [answered], ben, undefined],
  ])('is %s', (_, escalations, by, id) => {
    expect(callToAnswer(escalations, by)?.id).toBe(id);
  });
});
