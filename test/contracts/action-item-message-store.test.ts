import { describe, expect, it } from 'vitest';
import { actionItemId, channelId, messageKey, teamId } from '../../src/domain/ids.ts';
import type { ActionItemMessage } from '../../src/use-cases/action-item-stores.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anItem, aRecordedIncident, claire } from '../support/record-builder.ts';

const { teamId: team } = aRecordedIncident();
const one = anItem();
const other = anItem({ id: actionItemId('01HZZZ0000000000000000ACT2') });

function shown(key: string, overrides: Partial<ActionItemMessage> = {}): ActionItemMessage {
  return {
    message: { channel: channelId('C0INCIDENT'), key: messageKey(key) },
    kind: 'line',
    personId: undefined,
    ...overrides,
  };
}

describe.each(engines)('the messages that show action items on $name', ({ open }) => {
  async function openWithItems() {
    const opened = await openWithIncident(open);
    await commit(opened, async ({ actionItems }) => {
      await actionItems.add(one);
      await actionItems.add(other);
    });
    return opened;
  }

  it('come back as they were put in, in the order of posting, each once', async () => {
    const opened = await openWithItems();
    const messages = [
      shown('1717945200.000100'),
      shown('1717945300.000100', { kind: 'assignment', personId: claire }),
      shown('1717945400.000100', { kind: 'digest', personId: claire }),
      shown('1717945500.000100', { kind: 'handed-back', personId: claire }),
    ];
    await commit(opened, async ({ itemMessages }) => {
      for (const message of [...messages.toReversed(), ...messages]) {
        await itemMessages.add(one.id, message);
      }
    });

    const { itemMessages } = opened.database.records;
    expect(await itemMessages.list(one.id)).toStrictEqual(messages);
    expect(await itemMessages.list(other.id)).toEqual([]);
    expect(await opened.sql('select distinct team_id from action_item_message')).toEqual([{ team_id: team }]);
  });

  it('know their items in the order of making, of their own workspace and channel only', async () => {
    const opened = await openWithItems();
    const digest = shown('1717945400.000100', { kind: 'digest', personId: claire });
    await commit(opened, async ({ itemMessages }) => {
      await itemMessages.add(other.id, digest);
      await itemMessages.add(one.id, digest);
      await itemMessages.add(one.id, shown('1717945400.000200'));
    });

    const { itemMessages } = opened.database.records;
    expect(await itemMessages.listItems(team, digest.message)).toEqual([one.id, other.id]);
    expect(await itemMessages.listItems(teamId('T0OTHER'), digest.message)).toEqual([]);
    expect(await itemMessages.listItems(team, { ...digest.message, channel: channelId('C0OTHER') })).toEqual([]);
  });

  it('are forgotten of all their items, and no others are', async () => {
    const opened = await openWithItems();
    const [gone, left] = [shown('1717945400.000100'), shown('1717945400.000200')];
    await commit(opened, async ({ itemMessages }) => {
      for (const { id } of [one, other]) {
        await itemMessages.add(id, gone);
        await itemMessages.add(id, left);
      }
      await itemMessages.forget(teamId('T0OTHER'), left.message);
      await itemMessages.forget(team, gone.message);
    });

    const { itemMessages } = opened.database.records;
    expect(await itemMessages.list(one.id)).toStrictEqual([left]);
    expect(await itemMessages.list(other.id)).toStrictEqual([left]);
  });
});
