import { describe, expect, it } from 'vitest';
import { addMilliseconds, DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import { forgetOld } from '../../src/use-cases/forget-old.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, at, claire } from '../support/record-builder.ts';
import { claim } from '../support/work-requests.ts';

const START = at('15:30');
const by = 'a worker';

describe.each(engines)('forgetting on $name', ({ open }) => {
  it('drops what was finished a month ago and the keys of deliveries, and nothing else', async () => {
    const opened = await openWithIncident(open);
    const add = (lane: string, runAt = START) =>
      commit(opened, ({ work }) => work.add({ work: { kind: 'forget-old' }, lane, runAt, dedupeKey: lane }));
    await add('done');
    await add('failed');
    await commit(opened, ({ deliveries }) => deliveries.accept('T1:old', START));
    const claimed = await claim(opened, by, { now: START, until: addMilliseconds(START, MINUTE) });
    await opened.workQueue.finish(claimed[0]?.id ?? missing(), by, START);
    await opened.workQueue.fail(claimed[1]?.id ?? missing(), by, START, 'gone');
    await add('waiting');

    const now = addMilliseconds(START, 30 * DAY + HOUR);
    await commit(opened, ({ deliveries }) => deliveries.accept('T1:new', now));
    await forgetOld({ database: opened.database, clock: { now: () => now }, policy: defaultPolicy });

    const rows = await opened.sql('select lane from work order by lane');
    expect(rows.map(({ lane }) => lane)).toEqual(['forget-old', 'waiting']);
    expect((await opened.sql('select * from delivery')).length).toBe(1);
    expect(await opened.database.records.incidents.find(aRecordedIncident().id)).toBeDefined();
  });

  it('drops what somebody typed a month ago and never sent', async () => {
    const opened = await openWithIncident(open);
    const incident = aRecordedIncident();
    const words = { text: 'Bookings', shownVersion: 0 };
    await commit(opened, async ({ unsaved }) => {
      await unsaved.keep(incident.id, claire, { ...words, section: 'summary', typedAt: START });
      await unsaved.keep(incident.id, claire, { ...words, section: 'lessons', typedAt: addMilliseconds(START, DAY) });
    });

    const now = addMilliseconds(START, 30 * DAY + HOUR);
    await forgetOld({ database: opened.database, clock: { now: () => now }, policy: defaultPolicy });

    const left = await opened.database.records.unsaved.list(incident.id, claire);
    expect(left.map(({ section }) => section)).toEqual(['lessons']);
  });

  it('comes back the next day, once for all processes', async () => {
    const opened = await open();
    const ports = { database: opened.database, clock: { now: () => START }, policy: defaultPolicy };
    await forgetOld(ports);
    await forgetOld(ports);

    const rows = await opened.sql('select run_at from work');
    expect(rows).toEqual([{ run_at: addMilliseconds(START, DAY) }]);
  });
});

function missing(): never {
  throw new Error('nothing was claimed');
}
