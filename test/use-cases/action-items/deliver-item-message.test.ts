import { describe, expect, it } from 'vitest';
import type { ActionItem } from '../../../src/domain/action-items/action-item.ts';
import { channelId, type MessageRef, messageKey, workId } from '../../../src/domain/ids.ts';
import { defaultPolicy } from '../../../src/policy/default-policy.ts';
import { offerInChannel } from '../../../src/use-cases/action-items/offer-in-channel.ts';
import { tellAssigned } from '../../../src/use-cases/action-items/tell-assigned.ts';
import { tellHandedBack } from '../../../src/use-cases/action-items/tell-handed-back.ts';
import { tellUnheard } from '../../../src/use-cases/action-items/tell-unheard.ts';
import type { Attempt } from '../../../src/use-cases/messenger.ts';
import type { ClaimedWork } from '../../../src/use-cases/work.ts';
import { commit } from '../../support/commit.ts';
import { sqlite, type TestDatabase } from '../../support/engines.ts';
import { idleActionItemMessenger, idleDirectory } from '../../support/escalation-month/idle-ports.ts';
import { anItem, aPerson, aRecordedIncident, at, claire, mahari } from '../../support/record-builder.ts';

const now = at('10:00', '2024-06-24');
const { id: actionItemId } = anItem();
const message: MessageRef = { channel: channelId('D042'), key: messageKey('1.0') };

/** The chat system takes the message of the first attempt, whose answer is lost. */
class Post {
  readonly sent = new Set<string>();
  readonly #send = async (_: unknown, __: unknown, { key, isRepeat }: Attempt) => {
    if (!(isRepeat && this.sent.has(key))) {
      expect(this.sent.size).toBe(0);
      this.sent.add(key);
      throw new Error('the process died');
    }
    return message;
  };
  readonly messenger = {
    ...idleActionItemMessenger,
    tellAssigned: this.#send,
    tellHandedBack: this.#send,
    tellUnheard: this.#send,
    tellChannel: this.#send,
    findReminder: async (_: unknown, { key }: Attempt) => (this.sent.has(key) ? { message, at: now } : undefined),
    findInChannel: async (_: unknown, { key }: Attempt) => (this.sent.has(key) ? message : undefined),
    sentAt: () => now,
  };
}

function portsOf({ database }: TestDatabase, { messenger }: Post) {
  return {
    database,
    directory: idleDirectory,
    actionItemMessenger: messenger,
    policy: defaultPolicy,
    calendarOf: () => ({ workingDays: [1, 2, 3, 4, 5], isHoliday: () => false }),
    clock: { now: () => now },
    wake: () => {},
  };
}

type Run = (ports: ReturnType<typeof portsOf>, claimed: ClaimedWork) => Promise<void>;

const assigned = { kind: 'tell-assigned', actionItemId, personId: claire } as const;
const handedBack = { kind: 'tell-handed-back', actionItemId, personId: claire, reason: 'I am away' } as const;
const owner = { kind: 'person', id: claire } as const;
const unheard = { kind: 'tell-unheard', actionItemId, owner, because: 'nobody' } as const;

const TOLD: readonly [string, { readonly item: Partial<ActionItem>; readonly isLed: boolean; readonly run: Run }][] = [
  ['tellAssigned', { item: { owner }, isLed: true, run: (ports, claimed) => tellAssigned(ports, assigned, claimed) }],
  [
    'tellHandedBack',
    { item: { owner: undefined }, isLed: true, run: (ports, claimed) => tellHandedBack(ports, handedBack, claimed) },
  ],
  [
    'tellHandedBack in a channel',
    { item: { owner: undefined }, isLed: false, run: (ports, claimed) => tellHandedBack(ports, handedBack, claimed) },
  ],
  ['tellUnheard', { item: { owner }, isLed: true, run: (ports, claimed) => tellUnheard(ports, unheard, claimed) }],
  [
    'offerInChannel',
    {
      item: { owner: undefined, plannedAt: at('12:00', '2024-06-03') },
      isLed: false,
      run: (ports, claimed) => offerInChannel(ports, actionItemId, claimed),
    },
  ],
];

describe.each(TOLD)('%s', (name, { item, isLed, run }) => {
  async function openTold() {
    const opened = await sqlite.open();
    await commit(opened, async ({ incidents, people, actionItems, reminders }) => {
      await incidents.add(aRecordedIncident({ channel: channelId('C042') }));
      await people.save(aPerson({ id: claire, name: 'Claire' }));
      await people.save(aPerson({ id: mahari, name: 'Mahari', isDeactivated: !isLed }));
      await actionItems.add(anItem(item));
      if (name === 'tellAssigned') {
        await reminders.replaceRecipients(actionItemId, [{ personId: claire, capacity: 'owner' }]);
      }
    });
    const ports = portsOf(opened, new Post());
    const claimed = { id: workId('told'), lane: 'lane', work: assigned, runAt: now, attempts: 0 };
    await expect(run(ports, claimed)).rejects.toThrow('the process died');
    return { opened, again: () => run(ports, { ...claimed, attempts: 1 }) };
  }

  it.each<[string, Partial<ActionItem>]>([
    ['though the item is done by now', { status: 'done', endedAt: now }],
    ['which may show what changed meanwhile', { title: 'Size both pools' }],
  ])('has the message of an attempt that broke off follow its item, %s', async (_, change) => {
    const { opened, again } = await openTold();
    await commit(opened, ({ actionItems }) => actionItems.save(anItem({ ...item, ...change })));
    await again();

    const { itemMessages } = opened.database.records;
    expect(await itemMessages.listItems(aRecordedIncident().teamId, message)).toEqual([actionItemId]);
    expect(await opened.sql(`select lane from work where kind = 'refresh-action-item'`)).toHaveLength(1);
  });
});
