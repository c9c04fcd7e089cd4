import { describe, expect, it } from 'vitest';
import { type Instant, MINUTE } from '../../src/domain/time.ts';
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
      'is_inactive',
    ]);
  });

  it('are drawn anew in a channel that somebody unarchived, where ✅ means done as before', async () => {
    const { room, channel, ana, ben } = await openItemRoom();
    room.workspace.archive(channel.name);
    await ben.clicks('Accept', toldTo(ben, 'Size the pool'));
    await room.settle();
    room.workspace.unarchive(channel.name);
    ana.reactsWith('white_check_mark', channel.message('Action item:'));
    await room.settle();

    expect(channel.message('Action item:').visibleText()).toContain('~Size the pool~ · ✅ done by @ana');
    expect(toldTo(ben, 'Size the pool').visibleText()).toContain('✅ done by @ana');
  });

  it('tell of what a group gave to one of its own as theirs once, and to whoever leads as what they lead', async () => {
    const { room, ana, ben, mahari } = await openItemRoom({}, '/incident action @dba Size the pool by 2024-05-10');
    room.clock.set('2024-05-17T13:00:00.000Z' as Instant);
    await room.settle();
    await ben.clicks('Accept', toldTo(ben, 'is @dba’s'));
    await ben.clicks('Done', toldTo(ben, 'Your action items'));
    await room.settle();

    expect(toldTo(ana, '⏰').visibleText()).toMatch(/Late where you lead[^\n]*\n~Size the pool~/u);
    expect(toldTo(ana, '⏰').visibleText()).not.toContain('Overdue');
    expect(toldTo(mahari, '⏰').visibleText()).toMatch(/Overdue\*\n~Size the pool~/u);
  });

  it('are drawn anew but for one that Slack refuses to change', async () => {
    const { room, channel, ben } = await openItemRoom();
    const shown = [channel.message('Action item:'), toldTo(ben, 'Size the pool')];
    room.workspace.fails('chat.update', { kind: 'error', error: 'cant_update_message', times: 1 });
    await ben.clicks('Accept', toldTo(ben, 'Size the pool'));
    await room.settle();

    const refused = room.workspace.record.calls.filter(({ error }) => error === 'cant_update_message');
    expect(shown.map(({ ts }) => ts)).toContain(refused[0]?.arguments.ts);
    const [other] = shown.filter(({ ts }) => ts !== refused[0]?.arguments.ts);
    const drawn = room.workspace.record.calls.filter((call) => call.arguments.ts === other?.ts && !call.error);
    expect(drawn.map(({ method }) => method)).toEqual(['chat.update']);
  });

  it('are drawn once each, though Slack puts one of them off', async () => {
    const { room, channel, ben } = await openItemRoom();
    const shown = [channel.message('Action item:'), toldTo(ben, 'Size the pool')].map(({ ts }) => ts);
    room.workspace.fails('chat.update', { kind: 'rate-limited', retryAfterSeconds: 60, times: 1 });
    await ben.clicks('Accept', toldTo(ben, 'Size the pool'));
    await room.pass(2 * MINUTE);

    const drawings = room.workspace.record.calls.filter(
      ({ method, error }) => method === 'chat.update' && error === undefined,
    );
    const drawn = drawings.map((call) => `${call.arguments.ts}`).filter((ts) => shown.includes(ts));
    expect(drawn.toSorted()).toEqual(shown.toSorted());
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
