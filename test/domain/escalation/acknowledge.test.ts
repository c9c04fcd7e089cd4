import { describe, expect, it } from 'vitest';
import { acknowledge, callToAnswer } from '../../../src/domain/escalation/acknowledge.ts';
import type { Escalation } from '../../../src/domain/escalation/escalation.ts';
import { escalationId, personId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { aCall, anEscalation as anyEscalation, unanswered } from '../../support/record-builder.ts';

const NOW = '2024-05-07T14:00:00.000Z' as Instant;
const ben = personId('U0BEN');
const mahari = personId('U0MAHARI');

function anEscalation(id: string, overrides: Partial<Escalation> = {}): Escalation {
  return anyEscalation({ ...unanswered, id: escalationId(id), ...overrides });
}

describe('acknowledge', () => {
  it('keeps who answered first, and when', () => {
    const answered = acknowledge(anEscalation('1'), ben, NOW);
    expect(answered).toMatchObject({ ok: true, value: { acknowledgedBy: ben, acknowledgedAt: NOW } });
  });

  it('takes no second answer', () => {
    const answered = anEscalation('1', { state: 'answered', heldBy: ben, heldSince: NOW });
    expect(acknowledge(answered, mahari, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'already-acknowledged', by: ben, at: NOW },
    });
  });
});

describe('callToAnswer', () => {
  const toBen = anEscalation('1', { calls: [aCall({ personId: ben })] });
  const toGroup = anEscalation('2', { calls: [aCall({ personId: mahari })] });
  const answered = anEscalation('3', { state: 'answered' });

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
