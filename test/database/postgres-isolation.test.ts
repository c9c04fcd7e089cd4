import { expect, it } from 'vitest';
import type { Database } from '../../src/use-cases/ports.ts';
import { commit } from '../support/commit.ts';
import { postgres } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anEscalation, aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const call = anEscalation({ acknowledgedBy: undefined, acknowledgedAt: undefined });

// Only here, because SQLite runs one transaction after the other.
it('a transaction whose rows another changed in the meantime is run again, and sees the change', async () => {
  const opened = await openWithIncident(postgres.open);
  await commit(opened, ({ escalations }) => escalations.add(call));
  let runs = 0;

  const pressed = await commit(opened, async ({ escalations }) => {
    const found = await escalations.find(call.id);
    runs += 1;
    if (runs === 1) {
      await acknowledge(opened.database);
    }
    if (found?.acknowledgedBy !== undefined) {
      return 'somebody else was first';
    }
    await escalations.save({ ...call, acknowledgedBy: mahari, acknowledgedAt: at('15:54') });
    return 'was first';
  });

  expect([runs, pressed]).toEqual([2, 'somebody else was first']);
  expect((await opened.database.records.escalations.find(call.id))?.acknowledgedBy).toBe(claire);
});

it('a transaction keeps to one view of what is committed', async () => {
  const opened = await openWithIncident(postgres.open);
  const incident = aRecordedIncident();

  const seen = await commit(opened, async ({ incidents, members }) => {
    const before = await members.has(incident.id, claire);
    await commit(opened, (others) => others.members.add(incident.id, claire));
    return [before, await members.has(incident.id, claire), (await incidents.find(incident.id))?.version];
  });

  expect(seen).toEqual([false, false, incident.version]);
});

it('two that wait for each other do not fail: one of them is run again', async () => {
  const opened = await openWithIncident(postgres.open);
  const other = anEscalation({ ...call, id: anEscalation().id.replace('ESC1', 'ESC2') as typeof call.id });
  await commit(opened, async ({ escalations }) => {
    await escalations.add(call);
    await escalations.add(other);
  });
  const arrivals = meeting(2);
  const saveBoth = ([first, second]: readonly [typeof call, typeof call], reason: string) => {
    let runs = 0;
    return commit(opened, async ({ escalations }) => {
      await escalations.save({ ...first, reason });
      runs += 1;
      if (runs === 1) {
        await arrivals.arrive();
      }
      await escalations.save({ ...second, reason });
    });
  };

  await Promise.all([saveBoth([call, other], 'one'), saveBoth([other, call], 'two')]);

  const reasons = (await opened.database.records.escalations.list(call.incidentId)).map(({ reason }) => reason);
  expect(new Set(reasons).size).toBe(1);
});

function acknowledge(database: Database): Promise<void> {
  return commit({ database }, ({ escalations }) =>
    escalations.save({ ...call, acknowledgedBy: claire, acknowledgedAt: at('15:53') }),
  );
}

/** Lets nobody on before all are there. */
function meeting(size: number): { arrive(): Promise<void> } {
  let missing = size;
  let open = () => {};
  const complete = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    arrive: () => {
      missing -= 1;
      if (missing === 0) {
        open();
      }
      return complete;
    },
  };
}
