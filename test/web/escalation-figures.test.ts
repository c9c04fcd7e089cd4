import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import type { EscalationCount } from '../../src/domain/escalation/escalation-count.ts';
import type { Instant } from '../../src/domain/time.ts';
import { addEscalationFigures, MOST_TARGETS } from '../../src/web/escalation-figures.ts';

function aCount(overrides: Partial<EscalationCount> = {}): EscalationCount {
  return {
    target: { kind: 'group', name: 'dba' },
    outcome: 'answered',
    count: 2,
    since: at(0),
    seconds: 210,
    answeredWithin: [1, 1, 2, 2, 2, 2, 2],
    ...overrides,
  };
}

function at(minute: number): Instant {
  return new Date(Date.UTC(2024, 4, 7, 14, minute)).toISOString() as Instant;
}

/** What is told, and how often it was counted for that. */
async function tell(...counts: readonly EscalationCount[]) {
  const registry = new Registry();
  let reads = 0;
  addEscalationFigures(registry, async () => {
    reads += 1;
    return counts;
  });
  return { told: (await registry.metrics()).split('\n').filter((line) => !line.startsWith('# HELP')), reads };
}

describe('the figures of escalations', () => {
  it('tell how many came out how, and how soon they were answered, read once', async () => {
    const { told, reads } = await tell(
      aCount(),
      aCount({ outcome: 'unanswered', count: 1, seconds: 0, answeredWithin: [0, 0, 0, 0, 0, 0, 0] }),
      aCount({ target: { kind: 'person' }, outcome: 'open', count: 3 }),
    );

    const of = '{target="group:dba"';
    expect(told.filter((line) => line !== '')).toEqual([
      '# TYPE faultline_escalations gauge',
      `faultline_escalations${of},outcome="answered"} 2`,
      `faultline_escalations${of},outcome="unanswered"} 1`,
      'faultline_escalations{target="people",outcome="open"} 3',
      '# TYPE faultline_time_to_acknowledge_seconds histogram',
      ...[60, 120, 300, 600, 900, 1800, 3600].map(
        (le, index) => `faultline_time_to_acknowledge_seconds_bucket${of},le="${le}"} ${index < 2 ? 1 : 2}`,
      ),
      `faultline_time_to_acknowledge_seconds_bucket${of},le="+Inf"} 2`,
      `faultline_time_to_acknowledge_seconds_sum${of}} 210`,
      `faultline_time_to_acknowledge_seconds_count${of}} 2`,
    ]);
    expect(reads).toBe(1);
  });

  it('escape whatever a name holds, and cut what is too long', async () => {
    const { told } = await tell(
      aCount({ target: { kind: 'policy', name: 'a"b\\c\nd' } }),
      aCount({ target: { kind: 'policy', name: 'x'.repeat(500) } }),
    );

    expect(told[1]).toBe('faultline_escalations{target="policy:a\\"b\\\\c\\nd",outcome="answered"} 2');
    expect(Math.max(...told.map((line) => line.length))).toBeLessThan(250);
  });

  it('keep a label for the targets that were called first, and put the others together', async () => {
    const many = Array.from({ length: MOST_TARGETS + 5 }, (_, index) =>
      aCount({ target: { kind: 'group', name: `g${index}` }, count: index + 1, since: at(index), seconds: index }),
    );

    const { told } = await tell(...many.toReversed());

    const lines = told.filter((line) => line.startsWith('faultline_escalations{'));
    expect(lines).toHaveLength(MOST_TARGETS + 1);
    expect(lines).toContain('faultline_escalations{target="group:g0",outcome="answered"} 1');
    expect(lines.find((line) => line.includes('others'))).toMatch(/ 265$/u);
    expect(told.find((line) => line.includes('seconds_sum{target="others"'))).toMatch(/ 260$/u);
  });

  it('leave a target its label, however often others are called later', async () => {
    const first = Array.from({ length: MOST_TARGETS }, (_, index) =>
      aCount({ target: { kind: 'group', name: `g${index}` }, since: at(index), count: 1 }),
    );
    const later = aCount({ target: { kind: 'group', name: 'later' }, since: at(MOST_TARGETS), count: 1_000 });

    const [before, after] = [await tell(...first), await tell(...first, later)];

    const answers = (told: readonly string[]) => told.filter((line) => line.includes('seconds_count{target="group:'));
    expect(answers(before.told)).toHaveLength(MOST_TARGETS);
    expect(answers(after.told)).toEqual(answers(before.told));
  });
});
