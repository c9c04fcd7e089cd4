import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { askDatabase, engines } from '../support/engines.ts';
import { openAtMigration } from '../support/open-at-migration.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const EVENTS = [
  // id, text, message_source, message_edited_at
  ['TAGGED', 'Asked @Ana', 'Asked <@U1>', null],
  ['EDITED', 'Pool is empty', 'Pool is empty', '2024-05-07T15:00:00.000Z'],
  ['LOGGED', 'Rolled back', null, null],
  ['CORRECTED', 'Third', null, null],
] as const;
const REVISIONS = [
  ['REV2', 'CORRECTED', 'Second'],
  ['REV1', 'CORRECTED', 'First'],
] as const;

function quoted(value: string | null): string {
  return value === null ? 'null' : `'${value}'`;
}

describe.each(engines)('the migration to hashes on $name', ({ freshUrl }) => {
  it('turns the messages that events kept into hashes, and says nothing of what nobody kept', async () => {
    const url = await freshUrl();
    const engine = await openAtMigration(url, '0002-timeline-follows-messages');
    const at = "'2024-05-07T14:00:00.000Z'";
    await askDatabase(
      url,
      `insert into incident (id, team_id, number, title, summary, severity, status, is_private, declared_by, declared_at, version)
       values ('INC', 'T1', 1, 'x', '', 'SEV3', 'investigating', 0, 'U1', ${at}, 1)`,
    );
    for (const [id, text, source, editedAt] of EVENTS) {
      await askDatabase(
        url,
        `insert into timeline_event (id, team_id, incident_id, kind, text, at, recorded_by, recorded_at, message_text, message_source, message_edited_at)
         values ('${id}', 'T1', 'INC', 'note', '${text}', ${at}, 'U1', ${at}, ${quoted(source)}, ${quoted(source)}, ${quoted(editedAt)})`,
      );
    }
    for (const [id, event, text] of REVISIONS) {
      await askDatabase(
        url,
        `insert into timeline_revision (id, event_id, text, kind, at, replaced_at)
         values ('${id}', '${event}', '${text}', 'note', ${at}, ${at})`,
      );
    }

    await migrateToLatest(engine);

    expect(
      await askDatabase(url, 'select id, text, message_text, message_hash, made_from from timeline_event order by id'),
    ).toEqual([
      { id: 'CORRECTED', text: 'Third', message_text: null, message_hash: null, made_from: sha256('First') },
      {
        id: 'EDITED',
        text: 'Pool is empty',
        message_text: 'Pool is empty',
        message_hash: sha256('Pool is empty'),
        made_from: null,
      },
      { id: 'LOGGED', text: 'Rolled back', message_text: null, message_hash: null, made_from: sha256('Rolled back') },
      {
        id: 'TAGGED',
        text: 'Asked @Ana',
        message_text: 'Asked <@U1>',
        message_hash: sha256('Asked <@U1>'),
        made_from: sha256('Asked <@U1>'),
      },
    ]);
    await expect(askDatabase(url, 'select message_source from timeline_event')).rejects.toThrow(/message_source/u);
  });
});
