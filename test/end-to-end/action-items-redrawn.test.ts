import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import type { Modal } from '../../src/sandbox/people/modal.ts';
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

  it('are not drawn for each of many that change at once, but for what changed until then', async () => {
    const { room, channel, ana, ben } = await openItemRoom();
    for (let count = 1; count < 8; count++) {
      await ana.types(`/incident action @ben Watch pool ${count} by 2024-05-10`, channel);
    }
    await room.settle();
    room.clock.set('2024-05-08T13:00:00.000Z' as Instant);
    await room.settle();
    const digest = toldTo(ben, 'Your action items: 8 open');
    const [list] = (await ana.types('/incident actions', 'general')).messages;
    const form = list && (await ana.clicks('Change dates…', list)).modal;
    await ana.submits(form, { items: choices(form), day: '2024-06-03' });
    await room.settle();

    expect(digest.visibleText().match(/due Mon 3 Jun 2024/gu)).toHaveLength(8);
    const drawings = room.workspace.record.calls.filter((call) => call.arguments.ts === digest.ts);
    expect(drawings.length).toBeLessThanOrEqual(3);
  });
});

function choices(form: Modal | undefined): readonly string[] {
  const block = form?.record.definition.blocks.find((each) => each.block_id === 'items');
  const element = block?.type === 'input' ? block.element : undefined;
  return element?.type === 'multi_static_select' ? (element.options ?? []).map(({ value }) => value ?? '') : [];
}
