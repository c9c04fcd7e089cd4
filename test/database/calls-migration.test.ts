import { describe, expect, it } from 'vitest';
import { createDatabase } from '../../src/database/database.ts';
import { escalationId } from '../../src/domain/ids.ts';
import { createSystem } from '../../src/system/create-system.ts';
import { engines } from '../support/engines.ts';
import { openAtMigration } from '../support/open-at-migration.ts';

const INCIDENT = {
  id: 'INC',
  team_id: 'T1',
  number: 1,
  title: 'Down',
  summary: '',
  severity: 'SEV1',
  status: 'investigating',
  is_private: 0,
  declared_by: 'U1',
  declared_at: '2024-05-07T14:00:00.000Z',
  version: 1,
};

function escalationRow(id: string, changed: object) {
  return {
    id,
    team_id: 'T1',
    incident_id: 'INC',
    target_kind: 'group',
    target_id: 'S1',
    target_handle: 'dba',
    called_json: '["U2","U3"]',
    reason: 'help',
    requested_by: 'U1',
    requested_at: '2024-05-07T14:00:00.000Z',
    acknowledged_by: null,
    acknowledged_at: null,
    message_channel: null,
    message_key: null,
    ...changed,
  };
}

describe.each(engines)('the migration to calls on $name', ({ freshUrl }) => {
  it('keeps who was called and who answered, and makes the calls that were asked for and not made', async () => {
    const url = await freshUrl();
    const engine = await openAtMigration(url, '0010-events-about-events');
    await engine.statement(async (db) => {
      const into = (table: string, row: object) =>
        db
          .insertInto(table as never)
          .values(row as never)
          .execute();
      await into('incident', INCIDENT);
      await into(
        'escalation',
        escalationRow('E1', { acknowledged_by: 'U3', acknowledged_at: '2024-05-07T14:03:00.000Z' }),
      );
      await into('escalation', escalationRow('E2', {}));
      await into('escalation', escalationRow('E3', { called_json: '[]' }));
      await into('work', {
        id: 'W1',
        lane: 'escalation:E3',
        kind: 'call-group',
        payload_json: '{"kind":"call-group","escalationId":"E3"}',
        run_at: '2024-05-07T14:00:00.000Z',
        attempts: 0,
      });
    });
    await engine.close();

    const after = await openAtMigration(url, '0011-calls');
    const { escalations } = createDatabase(after, createSystem().ids).records;

    expect(await escalations.find(escalationId('E1'))).toMatchObject({
      state: 'answered',
      heldBy: 'U3',
      acknowledgedAt: '2024-05-07T14:03:00.000Z',
      calls: [
        { personId: 'U2', state: 'delivered' },
        { personId: 'U3', state: 'answered', respondedAt: '2024-05-07T14:03:00.000Z' },
      ],
    });
    expect(await escalations.find(escalationId('E2'))).toMatchObject({ state: 'unanswered', position: { step: 1 } });
    expect(await escalations.find(escalationId('E3'))).toMatchObject({
      state: 'calling',
      position: { round: 1, step: 0 },
      plan: { steps: [{ targets: [{ kind: 'group', id: 'S1', handle: 'dba' }], waitMinutes: 5 }] },
      calls: [],
    });
    const [work] = await after.statement((db) => db.selectFrom('work').select(['kind', 'payload_json']).execute());
    expect(work?.kind).toBe('watch-escalation');
    expect(JSON.parse(work?.payload_json ?? '')).toMatchObject({ escalationId: 'E3', round: 1, step: 0 });
  });
});
