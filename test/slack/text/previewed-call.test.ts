import { describe, expect, it } from 'vitest';
import { personId } from '../../../src/domain/ids.ts';
import { previewedCalls } from '../../../src/slack/text/previewed-call.ts';
import type { PreviewedCall } from '../../../src/use-cases/escalation/preview-calls.ts';

/** A policy of steps of 25 targets, no two of whom have one id. */
function aPolicy(name: string, steps: number, canBeCalled = true): PreviewedCall {
  const target = { kind: 'rota', name: 'r'.repeat(40) } as const;
  return {
    target: { kind: 'policy', name },
    rounds: 3,
    steps: Array.from({ length: steps }, (_, step) => ({
      waitMinutes: 10_080,
      targets: Array.from({ length: 25 }, (_, place) => ({
        target,
        personId: personId(`U0${name.toUpperCase()}${1_000 + step * 25 + place}`),
        canBeCalled,
      })),
    })),
    workingHours: undefined,
  };
}

function idsIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.join('\n').match(/<@\w+>/gu));
}

describe('previewedCalls', () => {
  it('shows everybody in as many steps and targets as a policy may have', () => {
    const texts = previewedCalls([aPolicy('a', 20), aPolicy('b', 20)], { isUrgent: true }, 60);

    expect(idsIn(texts).size).toBe(2 * 20 * 25);
    expect(texts.join('\n')).not.toContain('…');
    expect(texts.join('\n').match(/^• /gmu)).toHaveLength(40);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(3_000);
  });

  it.each([1, 5, 20])('says how many steps do not fit into %i sections, and shows something of each call', (most) => {
    const calls = Array.from({ length: Math.min(most, 10) }, (_, index) => aPolicy(`p${index}`, 20, false));

    const texts = previewedCalls(calls, { isUrgent: true }, most);
    const all = texts.join('\n');

    expect(texts.length).toBeLessThanOrEqual(most);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(3_000);
    const hidden = [...all.matchAll(/and (\d+) more steps?, which do not fit here/gu)].map(([, count]) =>
      Number(count),
    );
    const shown = all.match(/^• (?:now|after)/gmu)?.length ?? 0;
    expect(shown + hidden.reduce((sum, count) => sum + count, 0)).toBe(calls.length * 20);
    for (const { target } of calls) {
      expect(all).toContain(`*Policy ${'name' in target ? target.name : ''}*`);
    }
  });
});
