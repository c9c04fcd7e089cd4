import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Modal } from '../../src/sandbox/people/modal.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

/** Ben has one action item, and his home page before him. */
async function openWithHome(): Promise<Room & { readonly channel: Channel }> {
  const room = await openRoom();
  const channel = await declare(room);
  await room.workspace.person('ana').types('/incident action @ben Size the pool by 2024-05-17', channel);
  room.workspace.person('ben').opensHome();
  await room.settle();
  return { ...room, channel };
}

function home(room: Room): Modal {
  const shown = room.workspace.person('ben').home;
  if (shown === undefined) {
    throw new Error('Ben has no home page before him.');
  }
  return shown;
}

describe('the home page', () => {
  it('shows what is its reader’s below the open incidents', async () => {
    const room = await openWithHome();

    expect(home(room).visibleText()).toMatch(/INC-1.*Your action items: 1 open.*Size the pool/su);
  });

  it('follows what is pressed there, and answers by direct message', async () => {
    const room = await openWithHome();
    const ben = room.workspace.person('ben');

    await ben.clicks('Done', home(room), 'Size the pool');
    await room.settle();

    expect(home(room).visibleText()).toContain('Your action items: 0 open');
    expect(ben.directMessages().at(-1)?.visibleText()).toContain('Done: Size the pool. Thank you.');
  });

  it('follows what others give and take, and a form that was opened there', async () => {
    const room = await openWithHome();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];

    await ana.types('/incident action @dba Tune the indexes by 2024-05-20', room.channel);
    await room.settle();
    expect(home(room).visibleText()).toContain('2 open');

    await ben.submits((await ben.clicks('Edit', home(room), 'Size the pool')).modal, { title: 'Size both pools' });
    await room.settle();
    expect(home(room).visibleText()).toContain('Size both pools');

    await ben.submits((await ben.clicks('Edit', home(room), 'Size both pools')).modal, { owner: 'ana' });
    await room.settle();
    expect(home(room).visibleText()).toContain('1 open');
    expect(home(room).visibleText()).not.toContain('Size both pools');
  });

  it('is drawn for nobody who has not opened theirs that day', async () => {
    const room = await openWithHome();
    const drawn = () => room.workspace.record.calls.filter(({ method }) => method === 'views.publish').length;
    await room.pass(DAY + 1);
    const before = drawn();

    await room.workspace.person('ana').types('/incident action @ben Tune the indexes by 2024-05-20', room.channel);
    await room.settle();

    expect(drawn()).toBe(before);
    expect(home(room).visibleText()).toContain('1 open');
  });

  it('changes several dates', async () => {
    const room = await openWithHome();
    const ben = room.workspace.person('ben');
    const form = (await ben.clicks('Change dates…', home(room))).modal;
    const item = form?.record.definition.blocks[0];
    const options = item?.type === 'input' && item.element.type === 'multi_static_select' ? item.element.options : [];

    await ben.submits(form, { items: [options?.[0]?.value ?? ''], days: '1' });
    await room.settle();

    expect(home(room).visibleText()).toContain('due Mon 20 May 2024');
  });
});
