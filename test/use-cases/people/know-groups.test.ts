import { describe, expect, it } from 'vitest';
import { actionItemId, type GroupId, groupId, type PersonId, personId, teamId } from '../../../src/domain/ids.ts';
import { defaultPolicy } from '../../../src/policy.ts';
import { knowGroupMembers } from '../../../src/use-cases/people/know-group-members.ts';
import { askToKnowGroups, knowGroups } from '../../../src/use-cases/people/know-groups.ts';
import { type Database, DeliveryError } from '../../../src/use-cases/ports.ts';
import type { ClaimedWork } from '../../../src/use-cases/work.ts';
import { commit } from '../../support/commit.ts';
import { sqlite, type TestDatabase } from '../../support/engines.ts';
import { idleDirectory } from '../../support/escalation-month/idle-ports.ts';
import { openWithIncident } from '../../support/open-with-incident.ts';
import { anItem, at, claire, mahari } from '../../support/record-builder.ts';
import { claim } from '../../support/work-requests.ts';

const team = teamId('T0TRAVEL');
const [dba, network, web] = ['S0DBA', 'S0NETWORK', 'S0WEB'].map(groupId) as [GroupId, GroupId, GroupId];
const ben = personId('U0BEN');
const asked = at('15:00');
const now = at('16:00');

/** The workspace's groups, and how many calls for members Slack still answers. */
class Slack {
  readonly groups = new Map<GroupId, readonly PersonId[]>();
  readonly asked: GroupId[] = [];
  left = Number.POSITIVE_INFINITY;
  readonly directory = {
    ...idleDirectory,
    listGroupHandles: async () => new Map([...this.groups.keys()].map((id) => [id, id.toLowerCase()])),
    listGroupMembers: async (id: GroupId) => {
      if (this.left === 0) {
        throw new DeliveryError({ sort: 'again-later', reason: 'ratelimited' });
      }
      this.left -= 1;
      this.asked.push(id);
      return this.groups.get(id) ?? [];
    },
  };
}

/** Groups that own an item each. */
async function openOwning(...owning: readonly GroupId[]): Promise<TestDatabase> {
  const opened = await openWithIncident(sqlite.open);
  await commit(opened, async (records) => {
    for (const group of owning) {
      await records.actionItems.add(ownedBy(group));
    }
    await askToKnowGroups(records, team, asked);
  });
  return opened;
}

function ownedBy(id: GroupId) {
  return anItem({ id: actionItemId(`of-${id}`), owner: { kind: 'group', id, handle: id } });
}

/** Does the work of the lane until none is due, or until Slack wants to be asked later. */
async function work(opened: TestDatabase, { directory }: Slack, database: Database = opened.database): Promise<void> {
  const actionItems = { ...defaultPolicy.actionItems, teams: [{ id: network, handle: 'network' }] };
  const policy = { ...defaultPolicy, actionItems };
  const ports = { database, directory, policy, clock: { now: () => now }, wake: () => {} };
  for (;;) {
    const piece = (await claim(opened, 'worker', { now, until: now })).find(({ lane }) =>
      lane.startsWith('know-groups'),
    );
    if (piece === undefined || !(await isDone(piece))) {
      return;
    }
    await opened.workQueue.finish(piece.id, 'worker', now);
  }

  async function isDone(piece: ClaimedWork): Promise<boolean> {
    try {
      if (piece.work.kind === 'know-groups') {
        await knowGroups(ports, piece.work, piece);
      } else if (piece.work.kind === 'know-group-members') {
        await knowGroupMembers(ports, piece.work);
      }
      return true;
    } catch (fault) {
      expect(fault).toBeInstanceOf(DeliveryError);
      return false;
    }
  }
}

const membersOf = ({ database }: TestDatabase, group: GroupId) => database.records.groupMembers.list(team, group);

describe('knowGroups', () => {
  it('keeps who is in the groups that own items and in the policy’s teams, and in no other', async () => {
    const opened = await openOwning(dba);
    await commit(opened, async ({ groupMembers }) => {
      await groupMembers.replace(team, dba, [mahari]);
      await groupMembers.replace(team, web, [mahari]);
    });
    const slack = new Slack();
    slack.groups.set(dba, [ben]).set(network, [claire]).set(web, [claire]);
    await work(opened, slack);

    expect(await Promise.all([dba, network, web].map((group) => membersOf(opened, group)))).toEqual([
      [ben],
      [claire],
      [],
    ]);
    expect(slack.asked).toEqual([network, dba]);
  });

  it('reads a group that came to own an item while the others were forgotten', async () => {
    const opened = await openOwning();
    await commit(opened, ({ groupMembers }) => groupMembers.replace(team, web, [mahari]));
    const slack = new Slack();
    slack.groups.set(web, [claire]);
    let transactions = 0;
    await work(opened, slack, {
      ...opened.database,
      transaction: async (decide) => {
        const outcome = await opened.database.transaction(decide);
        transactions += 1;
        if (transactions === 1) {
          expect(await membersOf(opened, web)).toEqual([]);
          await commit(opened, ({ actionItems }) => actionItems.add(ownedBy(web)));
        }
        return outcome;
      },
    });

    expect(await membersOf(opened, web)).toEqual([claire]);
    expect(await opened.sql(`select lane from work where kind = 'schedule-reminders'`)).toEqual([
      { lane: `action-item:of-${web}` },
    ]);
  });

  it('has nobody in a group that is gone', async () => {
    const opened = await openOwning(dba);
    await commit(opened, ({ groupMembers }) => groupMembers.replace(team, dba, [mahari]));
    const slack = new Slack();
    await work(opened, slack);

    expect(await membersOf(opened, dba)).toEqual([]);
    expect(slack.asked).toEqual([]);
  });

  it('ends however few groups Slack tells of at a time, and however often it is asked for meanwhile', async () => {
    const owning = Array.from({ length: 7 }, (_, index) => groupId(`S0${index}`));
    const opened = await openOwning(...owning);
    const slack = new Slack();
    for (const group of owning) {
      slack.groups.set(group, [claire]);
    }
    slack.left = 0;
    await work(opened, slack);
    for (const time of ['15:01', '15:02', '15:03']) {
      await commit(opened, (records) => askToKnowGroups(records, team, at(time)));
      slack.left = 3;
      await work(opened, slack);
    }

    expect(slack.asked).toEqual([...owning, ...owning.slice(0, 2)]);
    const rest = await opened.sql(`select id from work where kind = 'know-group-members' and done_at is null`);
    expect(rest).toHaveLength(owning.length - 2);
    expect(await Promise.all(owning.map((group) => membersOf(opened, group)))).toEqual(owning.map(() => [claire]));
  });
});
