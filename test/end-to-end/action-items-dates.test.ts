import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

/** Tuesday 7 May: one item late by then, one due on a Friday, one without a date. */
async function openWithItems(room: Room) {
  const ana = room.workspace.person('ana');
  const channel = await declare(room);
  await ana.types('/incident action @ana Size the pool by 2024-05-07', channel);
  await ana.types('/incident action @ana Alert on waits by 2024-05-17', channel);
  await ana.types('/incident action @ana Write a runbook by 2024-05-31', channel);
  await room.pass(DAY);
  return { ana, channel };
}

async function openForm(room: Room) {
  const ana = room.workspace.person('ana');
  const [mine] = (await ana.types('/incident mine', 'general')).messages;
  return mine === undefined ? undefined : (await ana.clicks('Change dates…', mine)).modal;
}

describe('changing the dates of several action items', () => {
  it('moves each by working days, a late one from today on, and says what it left and why', async () => {
    const room = await openRoom();
    const { ana, channel } = await openWithItems(room);
    const form = await openForm(room);
    console.log(form?.visibleText());
    const [late, friday, done] = form?.field('items') === undefined ? [] : options(form, 'items');
    const [mine] = (await ana.types('/incident mine', channel)).messages;
    if (mine !== undefined) {
      await ana.clicks('Done', mine, 'Write a runbook');
    }
    await room.settle();

    const sent = await ana.submits(form, {
      items: [late ?? '', friday ?? '', done ?? ''],
      days: '1',
      reason: 'Freeze',
    });

    console.log(sent, sent.modal?.visibleText());
    expect(sent.modal?.visibleText()).toContain('2 dates changed');
    await room.settle();
    console.log((await ana.types('/incident actions all', channel)).text);
  });
});

function options(form: NonNullable<Awaited<ReturnType<typeof openForm>>>, name: string): readonly string[] {
  const block = form.record.definition.blocks.find((each) => each.block_id === name);
  const element = block?.type === 'input' ? block.element : undefined;
  return element?.type === 'multi_static_select' ? (element.options ?? []).map(({ value = '' }) => value) : [];
}
