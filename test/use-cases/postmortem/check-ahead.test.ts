import { describe, expect, it } from 'vitest';
import { channelId } from '../../../src/domain/ids.ts';
import { checkRecord } from '../../../src/domain/postmortem/check/check-record.ts';
import { openFindings } from '../../../src/domain/postmortem/check/finding.ts';
import { alikeTo, nameOfAll } from '../../../src/domain/postmortem/check/group-alike.ts';
import { draftPostmortem } from '../../../src/domain/postmortem/draft-postmortem.ts';
import { defaultPolicy } from '../../../src/policy.ts';
import { createSystem } from '../../../src/system/create-system.ts';
import type { Database } from '../../../src/use-cases/ports.ts';
import { checkAhead } from '../../../src/use-cases/postmortem/check-ahead.ts';
import { readRecord } from '../../../src/use-cases/postmortem/read-record.ts';
import { publishPostmortem } from '../../../src/use-cases/postmortem/review/publish-postmortem.ts';
import { takeBackWaiver } from '../../../src/use-cases/postmortem/take-back-waiver.ts';
import { waiveFinding } from '../../../src/use-cases/postmortem/waive-finding.ts';
import { commit } from '../../support/commit.ts';
import { sqlite } from '../../support/engines.ts';
import { anEventAt, aRecordedIncident, at, mahari } from '../../support/record-builder.ts';

const channel = channelId('C042');
const incident = aRecordedIncident({ channel, closedAt: at('16:40') });
const asker = { teamId: incident.teamId, channel, personId: mahari };
const policy = { ...defaultPolicy, postmortems: { ...defaultPolicy.postmortems, approvals: 0 } };

async function open() {
  const opened = await sqlite.open();
  await commit(opened, ({ incidents }) => incidents.add(incident));
  return opened.database;
}

function portsOf(database: Database) {
  return { ...createSystem(), database, policy, wake: () => {} };
}

/** The same, with something that others do just before the first transaction. */
function interrupted(database: Database, deed: () => Promise<unknown>): Database {
  let isFirst = true;
  return {
    ...database,
    transaction: async (change) => {
      if (isFirst) {
        isFirst = false;
        await deed();
      }
      return database.transaction(change);
    },
  };
}

async function read({ records }: Database) {
  const stored = (await records.incidents.find(incident.id)) ?? expect.fail('the incident is gone');
  return readRecord(records, stored, (ids) => records.people.find(incident.teamId, ids));
}

async function waiveAll(database: Database) {
  const record = await read(database);
  const waived = openFindings(checkRecord(record, draftPostmortem(record), at('16:50')));
  for (const [index, finding] of waived.entries()) {
    const alike = alikeTo(finding, waived);
    if (alike[0] === finding) {
      const request = {
        ...asker,
        ...finding,
        reason: 'It is a test',
        shown: nameOfAll(alike),
        deliveryKey: `waive ${index}`,
      };
      expect(await waiveFinding(portsOf(database), request)).toMatchObject({ ok: true });
    }
  }
  return waived;
}

describe('a check ahead of a transaction', () => {
  it('holds for the record as it was, and is made anew for any other', async () => {
    const database = await open();
    const checked: number[] = [];
    const check = await checkAhead(database, { ...asker, deliveryKey: 'unused' }, ({ events }) => {
      checked.push(events.length);
      return events.length;
    });

    expect(check(await read(database))).toBe(0);
    expect(checked).toEqual([0]);
    await commit({ database }, ({ timeline }) => timeline.add(anEventAt('15:30')));
    expect(check(await read(database))).toBe(1);
    expect(checked).toEqual([0, 1]);
  });
});

describe('publishing', () => {
  it('is stopped by what must be mended since the check', async () => {
    const database = await open();
    const waived = await waiveAll(database);
    const must = waived.find(({ level }) => level === 'must') ?? expect.fail('nothing must be mended');
    const meanwhile = interrupted(database, () =>
      takeBackWaiver(portsOf(database), { ...asker, ...must, deliveryKey: 'take back' }),
    );

    const outcome = await publishPostmortem(portsOf(meanwhile), { ...asker, override: '', deliveryKey: 'publish' });

    expect(outcome).toEqual({
      ok: false,
      refusal: {
        kind: 'in-the-way',
        obstacles: [{ kind: 'findings', count: 1 }],
        announcedIn: defaultPolicy.announcementChannel,
      },
    });
  });

  it('is answered as already handled when Slack sends it twice', async () => {
    const ports = portsOf(await open());
    const request = { ...asker, override: 'The customer waits', deliveryKey: 'publish' };

    expect(await publishPostmortem(ports, request)).toMatchObject({ ok: true });
    expect(await publishPostmortem(ports, request)).toEqual({ ok: false, refusal: { kind: 'already-handled' } });
  });
});

describe('waiving', () => {
  it('is refused where the finding was mended since the check', async () => {
    const database = await open();
    const record = await read(database);
    const findings = openFindings(checkRecord(record, draftPostmortem(record), at('16:50')));
    const finding =
      findings.find((one) => alikeTo(one, findings).length === 1) ?? expect.fail('there is nothing to waive');
    const request = { ...asker, ...finding, reason: 'It is a test', shown: nameOfAll([finding]) };
    const meanwhile = interrupted(database, () =>
      waiveFinding(portsOf(database), { ...request, deliveryKey: 'theirs' }),
    );

    expect(await waiveFinding(portsOf(meanwhile), { ...request, deliveryKey: 'ours' })).toEqual({
      ok: false,
      refusal: { kind: 'no-such-finding' },
    });
    expect((await read(database)).waivers).toHaveLength(1);
  });

  it('is answered as already handled when Slack sends it twice', async () => {
    const database = await open();
    const [finding = expect.fail('there is nothing to waive')] = await waiveAll(database);
    const again = { ...asker, ...finding, reason: 'It is a test', shown: nameOfAll([finding]), deliveryKey: 'waive 0' };

    expect(await waiveFinding(portsOf(database), again)).toEqual({ ok: false, refusal: { kind: 'already-handled' } });
  });
});
