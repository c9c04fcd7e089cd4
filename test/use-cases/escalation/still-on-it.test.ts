import { describe, expect, it } from 'vitest';
import { addMilliseconds, MINUTE, SECOND } from '../../../src/domain/time.ts';
import { answerByWriting } from '../../../src/use-cases/escalation/answer-by-writing.ts';
import { sqlite } from '../../support/engines.ts';
import { ben, CHANNEL, openEscalationBench, START } from '../../support/escalation-bench.ts';

describe('whoever is on it', () => {
  it.each([-2, 0, 2])('is asked whether they still are where the chat system is %i s ahead', async (seconds) => {
    const bench = await openEscalationBench(sqlite);
    await bench.work();
    const now = addMilliseconds(START, MINUTE);
    bench.clock.set(now);
    const writtenAt = addMilliseconds(now, seconds * SECOND);
    await answerByWriting(bench.here, { ...bench.request(ben), channel: CHANNEL, writtenAt });
    await bench.work();
    for (const wait of [30 * MINUTE, 10 * SECOND, 5 * MINUTE]) {
      bench.clock.advance(wait);
      await bench.work();
    }

    // Silence is an answer only to a question.
    expect((await bench.read()).resumed).toBe(1);
  });
});
