import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import { askDatabase } from '../support/engines.ts';
import { openItemRoom, toldTo } from '../support/item-room.ts';

/** Two items of a private incident, of which Ben was told in one message before he left its channel. */
async function openLeft() {
  const { room, ana, ben } = await openItemRoom({}, '/incident action Size the pool');
  await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
  await room.settle();
  ana.invites('ben', 'inc-2-leak');
  await room.settle();
  for (const title of ['Rotate the key', 'Revoke the tokens']) {
    await ana.types(`/incident action @ben ${title} by 2024-05-10`, 'inc-2-leak');
    await room.settle();
  }
  const told = toldTo(ben, 'Rotate the key');
  await ben.clicks('Accept', told);
  await room.pass(2 * DAY);
  const digest = toldTo(ben, '2 open');
  ben.leaves('inc-2-leak');
  await room.settle();
  const drawings = async () =>
    (await askDatabase(room.config.databaseUrl, "select id from work where kind = 'refresh-action-item'")).length;
  return { room, ben, told, digest, drawings };
}

describe('a message about items of a private incident, for whoever left its channel', () => {
  it('says nothing to a reaction, and draws nothing anew for the snooze menu', async () => {
    const { room, ben, told, digest, drawings } = await openLeft();
    const before = await drawings();
    ben.reactsWith('white_check_mark', digest);
    await room.settle();
    const picked = await ben.picks('Pick a date…', told);
    await room.settle();

    expect(picked.text).toContain('I find no such');
    expect(await drawings()).toBe(before);
    expect(ben.directMessages().filter((message) => message.visibleText().includes('lists several'))).toEqual([]);
  });
});
