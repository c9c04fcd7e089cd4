import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cancel,
  close,
  isOpen,
  isOpenStatus,
  isOver,
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

const aStep = fc.constantFrom(...OPEN, 'close' as const, 'cancel' as const, 'reopen' as const);

type Step = OpenStatus | 'close' | 'cancel' | 'reopen';

function take(step: Step, current: Progress, at: Instant) {
  switch (step) {
    case 'close':
      return close(current, at);
    case 'cancel':
      return cancel(current, at);
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

  it.each(OPEN)('refuses to go from closed or canceled to %s', (status) => {
    for (const ended of ['closed', 'canceled'] as const) {
      expect(moveTo({ ...declared, status: ended }, status, NOW)).toEqual({
        ok: false,
        refusal: { kind: `incident-${ended}` },
      });
    }
  });
});

describe('close', () => {
  it.each(STATUSES)('takes only what is resolved: %s', (status) => {
    expect(close({ ...declared, status }, NOW).ok).toBe(status === 'resolved');
  });

  it.each([
    ['monitoring', { kind: 'not-resolved', status: 'monitoring' }],
    ['closed', { kind: 'incident-closed' }],
    ['canceled', { kind: 'incident-canceled' }],
  ] as const)('says why it refuses what is %s', (status, refusal) => {
    expect(close({ ...declared, status }, NOW)).toEqual({ ok: false, refusal });
  });
});

describe('cancel', () => {
  it.each(OPEN)('ends what is %s, and nothing was resolved', (status) => {
    const resolvedAt = status === 'resolved' ? NOW : undefined;
    expect(cancel({ ...declared, status, resolvedAt }, NOW)).toEqual({
      ok: true,
      value: { status: 'canceled', resolvedAt: undefined, closedAt: NOW },
    });
  });

  it.each([
    ['closed', { kind: 'incident-closed' }],
    ['canceled', { kind: 'status-unchanged', status: 'canceled' }],
  ] as const)('refuses what is %s', (status, refusal) => {
    expect(cancel({ ...declared, status }, NOW)).toEqual({ ok: false, refusal });
  });
});

describe('reopen', () => {
  it.each(['resolved', 'closed', 'canceled'] as const)('leads from %s back to the beginning', (status) => {
    expect(reopen({ status, resolvedAt: NOW, closedAt: NOW })).toEqual({ ok: true, value: declared });
  });

  it.each(['investigating', 'identified', 'monitoring'] as const)('refuses what is still %s', (status) => {
    expect(reopen({ ...declared, status })).toEqual({ ok: false, refusal: { kind: 'not-over', status } });
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
    ['canceled', 'investigating', 'reopened'],
    ['investigating', 'canceled', 'canceled'],
    ['resolved', 'canceled', 'canceled'],
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

  it('has an instant of its end exactly while it has ended, and never before the resolution', () => {
    fc.assert(
      fc.property(fc.array(aStep), (steps) => {
        for (const { status, resolvedAt, closedAt } of walk(steps)) {
          expect(closedAt !== undefined).toBe(!isOpen(status));
          expect(closedAt === undefined || (resolvedAt ?? '') <= closedAt).toBe(true);
        }
      }),
    );
  });

  it.each(['close', 'cancel'] as const)('stays as it ended after %s, until it is reopened', (end) => {
    fc.assert(
      fc.property(fc.array(aStep), fc.array(aStep), (before, steps) => {
        const after = steps.filter((step) => step !== 'reopen');
        const ended = [...before, 'resolved' as const, end];
        const [last] = walk(ended).slice(-1);
        expect(walk([...ended, ...after]).at(-1)).toEqual(last);
        expect(walk([...ended, ...after, 'reopen']).at(-1)).toEqual(declared);
      }),
    );
  });
});

it('isOpen and isOver tell what ended, and what nobody waits for', () => {
  expect(STATUSES.filter(isOpen)).toEqual(OPEN);
  expect(STATUSES.filter(isOver)).toEqual(['resolved', 'closed', 'canceled']);
});

it('isOpenStatus knows the statuses that people set', () => {
  expect([...STATUSES, 'fine', ''].filter(isOpenStatus)).toEqual(OPEN);
});
