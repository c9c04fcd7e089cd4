import { describe, expect, it } from 'vitest';
import { openItemRoom, toldTo } from '../support/item-room.ts';

describe('the messages that show an action item', () => {
  it('are drawn anew but for the line in a channel that is archived, of which nobody is told', async () => {
    const { room, channel, ana, ben } = await openItemRoom();
    const told = toldTo(ben, 'Size the pool');
    room.workspace.archive(channel.name);
    const before = ana.directMessages().length;
    await ben.clicks('Accept', told);
    await room.settle();
    await ben.clicks('Done', told);
    await room.settle();

    expect(told.visibleText()).toContain('~Size the pool~\n✅ done by @ben');
    expect(channel.message('Action item:').visibleText()).not.toContain('done');
    expect(ana.directMessages()).toHaveLength(before);
    const { ts } = channel.message('Action item:');
    expect(room.workspace.record.calls.filter((call) => call.arguments.ts === ts).map(({ error }) => error)).toEqual([
      'is_inactive',
    ]);
  });
});
