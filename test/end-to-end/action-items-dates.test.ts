import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Modal } from '../../src/sandbox/people/modal.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

/** Wednesday 8 May: one item late by then, one due on a Friday, one without a date. */
async function openWithItems(): Promise<Room & { readonly channel: Channel }> {
  const room = await openRoom({ policy: { actionItems: { ...defaultPolicy.actionItems, dueDays: {} } } });
  const ana = room.workspace.person('ana');
  const channel = await declare(room);
  await ana.types('/incident action @ana Size the pool by 2024-05-07', channel);
  await ana.types('/incident action @ana Alert on waits by 2024-05-17', channel);
  await ana.types('/incident action @ben Write a runbook', channel);
  await room.pass(DAY);
  return { ...room, channel };
}

async function openForm(room: Room, command = '/incident actions'): Promise<Modal> {
  const ana = room.workspace.person('ana');
  const [list] = (await ana.types(command, 'general')).messages;
  const form = list && (await ana.clicks('Change dates…', list)).modal;
  if (form === undefined) {
    throw new Error('no form opened');
  }
  return form;
}

/** The choices of the form by a part of what they say. */
function items(form: Modal, ...titles: readonly string[]): readonly string[] {
  const block = form.record.definition.blocks.find((each) => each.block_id === 'items');
  const element = block?.type === 'input' ? block.element : undefined;
  const options = element?.type === 'multi_static_select' ? (element.options ?? []) : [];
  return titles.map((title) => options.find(({ text }) => text.text.includes(title))?.value ?? `no ${title}`);
}

async function listed(room: Room): Promise<string> {
  return (await room.workspace.person('ana').types('/incident actions all', 'general')).text;
}

describe('changing the dates of several action items', () => {
  it('gives all that are chosen one date, with a reason in the history of each', async () => {
    const room = await openWithItems();
    const ana = room.workspace.person('ana');
    const form = await openForm(room);
    expect(form.field('items').value).toEqual([]);

    const sent = await ana.submits(form, {
      items: items(form, 'Size the pool', 'Write a runbook'),
      day: '2024-06-03',
      reason: 'Release freeze',
    });
    await room.settle();

    expect(sent.modal?.visibleText()).toContain('*2 dates changed*\n• INC-1 Size the pool: due Mon 3 Jun 2024');
    const text = await listed(room);
    expect(text).toContain('*Size the pool*\n@ana · due Mon 3 Jun 2024');
    expect(text).toContain('*Alert on waits*\n@ana · due Fri 17 May 2024');
    expect(text).toContain('*Write a runbook*\n@ben · due Mon 3 Jun 2024');
    const [list] = (await ana.types('/incident actions', 'general')).messages;
    const edit = list && (await ana.clicks('Edit', list, 'Write a runbook')).modal;
    expect(edit?.visibleText()).toContain('@ana: due _none_ → Mon 3 Jun 2024: “Release freeze”');
  });

  it('moves each by working days, a late one from today on, and says what it left and why', async () => {
    const room = await openWithItems();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.types('/incident action @ana Tune the indexes by 2024-05-30', room.channel);
    await ana.types('/incident action @ana Drop the cache by 2024-05-29', room.channel);
    const form = await openForm(room);
    const [list] = (await ben.types('/incident actions', 'general')).messages;
    if (list !== undefined) {
      await ben.clicks('Done', list, 'Tune the indexes');
      await ben.submits((await ben.clicks('Edit', list, 'Drop the cache')).modal, { due: '2024-06-05' });
    }
    await room.settle();

    const titles = ['Size the pool', 'Alert on waits', 'Write a runbook', 'Tune the indexes', 'Drop the cache'];
    const sent = await ana.submits(form, { items: items(form, ...titles), days: '2' });
    await room.settle();

    const told = sent.modal?.visibleText();
    expect(told).toContain('*2 dates changed*');
    expect(told).toContain('Size the pool: due Fri 10 May 2024');
    expect(told).toContain('Alert on waits: due Tue 21 May 2024');
    expect(told).toContain('*3 dates left as they were*');
    expect(told).toContain('Write a runbook: It has no due date yet');
    expect(told).toMatch(/• “Tune the indexes” was marked as done by @ben, [^•]*UTC\.\n/u);
    expect(told).toMatch(
      /Drop the cache: Somebody was faster: @ben set it to Wed 5 Jun 2024, .*\. \*Change dates…\* once more, if you still mean it\./u,
    );
    expect(await listed(room)).toContain('*Drop the cache*\n@ana · due Wed 5 Jun 2024');
  });

  it('moves none to before today, and says of a late one that it would be', async () => {
    const room = await openWithItems();
    const form = await openForm(room);

    const titles = items(form, 'Size the pool', 'Alert on waits');
    const sent = await room.workspace.person('ana').submits(form, { items: titles, days: '-2' });
    await room.settle();

    const told = sent.modal?.visibleText();
    expect(told).toContain('Alert on waits: due Wed 15 May 2024');
    expect(told).toContain('Size the pool: Mon 6 May 2024 is over.');
    expect(await listed(room)).toContain('*Size the pool*\n@ana · *1 day overdue*');
  });

  it.each<[Readonly<Record<string, string>>, string, string]>([
    [{}, 'day', 'Pick a date, or say below'],
    [{ day: '2024-06-03', days: '2' }, 'days', 'not both'],
    [{ days: 'two' }, 'days', 'whole number'],
    [{ days: '0' }, 'days', 'whole number'],
    [{ days: '-999' }, 'days', '520 at most'],
    [{ day: '2024-05-01' }, 'day', 'Wed 1 May 2024 is over. Name today or a later day.'],
    [{ day: '9999-12-31' }, 'day', 'Fri 31 Dec 9999 is more than ten years away. Name a nearer day.'],
  ])('says at the field what is unclear: %o', async (entries, field, words) => {
    const room = await openWithItems();
    const form = await openForm(room);

    const sent = await room.workspace
      .person('ana')
      .submits(form, { items: items(form, 'Size the pool'), reason: 'Freeze', ...entries });

    expect(sent.errors[field]).toContain(words);
    expect(sent.modal?.field('reason').value).toBe('Freeze');
    expect(await listed(room)).toContain('*Size the pool*\n@ana · *1 day overdue*');
  });

  it('offers my own from my list, and only what is open', async () => {
    const room = await openWithItems();
    const ana = room.workspace.person('ana');
    const mine = await openForm(room, '/incident mine');
    expect(items(mine, 'Write a runbook', 'Alert on waits')).toEqual([
      'no Write a runbook',
      expect.stringContaining(' '),
    ]);
    const [list] = (await ana.types('/incident mine', 'general')).messages;
    if (list !== undefined) {
      await ana.clicks('Done', list, 'Size the pool');
      await ana.clicks('Done', list, 'Alert on waits');
    }
    await room.settle();

    const pressed = list && (await ana.clicks('Change dates…', list));
    await room.settle();

    expect(pressed?.text).toContain('Nothing of these is open any more');
  });
});
