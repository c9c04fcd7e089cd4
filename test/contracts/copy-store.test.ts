import { describe, expect, it } from 'vitest';
import { incidentId } from '../../src/domain/ids.ts';
import type { PostmortemCopy } from '../../src/domain/postmortem/copy.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident } from '../support/record-builder.ts';

const incident = aRecordedIncident();
const canvas: PostmortemCopy = { incidentId: incident.id, kind: 'canvas', reference: 'F0CANVAS', digest: '' };

describe.each(engines)('the copy of a postmortem on $name', ({ open }) => {
  it('is what was said of it last', async () => {
    const opened = await openWithIncident(open);
    expect(await opened.database.records.copies.find(incident.id)).toBeUndefined();

    await commit(opened, ({ copies }) => copies.save(canvas));
    expect(await opened.database.records.copies.find(incident.id)).toStrictEqual(canvas);
    const post: PostmortemCopy = { ...canvas, kind: 'post', reference: '1715090400.000001', digest: 'abc' };
    await commit(opened, ({ copies }) => copies.save(post));

    expect(await opened.database.records.copies.find(incident.id)).toStrictEqual(post);
    expect(await opened.database.records.copies.find(incidentId('none'))).toBeUndefined();
    expect(await opened.sql('select team_id from postmortem_place')).toEqual([{ team_id: incident.teamId }]);
  });
});
