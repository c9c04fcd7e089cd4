import { describe, expect, it } from 'vitest';
import type { AlertNotice } from '../../../src/domain/alerts/alert.ts';
import { personId, teamId } from '../../../src/domain/ids.ts';
import { incidentName } from '../../../src/domain/incident/incident.ts';
import { cancel } from '../../../src/domain/incident/status.ts';
import { defaultPolicy } from '../../../src/policy.ts';
import { receiveAlert } from '../../../src/use-cases/alerts/receive-alert.ts';
import type { Database, Records } from '../../../src/use-cases/ports.ts';
import { anAlertHook } from '../../support/alert-payloads.ts';
import { commit } from '../../support/commit.ts';
import { postgres, sqlite, type TestDatabase, testIds } from '../../support/engines.ts';
import { at } from '../../support/record-builder.ts';

const now = at('15:00');

function firing(...fingerprints: readonly string[]): AlertNotice {
  const alert = {
    isFiring: true,
    name: 'BookingErrors',
    text: '',
    details: [],
    severity: undefined,
    startedAt: at('14:50'),
    endedAt: undefined,
    link: undefined,
  };
  const alerts = fingerprints.map((fingerprint) => ({ ...alert, fingerprint }));
  return { dedupKey: 'k', title: 'Bookings fail', text: '', alerts, untold: 0 };
}

/** Whoever looked at what was heard goes on once `happen` resolved; once. */
function interrupted(database: Database, happen: () => Promise<void>): Database {
  let runs = 0;
  const interrupt = (records: Records): Records => ({
    ...records,
    alerts: {
      find: async (key) => {
        const found = await records.alerts.find(key);
        runs += 1;
        await (runs === 1 ? happen() : undefined);
        return found;
      },
      save: (group) => records.alerts.save(group),
      forgetHeardBefore: (before) => records.alerts.forgetHeardBefore(before),
    },
  });
  return {
    transaction: (change) => database.transaction((records) => change(interrupt(records))),
    records: database.records,
    forgetBefore: (before) => database.forgetBefore(before),
  };
}

function receiver(database: Database) {
  const ports = { database, clock: { now: () => now }, ids: testIds(), hash: (text: string) => text, wake: () => {} };
  const from = { teamId: teamId('T1'), bot: personId('U0BOT'), hook: anAlertHook() };
  return (notice: AlertNotice) => receiveAlert({ ...ports, policy: defaultPolicy }, { ...from, notice });
}

async function cancelOpen(opened: TestDatabase): Promise<void> {
  await commit(opened, async ({ incidents }) => {
    const [incident] = await incidents.listOpen(teamId('T1'), personId('U1'), 1);
    const canceled = incident && cancel(incident, now);
    await (canceled?.ok ? incidents.save(canceled.value) : undefined);
  });
}

describe('what fires at the instant at which its incident is canceled', () => {
  it('is noted before that on SQLite, where one waits for the other', async () => {
    const opened = await sqlite.open();
    await receiver(opened.database)(firing('a'));
    let canceled = Promise.resolve();
    const happen = async () => {
      canceled = cancelOpen(opened);
    };

    const second = await receiver(interrupted(opened.database, happen))(firing('a', 'b'));
    await canceled;

    expect(second.map(incidentName)).toEqual(['INC-1']);
    expect(await opened.sql('select status from incident')).toEqual([{ status: 'canceled' }]);
    expect(await receiver(opened.database)(firing('a', 'b'))).toEqual([]);
  });

  it('opens another on PostgreSQL, where it finds that it came too late', async () => {
    const opened = await postgres.open();
    await receiver(opened.database)(firing('a'));

    const second = await receiver(interrupted(opened.database, () => cancelOpen(opened)))(firing('a', 'b'));

    expect(second.map(incidentName)).toEqual(['INC-2']);
    expect(await opened.sql('select status from incident order by number')).toEqual([
      { status: 'canceled' },
      { status: 'investigating' },
    ]);
  });
});
