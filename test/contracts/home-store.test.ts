import { describe, expect, it } from 'vitest';
import { personId, teamId } from '../../src/domain/ids.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const { teamId: team } = aRecordedIncident();

describe.each(engines)('home pages on $name', ({ open }) => {
  it('are known by when they were opened last', async () => {
    const opened = await openWithIncident(open);
    await commit(opened, async ({ homes }) => {
      await homes.noteOpened(team, claire, at('10:00'));
      await homes.noteOpened(team, mahari, at('10:00'));
      await homes.noteOpened(team, mahari, at('12:00'));
    });
    const { homes } = opened.database.records;

    expect([...(await homes.listOpened(team, [claire, mahari], at('10:00')))].sort()).toEqual([claire, mahari]);
    expect(await homes.listOpened(team, [claire, mahari], at('10:01'))).toEqual([mahari]);
    expect(await homes.listOpened(team, [claire], at('10:01'))).toEqual([]);
    expect(await homes.listOpened(team, [], at('10:00'))).toEqual([]);
    expect(await homes.listOpened(team, [personId('U0NOBODY')], at('10:00'))).toEqual([]);
    expect(await homes.listOpened(teamId('T0OTHER'), [claire], at('10:00'))).toEqual([]);
  });
});
