import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  close,
  isOpenStatus,
  kindOfMove,
  moveTo,
  type OpenStatus,
  reopen,
  STATUSES,
  type Status,
} from '../../../src/domain/incident/status.ts';
import { addMilliseconds, type Instant } from '../../../src/domain/time.ts';

const NOW = '2024-05-07T14:00:00.000Z' as Instant;
const OPEN: readonly OpenStatus[] = ['investigating', 'identified', 'monitoring', 'resolved'];

interface Progress {
  readonly status: Status;
  readonly resolvedAt: Instant | undefined;
  readonly closedAt: Instant | undefined;
}

const declared: Progress = { status: 'investigating', resolvedAt: undefined, closedAt: undefined };

const aStep = fc.constantFrom(...OPEN, 'close' as const, 'reopen' as const);

type Step = OpenStatus | 'close' | 'reopen';

function take(step: Step, current: Progress, at: Instant) {
  switch (step) {
    case 'close':
      return close(current, at);
    case 'reopen':
      return reopen(current);
    default:
      return moveTo(current, step, at);
  }
}

/** Every status that a list of steps leads through; a refused step changes nothing. */
function walk(steps: readonly Step[]): readonly Progress[] {
  const passed: Progress[] = [declared];
  for (const [index, step] of steps.entries()) {
    const current = passed.at(-1) ?? declared;
    const at = addMilliseconds(NOW, index);
    const next = take(step, current, at);
    passed.push(next.ok ? next.value : current);
  }
  return passed;
}

describe('moveTo', () => {
  it.each(OPEN.flatMap((from) => OPEN.filter((to) => to !== from).map((to) => [from, to] as const)))(
    'goes from %s to %s',
    (from, to) => {
      const moved = moveTo({ ...declared, status: from }, to, NOW);
      expect(moved).toEqual({
        ok: true,
        value: { ...declared, status: to, resolvedAt: to === 'resolved' ? NOW : undefined },
      });
    },
  );

  it.each(OPEN)('refuses to go from %s to itself', (status) => {
    expect(moveTo({ ...declared, status }, status, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'status-unchanged', status },
    });
  });

  it.each(OPEN)('refuses to go from closed to %s', (status) => {
    expect(moveTo({ ...declared, status: 'closed' }, status, NOW)).toMatchObject({
      refusal: { kind: 'incident-closed' },
    });
  });
});

describe('close', () => {
  it.each(STATUSES)('takes only what is resolved: %s', (status) => {
    expect(close({ ...declared, status }, NOW).ok).toBe(status === 'resolved');
  });
});

describe('reopen', () => {
  it.each(['resolved', 'closed'] as const)('leads from %s back to the beginning', (status) => {
    expect(reopen({ status, resolvedAt: NOW, closedAt: NOW })).toEqual({ ok: true, value: declared });
  });

  it.each(['investigating', 'identified', 'monitoring'] as const)('refuses what is still %s', (status) => {
    expect(reopen({ ...declared, status })).toEqual({ ok: false, refusal: { kind: 'not-ended', status } });
  });
});

describe('kindOfMove', () => {
  it.each([
    ['investigating', 'identified', 'status-changed'],
    ['monitoring', 'investigating', 'status-changed'],
    ['investigating', 'resolved', 'resolved'],
    ['resolved', 'investigating', 'reopened'],
    ['resolved', 'monitoring', 'reopened'],
    ['closed', 'investigating', 'reopened'],
  ] as const)('calls a move from %s to %s %s', (from, to, kind) => {
    expect(kindOfMove(from, to)).toBe(kind);
  });
});

describe('whatever steps an incident takes', () => {
  it('has an instant of resolution exactly while it is resolved or closed', () => {
    fc.assert(
      fc.property(fc.array(aStep), (steps) => {
        for (const { status, resolvedAt } of walk(steps)) {
          expect(resolvedAt !== undefined).toBe(status === 'resolved' || status === 'closed');
        }
      }),
    );
  });

  it('has an instant of closing exactly while it is closed, and never before the resolution', () => {
    fc.assert(
      fc.property(fc.array(aStep), (steps) => {
        for (const { status, resolvedAt, closedAt } of walk(steps)) {
          expect(closedAt !== undefined).toBe(status === 'closed');
          expect(closedAt === undefined || (resolvedAt ?? '') <= closedAt).toBe(true);
        }
      }),
    );
  });

  it('stays closed once it is closed, until it is reopened', () => {
    fc.assert(
      fc.property(fc.array(aStep), fc.array(aStep), (before, steps) => {
        const after = steps.filter((step) => step !== 'reopen');
        const closed = [...before, 'resolved' as const, 'close' as const];
        const [last] = walk(closed).slice(-1);
        expect(walk([...closed, ...after]).at(-1)).toEqual(last);
        expect(walk([...closed, ...after, 'reopen']).at(-1)).toEqual(declared);
      }),
    );
  });
});

it('isOpenStatus knows the statuses that people set', () => {
  expect([...STATUSES, 'fine', ''].filter(isOpenStatus)).toEqual(OPEN);
});
