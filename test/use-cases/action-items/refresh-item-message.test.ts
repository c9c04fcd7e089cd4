import { describe, expect, it } from 'vitest';
import { channelId, messageKey } from '../../../src/domain/ids.ts';
import type { ReminderDigest } from '../../../src/use-cases/action-items/action-item-messenger.ts';
import { askToShowPress, refreshItemMessage } from '../../../src/use-cases/action-items/refresh-item-message.ts';
import { commit } from '../../support/commit.ts';
import { sqlite } from '../../support/engines.ts';
import { idleActionItemMessenger } from '../../support/escalation-month/idle-ports.ts';
import { openWithIncident } from '../../support/open-with-incident.ts';
import { anItem, aPerson, aRecordedIncident, at, claire } from '../../support/record-builder.ts';
import { claim } from '../../support/work-requests.ts';

const { teamId } = aRecordedIncident();
const { id: actionItemId } = anItem();
const message = { channel: channelId('D042'), key: messageKey('1.0') };
const now = at('10:00', '2024-06-24');

/** An item of Claire's in a reminder of hers that is not her last. */
async function openReminded() {
  const opened = await openWithIncident(sqlite.open);
  await commit(opened, async ({ people, actionItems, itemMessages }) => {
    await people.save(aPerson({ id: claire, name: 'Claire' }));
    await actionItems.add(anItem());
    await itemMessages.add(actionItemId, { message, kind: 'digest', personId: claire });
  });
  const press = () =>
    commit(opened, (records) => askToShowPress(records, { teamId, actionItemId, pressedIn: message }, now));
  const begin = async () => (await claim(opened, 'a worker', { now, until: at('10:01', '2024-06-24') })).length;
  return { opened, press, begin };
}

describe('askToShowPress', () => {
  it('asks for a drawing though one waits, which may begin before this is committed', async () => {
    const { opened, press } = await openReminded();
    await press();
    await press();

    expect(await opened.sql(`select kind from work where kind = 'refresh-item-message'`)).toHaveLength(2);
  });
});

describe('refreshItemMessage', () => {
  it('leaves the drawing to a later one that waits', async () => {
    const { opened, press, begin } = await openReminded();
    const drawn: ReminderDigest[] = [];
    const ports = {
      database: opened.database,
      actionItemMessenger: {
        ...idleActionItemMessenger,
        sentAt: () => now,
        redraw: async (_: unknown, shown: object) => drawn.push((shown as { digest: ReminderDigest }).digest) > 0,
      },
    };
    const work = { kind: 'refresh-item-message', teamId, channel: message.channel, message: message.key } as const;
    await press();
    await press();
    expect(await begin()).toBe(1);
    await refreshItemMessage(ports, work);
    expect(drawn).toEqual([]);
    await opened.sql('update work set done_at = run_at where attempts > 0');
    expect(await begin()).toBe(1);
    await refreshItemMessage(ports, work);

    expect(drawn.map(({ items }) => items.map(({ item }) => item.id))).toEqual([[actionItemId]]);
  });
});
