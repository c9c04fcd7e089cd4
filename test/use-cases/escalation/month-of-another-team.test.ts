import { describe, it } from 'vitest';
import { expectGoodMonth } from '../../support/escalation-month/expect-good-month.ts';

/** In a file of its own, so that it is played at the same time. */
describe('a month of escalations of another team', () => {
  it('answers, passes on or reports each, and does nothing twice', { timeout: 3_600_000 }, () =>
    expectGoodMonth('autumn'),
  );
});
