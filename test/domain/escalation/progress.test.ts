import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call, Escalation, Position } from '../../../src/domain/escalation/escalation.ts';
import { end, FIRST, isLost, isStepOver, positionAfter } from '../../../src/domain/escalation/progress.ts';
import { callId } from '../../../src/domain/ids.ts';
import { aCall, anEscalation, at, claire, devops, mahari, unanswered } from '../../support/record-builder.ts';

const step = { targets: [devops], waitMinutes: 5 };

describe('positionAfter', () => {
  it('goes through every step of every round, in order, once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 9 }), (steps, rounds) => {
        const plan = { steps: Array.from({ length: steps }, () => step), rounds, contacts: [] };
        const visited: Position[] = [];
        for (let next: Position | undefined = FIRST; next !== undefined; next = positionAfter(plan, next)) {
          visited.push(next);
        }
        const expected = Array.from({ length: steps * rounds }, (_, index) => ({
          round: Math.floor(index / steps) + 1,
          step: (index % steps) + 1,
        }));
        expect(visited).toEqual(expected);
      }),
    );
  });
});

function calling(calls: readonly Partial<Call>[], steps = 2): Escalation {
  return anEscalation({
    ...unanswered,
    plan: { steps: Array.from({ length: steps }, () => step), rounds: 2, contacts: [] },
    calls: calls.map((call, index) => aCall({ id: callId(String(index)), ...call })),
  });
}

describe('isStepOver', () => {
  it.each<[string, readonly Partial<Call>[], boolean]>([
    ['somebody was called', [{}], false],
    ['a call is on its way', [{ state: 'pending' }], false],
    ['everybody passed on', [{ state: 'passed-on' }], true],
    ['nobody could be reached', [{ state: 'failed' }], true],
    ['one could not be reached, another was', [{ state: 'failed' }, { personId: mahari }], false],
    ['of a group only the members are waited for', [{ personId: undefined }, { state: 'passed-on' }], true],
    ['a group is being looked up', [{ personId: undefined, state: 'pending' }], false],
    ['a channel was called', [{ personId: undefined, target: { kind: 'webhook', name: 'x' } }], false],
    ['whoever was called may not notice', [{ isQuiet: true }], true],
    ['one may not notice, another will', [{ isQuiet: true }, { personId: mahari }], false],
    ['only an earlier step can still answer', [{ round: 2 }, { state: 'failed' }], true],
  ])('is right where %s', (_, calls, isOver) => {
    expect(isStepOver(calling(calls))).toBe(isOver);
  });

  it('waits at the last step for somebody who may not notice', () => {
    expect(isStepOver(calling([{ isQuiet: true }], 1))).toBe(false);
  });
});

describe('isLost', () => {
  it.each<[string, Partial<Call>, boolean]>([
    ['passed on', { state: 'passed-on' }, true],
    ['could not be reached', { state: 'failed' }, true],
    ['did not answer', {}, false],
    ['is somebody else', { state: 'failed', personId: mahari }, false],
  ])('is told of whoever %s', (_, call, lost) => {
    expect(isLost(calling([call]), { target: devops, personId: claire })).toBe(lost);
  });

  it('is told of a group only where the group failed, not its members', () => {
    expect(isLost(calling([{ state: 'failed' }]), { target: devops, personId: undefined })).toBe(false);
    expect(isLost(calling([{ state: 'failed', personId: undefined }]), { target: devops, personId: undefined })).toBe(
      true,
    );
  });
});

describe('end', () => {
  it('ends what is going on, once', () => {
    const ended = end(calling([{}]), at('16:00'));
    expect(ended).toMatchObject({ state: 'ended', endedAt: at('16:00') });
    expect(ended && end(ended, at('16:01'))).toBeUndefined();
  });
});
