import { describe, expect, it } from 'vitest';
import { personId, teamId } from '../../../src/domain/ids.ts';
import { timeZone } from '../../../src/domain/time.ts';
import { firstDayOf, todayOf, zoneOf } from '../../../src/use-cases/people/zone-of.ts';
import { commit } from '../../support/commit.ts';
import { sqlite } from '../../support/engines.ts';
import { aPerson, at, claire, mahari } from '../../support/record-builder.ts';

const team = teamId('T0TRAVEL');

async function openWithPeople() {
  const opened = await sqlite.open();
  await commit(opened, async ({ people }) => {
    await people.save(aPerson({ id: mahari, name: 'Mahari', timeZone: timeZone('Pacific/Auckland') }));
    await people.save(aPerson({ id: claire, name: 'Claire', timeZone: timeZone('America/New_York') }));
  });
  return opened.database.records;
}

describe('zoneOf, todayOf and firstDayOf', () => {
  it.each([
    ['who lives ahead of UTC', mahari, '20:00', 'Pacific/Auckland', '2024-06-11', '2024-06-11'],
    ['who lives behind it', claire, '02:00', 'America/New_York', '2024-06-09', '2024-06-09'],
    ['whom nobody knows, late', personId('U0NOBODY'), '23:00', 'UTC', '2024-06-10', '2024-06-10'],
    ['whom nobody knows, early', personId('U0NOBODY'), '00:30', 'UTC', '2024-06-10', '2024-06-09'],
  ])('of somebody %s', async (_, person, time, zone, today, firstDay) => {
    const records = await openWithPeople();
    expect(await zoneOf(records, team, person)).toBe(zone);
    expect(await todayOf(records, { teamId: team, personId: person }, at(time, '2024-06-10'))).toBe(today);
    expect(await firstDayOf(records, { teamId: team, personId: person }, at(time, '2024-06-10'))).toBe(firstDay);
  });
});
