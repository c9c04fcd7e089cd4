import { describe, expect, it } from 'vitest';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { readPayload } from '../../src/database/work-payload.ts';
import { askDatabase, engines } from '../support/engines.ts';
import { openAtMigration } from '../support/open-at-migration.ts';

describe.each(engines)('the migration to reviews on $name', ({ freshUrl }) => {
  it('has the drafts that wait to be posted still be posted', async () => {
    const url = await freshUrl();
    const engine = await openAtMigration(url, '0016-events-of-escalations');
    const report = `{"incidentId":"I1","askedBy":"U1","what":"publish-postmortem","reason":"publish-postmortem"}`;
    for (const [id, kind, payload] of [
      ['1', 'publish-postmortem', '{"incidentId":"I1"}'],
      ['2', 'report-failure', report],
      ['3', 'answer', '{"what":"publish-postmortem"}'],
    ]) {
      await askDatabase(
        url,
        `insert into work (id, lane, kind, payload_json, run_at, is_urgent, attempts)
         values ('${id}', '${id}', '${kind}', '${payload}', '2024-05-07T14:00:00.000Z', 0, 0)`,
      );
    }

    await migrateToLatest(engine);

    const rows = await askDatabase(url, 'select id, kind, payload_json from work order by id');
    expect(rows.map(({ kind }) => kind)).toEqual(['post-draft', 'report-failure', 'answer']);
    expect(rows[2]?.payload_json).toBe('{"what":"publish-postmortem"}');
    for (const { kind, payload_json } of rows.slice(0, 2)) {
      expect(readPayload({ kind: String(kind), payload_json: String(payload_json) })).toMatchObject({ ok: true });
    }
    expect(JSON.parse(String(rows[1]?.payload_json))).toMatchObject({
      what: 'post-draft',
      reason: 'publish-postmortem',
    });
  });
});
