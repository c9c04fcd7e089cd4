import { describe, expect, it } from 'vitest';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { readPayload } from '../../src/database/work-payload.ts';
import { askDatabase, engines } from '../support/engines.ts';
import { openAtMigration } from '../support/open-at-migration.ts';
import { insertRows, leftBehind } from '../support/version-0-1/return-to-version.ts';

const DONE_AT = '2024-05-09T10:00:00.000Z';

async function migrated(url: string) {
  const engine = await openAtMigration(url, '0021-drills');
  const { rows } = leftBehind();
  const [first] = rows.action_item ?? [];
  await insertRows(url, {
    ...rows,
    action_item: [
      ...(rows.action_item ?? []),
      { ...first, id: 'ITEM-done', status: 'done', done_at: DONE_AT },
      { ...first, id: 'ITEM-group', owner_kind: 'group', owner_id: 'S1', owner_handle: 'dba' },
    ],
    work: [
      ...(rows.work ?? []),
      { id: 'W1', lane: 'a', kind: 'tell-owners', payload_json: '{}', run_at: DONE_AT, attempts: 0, is_urgent: 0 },
      { id: 'W2', lane: 'b', kind: 'tell-owner', payload_json: '{}', run_at: DONE_AT, attempts: 0, is_urgent: 0 },
      ...['tell-owner', 'tell-owners', 'remind-owner', 'announce'].map((what) => ({
        id: `W-${what}`,
        lane: what,
        kind: 'report-failure',
        payload_json: JSON.stringify({
          kind: 'report-failure',
          incidentId: first?.incident_id,
          askedBy: 'U1',
          what,
          reason: 'x',
        }),
        run_at: DONE_AT,
        attempts: 0,
        is_urgent: 0,
      })),
      { id: 'W3', lane: 'c', kind: 'tell-owner', payload_json: '{}', run_at: DONE_AT, attempts: 1, done_at: DONE_AT },
    ],
  });
  const open = ['01M7ZZ6HD6J25S90588808P88S', '01M7ZZ6HGGTKRJ452SE5T98JNR'];
  await migrateToLatest(engine);
  return { open };
}

describe.each(engines)('the migration to owned action items on $name', ({ freshUrl }) => {
  it('keeps every item, planned when it was made, and when it ended', async () => {
    const url = await freshUrl();
    await migrated(url);

    const items = await askDatabase(url, 'select id, status, created_at, planned_at, ended_at from action_item');
    expect(items).toHaveLength(4);
    expect(items.every(({ created_at, planned_at }) => created_at === planned_at)).toBe(true);
    expect(items.filter(({ ended_at }) => ended_at !== null)).toEqual([
      expect.objectContaining({ id: 'ITEM-done', status: 'done', ended_at: DONE_AT }),
    ]);
  });

  it('takes away the reminders that wait, and has every open item looked at anew', async () => {
    const url = await freshUrl();
    const { open } = await migrated(url);

    const waiting = await askDatabase(
      url,
      'select id, kind, lane, payload_json from work where done_at is null order by id',
    );
    expect(waiting.filter(({ kind }) => ['remind-owner', 'tell-owner', 'tell-owners'].includes(String(kind)))).toEqual(
      [],
    );
    const looks = waiting.filter(({ kind }) => kind === 'schedule-reminders');
    expect(looks.map(({ lane }) => lane)).toEqual([...open, 'ITEM-group'].map((id) => `action-item:${id}`));
    expect(
      looks.map(({ kind, payload_json }) => readPayload({ kind: `${kind}`, payload_json: `${payload_json}` })),
    ).toEqual(
      [...open, 'ITEM-group'].map((id) =>
        expect.objectContaining({ ok: true, value: { kind: 'schedule-reminders', actionItemId: id } }),
      ),
    );
    expect(waiting.map(({ kind }) => kind)).toContain('forget-old');
  });

  it('reports no failure of work that is no more', async () => {
    const url = await freshUrl();
    await migrated(url);

    const reports = await askDatabase(url, `select id from work where kind = 'report-failure' order by id`);
    expect(reports).toEqual([{ id: 'W-announce' }]);
  });

  it('has the looks come one after another, after what waited when work was last done', async () => {
    const url = await freshUrl();
    await migrated(url);

    const [last] = await askDatabase(url, 'select max(done_at) as at from work');
    const looks = await askDatabase(url, `select run_at from work where kind = 'schedule-reminders' order by id`);
    expect(looks.map(({ run_at }) => Date.parse(`${run_at}`) - Date.parse(`${last?.at}`))).toEqual([0, 100, 200]);
    expect(String(last?.at) >= DONE_AT).toBe(true);
  });

  it('counts whoever owns an open item as told, and a group with all who are in it', async () => {
    const url = await freshUrl();
    const { open } = await migrated(url);

    const told = await askDatabase(
      url,
      'select action_item_id, person_id, capacity from action_item_recipient order by 1',
    );
    expect(told).toEqual([
      ...open.map((action_item_id) => ({ action_item_id, person_id: 'U0000000003', capacity: 'owner' })),
      { action_item_id: 'ITEM-group', person_id: 'S1', capacity: 'owner' },
    ]);
  });
});
