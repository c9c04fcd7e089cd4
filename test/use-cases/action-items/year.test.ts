import { describe, expect, it } from 'vitest';
import { postgres, sqlite } from '../../support/engines.ts';
import { expectGoodYear } from '../../support/reminder-year/expect-good-year.ts';

/** `npm run test:year` plays 50,000 items of 400 people, which take long. */
const ITEMS = Number(process.env.YEAR_ITEMS ?? 60);
const PEOPLE = Math.max(6, Math.ceil(ITEMS / 125));

describe('a year of reminders', () => {
  it.each([
    { engine: sqlite, replicas: 1 },
    { engine: postgres, replicas: 3 },
  ])(
    'reminds on $engine.name, with $replicas at work, once a day, of all that is owed, and in working hours',
    { timeout: 24 * 3_600_000 },
    async ({ engine, replicas }) => {
      const summary = await expectGoodYear(engine, { seed: 'rat', items: ITEMS, people: PEOPLE, days: 364, replicas });

      expect(summary.digests).toBeGreaterThan(ITEMS);
      expect(summary.assignments).toBeGreaterThan(ITEMS / 2);
    },
  );
});
