import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { closed } from '../support/close.ts';
import { sendsSteps } from '../support/closes.ts';
import { openRoom, type Room } from '../support/open-room.ts';

const TITLE = 'Postmortem of INC-1 as it is now';

function postOf(channel: Channel): Message {
  const [post, ...others] = channel.pins().filter((pin) => pin.visibleText().includes(TITLE));
  expect(others).toEqual([]);
  return post ?? channel.message(TITLE);
}

async function roomWithout(forbid: (room: Room) => void): Promise<{ readonly room: Room; readonly channel: Channel }> {
  const room = await openRoom();
  forbid(room);
  return { room, channel: await closed(room) };
}

describe('where there is no canvas', () => {
  it.each<readonly [string, (room: Room) => void]>([
    ['canvases are turned off', (room) => room.workspace.allowsCanvases(false)],
    ['the app may not make them', (room) => room.workspace.loses('canvases:write')],
    [
      'the plan allows no more of them',
      (room) =>
        room.workspace.fails('canvases.create', { kind: 'error', error: 'free_team_canvas_tab_already_exists' }),
    ],
    [
      'the people of the channel could write in it',
      (room) => room.workspace.fails('canvases.access.set', { kind: 'error', error: 'restricted_action' }),
    ],
  ])('because %s, a pinned message is kept up to date', async (_, forbid) => {
    const { room, channel } = await roomWithout(forbid);
    const ana = room.workspace.person('ana');
    expect(channel.canvases()).toEqual([]);
    expect(postOf(channel).visibleText()).toContain('• Size the pool');

    const [told] = room.workspace.person('ben').directMessages();
    await room.workspace.person('ben').clicks('Done', told ?? channel.message('x'));
    const { modal } = await ana.clicks('Edit postmortem', channel.message('Postmortem draft'));
    await sendsSteps(ana, modal, { summary: 'Better <words>' });
    await room.settle();

    expect(postOf(channel).visibleText()).toContain('✅ Size the pool');
    expect(postOf(channel).visibleText()).toContain('Better <words>');
    expect(channel.files()).toHaveLength(3);
    expect(ana.directMessages()).toEqual([]);
  });

  it('the message is posted once, whatever breaks', async () => {
    const room = await openRoom();
    room.workspace.allowsCanvases(false);
    room.workspace.fails('pins.add', { kind: 'status', status: 503 });
    const channel = await closed(room);
    await room.pass(10 * 60_000);

    expect(channel.messages().filter((message) => message.visibleText().includes(TITLE))).toHaveLength(1);
    expect(postOf(channel).visibleText()).toContain('Size the pool');
  });

  it('the message is posted where nobody may look for the canvas of an attempt that broke off', async () => {
    const room = await openRoom();
    room.workspace.loses('files:read');
    room.workspace.fails('canvases.create', { kind: 'reset-after' });
    const channel = await closed(room);
    await room.pass(10 * 60_000);

    expect(postOf(channel).visibleText()).toContain('Size the pool');
    expect(channel.canvases()).toHaveLength(1);
  });

  it('its button posts the files again', async () => {
    const { room, channel } = await roomWithout(({ workspace }) => workspace.allowsCanvases(false));
    await room.workspace.person('ben').clicks('Post the files again', postOf(channel));
    await room.settle();
    expect(channel.files()).toHaveLength(6);

    await room.workspace.person('ana').types('/incident reopen it is back', channel);
    await room.settle();
    const refused = await room.workspace.person('ben').clicks('Post the files again', postOf(channel));
    await room.settle();
    expect(refused.text).toContain('It is investigating: the files are written when it is closed.');
    expect(channel.files()).toHaveLength(6);
  });

  it('the message asks for nothing more once the incident was canceled as a false alarm', async () => {
    const { room, channel } = await roomWithout(({ workspace }) => workspace.allowsCanvases(false));
    const ana = room.workspace.person('ana');
    await ana.types('/incident reopen it is back', channel);
    await ana.types('/incident cancel only the probe was down', channel);
    await room.settle();

    expect(postOf(channel).visibleText()).toContain('Canceled: this was a false alarm.');
    expect(postOf(channel).visibleText()).toContain('canceled: a false alarm');
    expect(postOf(channel).visibleText()).not.toMatch(/to mend|not resolved/u);
  });

  it('the message takes over when canvases are turned off later', async () => {
    const room = await openRoom();
    const channel = await closed(room);
    expect(channel.canvases()).toHaveLength(1);
    room.workspace.allowsCanvases(false);
    await room.workspace.person('ana').types('/incident action @ben Watch the pool by 2024-05-20', channel);
    await room.settle();

    expect(postOf(channel).visibleText()).toContain('Watch the pool');
  });
});
