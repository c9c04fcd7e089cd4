import { describe, expect, it } from 'vitest';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { askDatabase, engines } from '../support/engines.ts';
import { openAtMigration } from '../support/open-at-migration.ts';

describe.each(engines)('the migration to urgent work on $name', ({ freshUrl }) => {
  it('makes the calls that wait urgent, and leaves what is finished', async () => {
    const url = await freshUrl();
    const engine = await openAtMigration(url, '0011-calls');
    const at = "'2024-05-07T14:00:00.000Z'";
    for (const [id, kind, doneAt] of [
      ['1', 'make-call', 'null'],
      ['2', 'watch-escalation', 'null'],
      ['3', 'post-card', 'null'],
      ['4', 'make-call', at],
    ]) {
      await askDatabase(
        url,
        `insert into work (id, lane, kind, payload_json, run_at, attempts, done_at)
         values ('${id}', '${id}', '${kind}', '{}', ${at}, 0, ${doneAt})`,
      );
    }

    await migrateToLatest(engine);

    expect(await askDatabase(url, 'select id, is_urgent from work order by id')).toEqual([
      { id: '1', is_urgent: 1 },
      { id: '2', is_urgent: 1 },
      { id: '3', is_urgent: 0 },
      { id: '4', is_urgent: null },
    ]);
  });
});
