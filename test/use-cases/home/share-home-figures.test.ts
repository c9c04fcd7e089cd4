import { describe, expect, it } from 'vitest';
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

/** At 18:00 with one open item, which was read once. */
async function openRead() {
  const clock = new ManualClock(at('18:00'));
  const opened = await sqlite.open();
  const add = (id: string, incident = here) =>
    commit(opened, ({ actionItems }) =>
      actionItems.add(anItem({ id: actionItemId(id), incidentId: incident.id, status: 'open' })),
    );
  await commit(opened, async ({ incidents }) => {
    await incidents.add(here);
    await incidents.add(hidden);
  });
  await add('01HZZZ0000000000000000ACTA');
  const figuresOf = shareHomeFigures({ database: opened.database, policy: defaultPolicy, clock });
  const open = async (changedAt?: Instant, team = here.teamId) => (await figuresOf(team, changedAt)).all.open;
  expect(await open()).toBe(1);
  return { clock, add, open };
}

describe('shareHomeFigures', () => {
  it('reads once for all homes that are drawn within half a minute', async () => {
    const { clock, add, open } = await openRead();
    await add('01HZZZ0000000000000000ACTB');

    clock.advance(29_999);
    expect(await open()).toBe(1);
    clock.advance(1);
    expect(await open()).toBe(2);
  });

  it('reads anew where something changed since', async () => {
    const { add, open } = await openRead();
    await add('01HZZZ0000000000000000ACTB');

    expect(await open(at('17:59'))).toBe(1);
    expect(await open(at('18:00'))).toBe(2);
  });

  it('reads for each team of its own', async () => {
    const { open } = await openRead();

    expect(await open(undefined, teamId('T0OTHER'))).toBe(0);
    expect(await open()).toBe(1);
  });

  it('never counts what is of private incidents', async () => {
    const { clock, add, open } = await openRead();
    await add('01HZZZ0000000000000000ACTB', hidden);

    clock.advance(30_000);
    expect(await open()).toBe(1);
  });
});
