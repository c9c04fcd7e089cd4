import { describe, expect, it } from 'vitest';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { askDatabase, engines } from '../support/engines.ts';
import { openAtMigration } from '../support/open-at-migration.ts';

describe.each(engines)('the migration to milestones on $name', ({ freshUrl }) => {
  it('makes the start of the impact, which the incident held, the first word on that milestone', async () => {
    const url = await freshUrl();
    const engine = await openAtMigration(url, '0004-provenance');
    for (const [id, number, startedAt] of [
      ['INC1', 1, "'2024-05-07T13:00:00.000Z'"],
      ['INC2', 2, 'null'],
    ]) {
      await askDatabase(
        url,
        `insert into incident (id, team_id, number, title, summary, severity, status, is_private, declared_by, declared_at, impact_started_at, version)
         values ('${id}', 'T1', ${number}, 'x', '', 'SEV3', 'investigating', 0, 'U1', '2024-05-07T14:00:00.000Z', ${startedAt}, 1)`,
      );
    }

    await migrateToLatest(engine);

    expect(await askDatabase(url, 'select * from milestone_entry')).toEqual([
      {
        id: 'INC1',
        team_id: 'T1',
        incident_id: 'INC1',
        name: 'impact-started',
        at: '2024-05-07T13:00:00.000Z',
        is_estimated: 0,
        event_id: null,
        set_by: 'U1',
        set_at: '2024-05-07T14:00:00.000Z',
      },
    ]);
    await expect(askDatabase(url, 'select impact_started_at from incident')).rejects.toThrow(/impact_started_at/u);
  });
});
