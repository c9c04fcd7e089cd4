import { describe, expect, it } from 'vitest';
import type { Escalation } from '../../../src/domain/escalation/escalation.ts';
import { nextCall } from '../../../src/domain/escalation/next-call.ts';
import { aCall, anEscalation, at, claire, mahari, unanswered } from '../../support/record-builder.ts';

const toClaire = { kind: 'person', id: claire } as const;
const toMahari = { kind: 'person', id: mahari } as const;

function calling(overrides: Partial<Escalation> = {}): Escalation {
  return anEscalation({
    ...unanswered,
    plan: {
      steps: [
        { targets: [toClaire], waitMinutes: 5 },
        { targets: [toMahari], waitMinutes: 7 },
      ],
      rounds: 2,
      contacts: [],
    },
    calls: [aCall({ target: toClaire })],
    ...overrides,
  });
}

describe('nextCall', () => {
  it('is the next step, once the time of this one is over', () => {
    expect(nextCall(calling())).toEqual({ at: at('15:55'), position: { round: 1, step: 2 }, targets: [toMahari] });
  });

  it('is the first step of the next round after the last', () => {
    const second = { position: { round: 1, step: 2 }, calls: [aCall({ target: toMahari, personId: mahari, step: 2 })] };
    expect(nextCall(calling(second))).toEqual({
      at: at('15:57'),
      position: { round: 2, step: 1 },
      targets: [toClaire],
    });
  });

  it('is nobody after the last round', () => {
    const last = { position: { round: 2, step: 2 }, calls: [aCall({ round: 2, step: 2 })] };
    expect(nextCall(calling(last))).toEqual({ at: at('15:57'), position: undefined, targets: [] });
  });

  it('passes over whoever cannot be called any more', () => {
    const lost = aCall({ target: toMahari, personId: mahari, state: 'failed' });
    expect(nextCall(calling({ calls: [aCall({ target: toClaire }), lost] }))).toMatchObject({
      position: { round: 2, step: 1 },
      targets: [toClaire],
    });
  });

  it.each(['answered', 'unanswered', 'ended'] as const)('is none once it is %s', (state) => {
    expect(nextCall(calling({ state }))).toBeUndefined();
  });
});
