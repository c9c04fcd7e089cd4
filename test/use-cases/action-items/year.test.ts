import { describe, expect, it } from 'vitest';
import { indexedPostgres, sqlite } from '../../support/engines.ts';
import { expectGoodYear } from '../../support/reminder-year/expect-good-year.ts';

/** `npm run test:year` plays 50,000 items of 400 people, which take long. */
const ITEMS = process.env.YEAR_ITEMS;

describe('a year of reminders', () => {
  it.each([
    { engine: sqlite, replicas: 1, few: 60 },
    { engine: indexedPostgres, replicas: 3, few: 15 },
  ])(
    'reminds on $engine.name, with $replicas at work, once a day, of all that is owed, and in working hours',
    { timeout: 24 * 3_600_000 },
    async ({ engine, replicas, few }) => {
      const items = Number(ITEMS ?? few);
      const people = Math.max(few / 10, 5, Math.ceil(items / 125));
      const summary = await expectGoodYear(engine, { seed: 'rat', items, people, days: 364, replicas });

      expect(summary.digests).toBeGreaterThan(items);
      expect(summary.assignments).toBeGreaterThan(items / 2);
    },
  );
});
