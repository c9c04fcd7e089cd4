import { describe, expect, it } from 'vitest';
import { incidentId } from '../../src/domain/ids.ts';
import { refuse } from '../../src/domain/result.ts';
import type { AuditEntry } from '../../src/use-cases/stores.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, at, claire } from '../support/record-builder.ts';

const entry: AuditEntry = {
  teamId: aRecordedIncident().teamId,
  incidentId: aRecordedIncident().id,
  personId: claire,
  at: at('15:30'),
  action: 'log-event',
  details: { kind: 'note', count: 2, backdated: false, before: null, text: 'a "quoted" \\ line\nand 🔥\u0000' },
};

describe.each(engines)('the audit log on $name', ({ open }) => {
  it('keeps who did what to which incident, when and with what', async () => {
    const opened = await openWithIncident(open);

    await commit(opened, ({ audit }) => audit.add(entry));

    const [row] = await opened.sql('select * from audit_entry');
    expect(row).toMatchObject({
      team_id: 'T0TRAVEL',
      incident_id: entry.incidentId,
      person_id: claire,
      at: at('15:30'),
      action: 'log-event',
    });
    expect(JSON.parse(String(row?.details_json))).toEqual(entry.details);
  });

  it('keeps entries that concern no incident, and equal ones, in the order of writing', async () => {
    const opened = await open();
    const general = { ...entry, incidentId: undefined };

    for (const action of ['z', 'a', 'z']) {
      await commit(opened, ({ audit }) => audit.add({ ...general, action }));
    }

    expect(await opened.sql('select incident_id, action from audit_entry order by id')).toEqual([
      { incident_id: null, action: 'z' },
      { incident_id: null, action: 'a' },
      { incident_id: null, action: 'z' },
    ]);
  });

  it('says nothing of what was refused', async () => {
    const opened = await openWithIncident(open);

    await opened.database.transaction(async ({ audit }) => {
      await audit.add(entry);
      return refuse('no');
    });

    expect(await opened.sql('select * from audit_entry')).toEqual([]);
  });

  it('cannot speak of an incident that is not there', async () => {
    const opened = await open();
    const astray = { ...entry, incidentId: incidentId('none') };

    await expect(commit(opened, ({ audit }) => audit.add(astray))).rejects.toThrow(/constraint/i);
  });
});
