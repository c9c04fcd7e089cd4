import { describe, expect, it } from 'vitest';
import { incidentId, statusUpdateId } from '../../src/domain/ids.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anUpdate, aRecordedIncident, at } from '../support/record-builder.ts';

const incident = aRecordedIncident();

describe.each(engines)('the status updates on $name', ({ open }) => {
  it('come back as they were sent', async () => {
    const opened = await openWithIncident(open);
    const updates = [
      anUpdate({ text: 'Line one\nline two: ümläute & <b>' }),
      anUpdate({ id: statusUpdateId('01HZZZ0000000000000000UPD2'), nextDueAt: undefined }),
    ];
    for (const update of updates) {
      await commit(opened, (records) => records.updates.add(update));
    }

    for (const update of updates) {
      expect(await opened.database.records.updates.find(update.id)).toStrictEqual(update);
    }
    expect(await opened.database.records.updates.find(statusUpdateId('none'))).toBeUndefined();
  });

  it('name the one that was sent last, whatever its clock said', async () => {
    const opened = await openWithIncident(open);
    expect(await opened.database.records.updates.newest(incident.id)).toBeUndefined();
    const last = anUpdate({ id: statusUpdateId('01HZZZ0000000000000000UPD9'), at: at('15:10') });
    await commit(opened, ({ updates }) => updates.add(last));
    await commit(opened, ({ updates }) => updates.add(anUpdate()));

    expect(await opened.database.records.updates.newest(incident.id)).toStrictEqual(last);
    expect(await opened.database.records.updates.newest(incidentId('none'))).toBeUndefined();
    expect(await opened.sql('select distinct team_id from status_update')).toEqual([{ team_id: incident.teamId }]);
  });
});
