import { describe, expect, it } from 'vitest';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { askDatabase, engines } from '../support/engines.ts';
import { openAtMigration } from '../support/open-at-migration.ts';

const ASKED = '2024-05-07T14:00:00.000Z';
const ANSWERED = '2024-05-07T14:03:00.000Z';

// id, kind, recorded_by, recorded_at: two people asked in the same moment, and somebody wrote one down by hand then
const EVENTS = [
  ['E1', 'escalation', 'ANA', ASKED],
  ['E2', 'escalation', 'ANA', ASKED],
  ['E3', 'escalation', 'BEN', ASKED],
  ['E4', 'acknowledged', 'BEN', ANSWERED],
  ['E5', 'note', 'ANA', ASKED],
] as const;

describe.each(engines)('the migration to the events of escalations on $name', ({ freshUrl }) => {
  it('finds the event of each escalation and of its answer, and counts how long that took', async () => {
    const url = await freshUrl();
    const engine = await openAtMigration(url, '0011-calls');
    await askDatabase(
      url,
      `insert into incident (id, team_id, number, title, summary, severity, status, is_private, declared_by, declared_at, version)
       values ('INC', 'T1', 1, 'x', '', 'SEV3', 'investigating', 0, 'U1', '${ASKED}', 1)`,
    );
    for (const [id, kind, by, at] of EVENTS) {
      await askDatabase(
        url,
        `insert into timeline_event (id, team_id, incident_id, kind, text, at, recorded_by, recorded_at)
         values ('${id}', 'T1', 'INC', '${kind}', 'x', '${at}', '${by}', '${at}')`,
      );
    }
    for (const [id, by, answer] of [
      ['ESC1', 'ANA', `'BEN', '${ANSWERED}'`],
      ['ESC2', 'ANA', 'null, null'],
      ['ESC3', 'GONE', 'null, null'],
    ] as const) {
      await askDatabase(
        url,
        `insert into escalation (id, team_id, incident_id, target_kind, target_id, reason, requested_by, requested_at, plan_json, state, is_urgent, round, step, acknowledged_by, acknowledged_at)
         values ('${id}', 'T1', 'INC', 'person', 'U1', '', '${by}', '${ASKED}', '{}', 'calling', 1, 1, 1, ${answer})`,
      );
    }

    await migrateToLatest(engine);

    expect(await askDatabase(url, 'select id, event_id, answered_after_seconds from escalation order by id')).toEqual([
      { id: 'ESC1', event_id: 'E1', answered_after_seconds: 180 },
      { id: 'ESC2', event_id: 'E2', answered_after_seconds: null },
      { id: 'ESC3', event_id: null, answered_after_seconds: null },
    ]);
    const told = await askDatabase(url, 'select id, about_event_id from timeline_event order by id');
    expect(told.map((row) => Object.values(row as object)[1])).toEqual([null, null, null, 'E1', null]);
  });
});
