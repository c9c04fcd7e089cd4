import { describe, expect, it } from 'vitest';
import { openItemRoom, toldTo } from '../support/item-room.ts';
import type { Room } from '../support/open-room.ts';
import { whileDown } from '../support/while-down.ts';

function reads(room: Room): number {
  return room.workspace.record.calls.filter(({ method }) => /history|replies|reactions/u.test(method)).length;
}

describe('✅ that was put on the line of an action item while the bot was away', () => {
  it('is heard when it starts, and costs no call of its own', async () => {
    // It is a tag for the timeline too, for which the message is read.
    const { room, channel, ana, ben } = await openItemRoom({ policy: { reactions: {} } });
    const line = channel.message('Action item: *prevent*: Size the pool');
    await whileDown(room, () => {});
    const before = reads(room);
    await whileDown(room, () => {});
    const idle = reads(room) - before;
    await whileDown(room, () => ana.reactsWith('white_check_mark', line));

    expect(line.visibleText()).toContain('~Size the pool~ · ✅ done by @ana');
    expect(toldTo(ben, 'Size the pool').visibleText()).toContain('✅ done by @ana');
    expect(reads(room) - before).toBe(2 * idle);
  });

  it('does not end again what was opened again since', async () => {
    const { room, channel, ana, ben } = await openItemRoom();
    const line = channel.message('Action item: *prevent*: Size the pool');
    ana.reactsWith('white_check_mark', line);
    await room.settle();
    await ben.clicks('Reopen', toldTo(ben, 'Size the pool'));
    await whileDown(room, () => {});

    expect(line.visibleText()).toContain('Action item: *prevent*: Size the pool · @ben');
  });
});
