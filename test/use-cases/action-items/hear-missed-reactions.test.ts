import { expect, it } from 'vitest';
import { channelId, messageKey, type PersonId, personId } from '../../../src/domain/ids.ts';
import { createSystem } from '../../../src/system/create-system.ts';
import { hearMissedReactions } from '../../../src/use-cases/action-items/hear-missed-reactions.ts';
import { commit } from '../../support/commit.ts';
import { sqlite } from '../../support/engines.ts';
import { anItem, aRecordedIncident, at, claire, mahari } from '../../support/record-builder.ts';

const incident = aRecordedIncident({ isPrivate: true });
const message = { channel: channelId('C0INC'), key: messageKey('1717945000.000100') };
const stranger = personId('U0LEFT');

/** Of a private incident in whose channel are Mahari and Claire. */
async function heardOf(by: readonly PersonId[]) {
  const opened = await sqlite.open();
  await commit(opened, async ({ incidents, members, actionItems, itemMessages }) => {
    await incidents.add(incident);
    await members.add(incident.id, mahari);
    await members.add(incident.id, claire);
    await actionItems.add(anItem());
    await itemMessages.add(anItem().id, { kind: 'line', personId: undefined, message });
  });
  const { ids, hash } = createSystem();
  const ports = { database: opened.database, clock: { now: () => at('17:00') }, ids, hash, wake: () => undefined };
  const reactions = [{ name: 'white_check_mark', by, isCut: false }];
  const read = {
    ...message,
    hasReplies: false,
    lastReplyAt: undefined,
    isDeleted: false,
    said: undefined,
    fileNames: [],
  };
  await hearMissedReactions(ports, { ...incident, channel: message.channel }, [
    { ...read, source: '', reactionCount: by.length, reactions },
  ]);
  return opened.database.records.actionItems.history(anItem().id);
}

it.each([
  ['the first', [mahari, claire], [mahari]],
  ['the next, where the first may not see the item', [stranger, claire, mahari], [claire]],
  ['nobody, where none of them may', [stranger], []],
])('hears %s who said that an item is done while nobody listened', async (_, by, heard) => {
  expect((await heardOf(by)).map((change) => change.by)).toEqual(heard);
});
