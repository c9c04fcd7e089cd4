import { expect, it } from 'vitest';
import { actionItemId, incidentId, teamId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { defaultPolicy } from '../../../src/policy.ts';
import { ManualClock } from '../../../src/sandbox/manual-clock.ts';
import { shareHomeFigures } from '../../../src/use-cases/home/share-home-figures.ts';
import { commit } from '../../support/commit.ts';
import { sqlite } from '../../support/engines.ts';
import { anItem, aRecordedIncident, at } from '../../support/record-builder.ts';

const here = aRecordedIncident();
const hidden = aRecordedIncident({ id: incidentId('01HZZZ0000000000000000INC2'), number: 43, isPrivate: true });

it('reads once for all homes that are drawn within half a minute, unless something changed, and never of private incidents', async () => {
  const clock = new ManualClock(at('18:00'));
  const opened = await sqlite.open();
  const add = (id: string, incident: typeof here) =>
    commit(opened, ({ actionItems }) =>
      actionItems.add(anItem({ id: actionItemId(id), incidentId: incident.id, status: 'open' })),
    );
  await commit(opened, async ({ incidents }) => {
    await incidents.add(here);
    await incidents.add(hidden);
  });
  await add('01HZZZ0000000000000000ACTA', here);
  await add('01HZZZ0000000000000000ACTB', hidden);
  const figuresOf = shareHomeFigures({ database: opened.database, policy: defaultPolicy, clock });
  const open = async (team = here.teamId, changedAt?: Instant) => (await figuresOf(team, changedAt)).all.open;

  expect(await open()).toBe(1);
  await add('01HZZZ0000000000000000ACTC', here);
  clock.advance(29_999);
  expect(await open()).toBe(1);
  expect(await open(teamId('T0OTHER'))).toBe(0);
  clock.advance(1);
  expect(await open()).toBe(2);

  await add('01HZZZ0000000000000000ACTD', here);
  expect(await open(here.teamId, at('18:00'))).toBe(2);
  expect(await open(here.teamId, clock.now())).toBe(3);
});
