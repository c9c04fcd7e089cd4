import { describe, expect, it } from 'vitest';
import {
  type ActionItemId,
  actionItemId,
  channelId,
  incidentId,
  messageKey,
  personId,
  workId,
} from '../../../src/domain/ids.ts';
import type { ReturnedItems } from '../../../src/use-cases/action-items/action-item-messenger.ts';
import { returnItems } from '../../../src/use-cases/action-items/return-items.ts';
import { tellReturned } from '../../../src/use-cases/action-items/tell-returned.ts';
import type { Attempt } from '../../../src/use-cases/messenger.ts';
import type { Database } from '../../../src/use-cases/ports.ts';
import type { Work } from '../../../src/use-cases/work.ts';
import { commit } from '../../support/commit.ts';
import { sqlite, type TestDatabase } from '../../support/engines.ts';
import { idleActionItemMessenger, idleDirectory } from '../../support/escalation-month/idle-ports.ts';
import { anItem, aPerson, aRecordedIncident, at, claire, mahari } from '../../support/record-builder.ts';

const { teamId, id: first } = aRecordedIncident();
const second = incidentId('01HZZZ0000000000000000INC2');
const now = at('09:00', '2024-06-24');
const [one, two, three] = ['one', 'two', 'three'].map(actionItemId) as [ActionItemId, ActionItemId, ActionItemId];
const ben = personId('U0BEN');

/** Two items of Ben's in Mahari's incident and one in Claire's, when he is deactivated. */
async function openLeft(): Promise<TestDatabase> {
  const opened = await sqlite.open();
  await commit(opened, async ({ people, incidents, actionItems }) => {
    await people.save(aPerson({ id: ben, name: 'Ben', isDeactivated: true }));
    await people.save(aPerson({ id: mahari, name: 'Mahari' }));
    await people.save(aPerson({ id: claire, name: 'Claire' }));
    await incidents.add(aRecordedIncident());
    await incidents.add(aRecordedIncident({ id: second, number: 43, declaredBy: claire }));
    for (const id of [one, two, three]) {
      const owner = { kind: 'person', id: ben } as const;
      await actionItems.add(anItem({ id, owner, incidentId: id === three ? second : first }));
    }
  });
  return opened;
}

/** The process dies at a step: before what it was to keep there is kept, or right after. */
function dying(database: Database, step: number, isKept: boolean): Database {
  let left = step;
  return {
    records: database.records,
    forgetBefore: (past) => database.forgetBefore(past),
    transaction: async (decide) => {
      left -= 1;
      const outcome = left > 0 || isKept ? await database.transaction(decide) : undefined;
      if (left === 0 || outcome === undefined) {
        throw new Error('the process died');
      }
      return outcome;
    },
  };
}

class Post {
  readonly sent = new Map<string, { readonly person: string; readonly returned: ReturnedItems }>();
  readonly messenger = {
    ...idleActionItemMessenger,
    findReminder: async (person: string, { key }: Attempt) =>
      this.sent.has(key)
        ? { message: { channel: channelId(`D-${person}`), key: messageKey(key) }, at: now }
        : undefined,
    tellReturned: async (person: string, returned: ReturnedItems, { key, isRepeat }: Attempt) => {
      if (!(isRepeat && this.sent.has(key))) {
        expect(this.sent.has(key)).toBe(false);
        this.sent.set(key, { person, returned });
      }
      return { channel: channelId(`D-${person}`), key: messageKey(key) };
    },
  };
}

function portsOf(database: Database, messenger: Post['messenger'] = new Post().messenger) {
  const clock = { now: () => now };
  return { database, directory: idleDirectory, actionItemMessenger: messenger, clock, wake: () => {} };
}

async function dies(run: Promise<unknown>): Promise<void> {
  await expect(run).rejects.toThrow('the process died');
}

describe('returnItems', () => {
  it.each([
    { step: 1, isKept: false },
    { step: 1, isKept: true },
    { step: 2, isKept: false },
    { step: 2, isKept: true },
    { step: 3, isKept: false },
    { step: 3, isKept: true },
  ])('loses nothing and tells nobody twice where it dies at step $step, kept: $isKept', async ({ step, isKept }) => {
    const { database, sql } = await openLeft();
    const work = { kind: 'return-items', teamId, personId: ben } as const;
    await dies(returnItems(portsOf(dying(database, step, isKept)), work));
    await returnItems(portsOf(database), work);

    const rows = await sql(`select id, payload_json from work where kind = 'tell-returned' order by id`);
    const told = rows.map(({ payload_json: json }) => JSON.parse(String(json)));
    expect(told).toMatchObject([
      { teamId, owner: ben, personId: mahari },
      { teamId, owner: ben, personId: claire },
    ]);
    expect(told.map(({ actionItemIds }) => actionItemIds.toSorted())).toEqual([[one, two], [three]]);
    expect([...(await database.records.actionItems.findAll([one, two, three])).values()]).toMatchObject(
      Array.from({ length: 3 }, () => ({ owner: undefined, status: 'open' })),
    );
  });
});

describe('tellReturned', () => {
  const work = {
    kind: 'tell-returned',
    teamId,
    owner: ben,
    personId: mahari,
    actionItemIds: [one, two],
  } satisfies Work;
  const claimed = { id: workId('told'), lane: 'lane', work, runAt: now, attempts: 0 };

  async function openReturned(): Promise<TestDatabase> {
    const opened = await openLeft();
    await returnItems(portsOf(opened.database), { kind: 'return-items', teamId, personId: ben });
    return opened;
  }

  it.each([{ isKept: false }, { isKept: true }])(
    'sends one message, which is followed, where it dies once that is sent, kept: $isKept',
    async ({ isKept }) => {
      const { database, sql } = await openReturned();
      const { messenger, sent } = new Post();
      await dies(tellReturned(portsOf(dying(database, 1, isKept), messenger), work, claimed));
      await tellReturned(portsOf(database, messenger), work, { ...claimed, attempts: 1 });

      expect([...sent.values()]).toMatchObject([{ person: mahari, returned: { owner: ben, items: [{}, {}] } }]);
      const message = { channel: channelId(`D-${mahari}`), key: messageKey('told') };
      expect(await database.records.itemMessages.listItems(teamId, message)).toEqual([one, two]);
      expect(await sql(`select lane from work where kind = 'refresh-item-message'`)).toHaveLength(1);
    },
  );

  it('follows what it sent before it died, though all of it has owners by now', async () => {
    const { database, sql } = await openReturned();
    const { messenger, sent } = new Post();
    await dies(tellReturned(portsOf(dying(database, 1, false), messenger), work, claimed));
    await commit({ database }, async ({ actionItems }) => {
      for (const id of [one, two]) {
        await actionItems.save(anItem({ id, owner: { kind: 'person', id: mahari } }));
      }
    });
    await tellReturned(portsOf(database, messenger), work, { ...claimed, attempts: 1 });

    const message = { channel: channelId(`D-${mahari}`), key: messageKey('told') };
    expect(sent.size).toBe(1);
    expect(await database.records.itemMessages.listItems(teamId, message)).toEqual([one, two]);
    expect(await sql(`select lane from work where kind = 'refresh-item-message'`)).toHaveLength(1);
  });

  it('passes on what another leads by now once, though it dies once that is kept', async () => {
    const { database, sql } = await openReturned();
    const { messenger, sent } = new Post();
    const all = { ...work, actionItemIds: [one, two, three] };
    await dies(tellReturned(portsOf(dying(database, 1, true), messenger), all, claimed));
    await tellReturned(portsOf(database, messenger), all, { ...claimed, attempts: 1 });

    const [passed, ...others] = await sql(`select payload_json from work where dedupe_key like 'tell-returned:told:%'`);
    expect(JSON.parse(String(passed?.payload_json))).toMatchObject({ personId: claire, actionItemIds: [three] });
    expect(others).toEqual([]);
    expect([...sent.values()].map(({ returned }) => returned.items.map(({ item }) => item.id))).toEqual([[one, two]]);
  });

  it('tells nobody of what has owners again, or is over', async () => {
    const { database } = await openReturned();
    const { messenger, sent } = new Post();
    await commit({ database }, async ({ actionItems }) => {
      await actionItems.save(anItem({ id: one, status: 'done', endedAt: now, owner: undefined }));
      await actionItems.save(anItem({ id: two, owner: { kind: 'person', id: mahari } }));
    });
    await tellReturned(portsOf(database, messenger), work, claimed);

    expect(sent.size).toBe(0);
  });
});
