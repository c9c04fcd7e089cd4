import { describe, expect, it } from 'vitest';
import { incidentId } from '../../src/domain/ids.ts';
import type { Waiver } from '../../src/domain/postmortem/check/waiver.ts';
import { accept } from '../../src/domain/result.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const incident = aRecordedIncident();

describe.each(engines)('waivers on $name', ({ open }) => {
  it('gives them back in the order in which they were given', async () => {
    const opened = await openWithIncident(open);
    const waivers = [
      aWaiver({ rule: 'no-summary' }),
      aWaiver({ placeKey: 'customer-impact' }),
      aWaiver({ by: claire }),
    ];

    for (const waiver of waivers) {
      await add(opened, waiver);
    }

    expect(await list(opened)).toStrictEqual(waivers);
    expect(await opened.database.records.waivers.list(incidentId('none'))).toEqual([]);
  });

  it('gives the newest of one rule and place, and keeps the earlier one', async () => {
    const opened = await openWithIncident(open);
    await add(opened, aWaiver({ reason: 'First' }));
    await add(opened, aWaiver({ reason: 'Second', by: claire }));

    expect(await list(opened)).toStrictEqual([aWaiver({ reason: 'Second', by: claire })]);
    expect(await opened.sql('select reason from waiver order by id')).toEqual([
      { reason: 'First' },
      { reason: 'Second' },
    ]);
  });

  it('takes back all of one rule and place, once, and no other', async () => {
    const opened = await openWithIncident(open);
    const other = aWaiver({ placeKey: 'another' });
    for (const waiver of [aWaiver(), aWaiver({ reason: 'Again' }), other]) {
      await add(opened, waiver);
    }

    expect([await takeBack(opened), await takeBack(opened)]).toEqual([true, false]);

    expect(await list(opened)).toStrictEqual([other]);
    const rows = await opened.sql('select taken_back_by, taken_back_at from waiver order by id');
    const takenBack = { taken_back_by: claire, taken_back_at: at('18:00') };
    expect(rows).toEqual([takenBack, takenBack, { taken_back_by: null, taken_back_at: null }]);
  });

  it('lets one be given again after it was taken back', async () => {
    const opened = await openWithIncident(open);
    await add(opened, aWaiver());
    await takeBack(opened);
    await add(opened, aWaiver({ reason: 'After all' }));

    expect(await list(opened)).toStrictEqual([aWaiver({ reason: 'After all' })]);
  });
});

function aWaiver(overrides: Partial<Waiver> = {}): Waiver {
  return {
    rule: 'no-impact',
    placeKey: '01HZZZ',
    reason: 'Only we were hurt\n😀',
    by: mahari,
    at: at('17:00'),
    ...overrides,
  };
}

function list({ database }: TestDatabase): Promise<readonly Waiver[]> {
  return database.records.waivers.list(incident.id);
}

function add(opened: TestDatabase, waiver: Waiver): Promise<void> {
  return commit(opened, ({ waivers }) => waivers.add(incident.id, waiver));
}

async function takeBack({ database }: TestDatabase): Promise<boolean> {
  const outcome = await database.transaction<boolean, never>(async ({ waivers }) =>
    accept(await waivers.takeBack(incident.id, aWaiver(), { by: claire, at: at('18:00') })),
  );
  return outcome.ok && outcome.value;
}
