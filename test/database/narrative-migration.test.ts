import { describe, expect, it } from 'vitest';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { askDatabase, engines } from '../support/engines.ts';
import { openAtMigration } from '../support/open-at-migration.ts';

describe.each(engines)('the migration to versions of the narrative on $name', ({ freshUrl }) => {
  it('counts what was written before, each section of each incident by itself', async () => {
    const url = await freshUrl();
    const engine = await openAtMigration(url, '0016-events-of-escalations');
    for (const [index, id] of ['INC1', 'INC2'].entries()) {
      await askDatabase(
        url,
        `insert into incident (id, team_id, number, title, summary, severity, status, is_private, declared_by, declared_at, version)
         values ('${id}', 'T1', ${index + 1}, 'x', '', 'SEV3', 'closed', 0, 'U1', '2024-05-07T14:00:00.000Z', 1)`,
      );
    }
    for (const [id, incident, section] of [
      ['3', 'INC1', 'summary'],
      ['1', 'INC1', 'summary'],
      ['2', 'INC1', 'lessons'],
      ['4', 'INC2', 'summary'],
    ]) {
      await askDatabase(
        url,
        `insert into narrative_entry (id, team_id, incident_id, section, text, written_by, written_at)
         values ('${id}', 'T1', '${incident}', '${section}', 'Words ${id}', 'U1', '2024-05-07T15:00:00.000Z')`,
      );
    }

    await migrateToLatest(engine);

    const found = await askDatabase(
      url,
      'select id, version, is_aside, restored_version from narrative_entry order by id',
    );
    expect(found.map(({ id, version }) => `${id}: ${version}`)).toEqual(['1: 1', '2: 1', '3: 2', '4: 1']);
    expect(found.every((row) => row.is_aside === 0 && row.restored_version === null)).toBe(true);
  });
});
