import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DatabaseActionItemStore } from '../../src/database/database-action-item-store.ts';
import { migrateToLatest } from '../../src/database/migrate.ts';
import type { Schema } from '../../src/database/schema.ts';
import { personId, teamId } from '../../src/domain/ids.ts';
import { askDatabase, engines, sqlite, testIds } from '../support/engines.ts';
import { openAtMigration } from '../support/open-at-migration.ts';
import { insertRows, leftBehind } from '../support/version-0-1/return-to-version.ts';

describe.each(engines)('the migration to people near items on $name', ({ freshUrl }) => {
  it('takes away a due date after which no day comes, and no other', async () => {
    const url = await freshUrl();
    const engine = await openAtMigration(url, '0021-drills');
    const { rows } = leftBehind();
    const [first] = rows.action_item ?? [];
    const dueOn = ['9999-12-31', '9998-12-31', '2024-07-01'];
    const items = dueOn.map((due_on, index) => ({ ...first, id: `ITEM-${index}`, due_on }));
    await insertRows(url, { ...rows, action_item: items });

    await migrateToLatest(engine);

    const kept = await askDatabase(url, 'select due_on from action_item order by id');
    expect(kept.map(({ due_on }) => due_on)).toEqual([null, '9998-12-31', '2024-07-01']);
  });
});

it('the open items near somebody are found by indexes that know who, which, or all of its key', async () => {
  const connection = new Sqlite((await sqlite.migratedUrl()).slice('file:'.length));
  const plans: string[] = [];
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: connection }),
    log: ({ query: { sql, parameters } }) => {
      const steps = connection.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...parameters);
      plans.push(...steps.map(({ detail }) => detail));
    },
  });

  await new DatabaseActionItemStore(db, testIds()).listOpenNear(teamId('T0TRAVEL'), personId('U0CLAIRE'));
  await db.destroy();

  const reads = plans.filter((step) => /^(?:SCAN|SEARCH)/u.test(step));
  expect(reads.length).toBeGreaterThan(5);
  expect(
    reads.filter((step) => !/\b(?:id|owner_id|incident_id|person_id|declared_by|recorded_by)=\?/u.test(step)),
  ).toEqual([]);
});
