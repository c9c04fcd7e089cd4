import type { KnownBlock, PlainTextOption } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { startEndpoint } from './endpoint.ts';
import { openWorkspace } from './open-workspace.ts';
import { startBot } from './tiny-bot.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string, value: string): PlainTextOption => ({ text: plain(text), value });

function line(id: string, words: string): KnownBlock {
  return {
    type: 'section',
    block_id: `line-${id}`,
    text: { type: 'mrkdwn', text: words },
    accessory: {
      type: 'overflow',
      action_id: 'event',
      options: [option('Edit', `edit:${id}`), option('Retract', `retract:${id}`)],
    },
  };
}

const kinds: KnownBlock = {
  type: 'actions',
  block_id: 'row',
  elements: [
    {
      type: 'static_select',
      action_id: 'kind',
      placeholder: plain('Kind'),
      initial_option: option('note', 'n'),
      options: [option('note', 'n'), option('mitigation', 'm')],
    },
    { type: 'button', action_id: 'more', text: plain('More') },
  ],
};

async function shown(blocks: KnownBlock[]) {
  const desk = await openWorkspace();
  await startEndpoint(desk.workspace, () => ({ status: 200 }));
  await desk.web.chat.postMessage({ channel: desk.workspace.channel('ops').id, text: 'Lines', blocks });
  const message = desk.workspace.channel('ops').messages().at(-1);
  if (message === undefined) {
    throw new Error('Nothing was posted.');
  }
  const payloads = () => desk.workspace.record.deliveries.map(({ payload }) => payload);
  return { ...desk, message, payloads, ana: desk.workspace.person('ana'), ben: desk.workspace.person('ben') };
}

describe('an overflow menu', () => {
  it('comes with the option that was picked, without those that were not', async () => {
    const { ana, message, payloads } = await shown([line('1', 'Deployed'), line('2', 'Rolled back')]);
    await ana.picks('Retract', message, 'Rolled back');

    expect(payloads()[0]).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: message.ts },
      message: { ts: message.ts },
      state: { values: {} },
    });
    expect(payloads()[0]?.actions).toEqual([
      {
        type: 'overflow',
        action_id: 'event',
        block_id: 'line-2',
        selected_option: option('Retract', 'retract:2'),
        action_ts: expect.any(String),
      },
    ]);
  });

  it('is the first one where nobody says beside what', async () => {
    const { ana, message, payloads } = await shown([line('1', 'Deployed'), line('2', 'Rolled back')]);
    await ana.picks('Retract', message);

    expect(payloads()[0]?.actions).toMatchObject([{ block_id: 'line-1' }]);
  });

  it('hides its options until it is opened, and keeps none', async () => {
    const { ana, message } = await shown([line('1', 'Deployed')]);
    await ana.picks('Retract', message);

    expect(message.visibleText()).toBe('Deployed\n[…]');
    expect(message.menus(ana).map(({ options, chosen }) => [options.map(({ text }) => text.text), chosen])).toEqual([
      [['Edit', 'Retract'], undefined],
    ]);
  });

  it('that does not offer the option cannot be picked from', async () => {
    const { ana, message } = await shown([line('1', 'Deployed')]);

    await expect(ana.picks('Delete', message)).rejects.toThrow('offers “Delete”; they offer Edit, Retract.');
    await expect(ana.picks('Edit', message, 'Rolled')).rejects.toThrow('offers “Edit” beside “Rolled”');
  });
});

describe('a select of a message', () => {
  it('comes with the choice, and with the state of the whole message', async () => {
    const { ana, message, payloads } = await shown([kinds]);
    await ana.picks('mitigation', message);

    const value = { type: 'static_select', selected_option: option('mitigation', 'm') };
    expect(payloads()[0]).toMatchObject({ state: { values: { row: { kind: value } } } });
    expect(payloads()[0]?.actions).toEqual([
      {
        ...value,
        action_id: 'kind',
        block_id: 'row',
        placeholder: plain('Kind'),
        initial_option: option('note', 'n'),
        action_ts: expect.any(String),
      },
    ]);
  });

  it('goes on showing the choice to who chose, and sends it along with a button', async () => {
    const { ana, ben, message, payloads } = await shown([kinds]);
    await ana.picks('mitigation', message);
    await ana.clicks('More', message);
    await ben.clicks('More', message);

    expect([ana, ben].map((person) => message.menus(person)[0]?.chosen)).toEqual(['mitigation', 'note']);
    expect(payloads().map((payload) => payload.state)).toMatchObject(
      ['m', 'm', 'n'].map((value) => ({ values: { row: { kind: { selected_option: { value } } } } })),
    );
  });

  it('keeps the choice through an update that keeps its ids, and loses it with another block', async () => {
    const { ana, message, web } = await shown([kinds]);
    await ana.picks('mitigation', message);
    const update = (blocks: KnownBlock[]) =>
      web.chat.update({ channel: message.channelId, ts: message.ts, text: 'Lines', blocks });

    await update([line('1', 'Deployed'), kinds]);
    expect(message.menus(ana).map(({ chosen }) => chosen)).toEqual([undefined, 'mitigation']);
    await update([{ ...kinds, block_id: 'another' }]);
    expect(message.menus(ana).map(({ chosen }) => chosen)).toEqual(['note']);
  });

  it('is heard by Bolt, and answered', async () => {
    const { ana, message, workspace } = await shown([kinds]);
    await startBot(workspace, (app) =>
      app.action({ type: 'block_actions', action_id: 'kind' }, async ({ ack, action, respond }) => {
        await ack();
        const text = action.type === 'static_select' ? action.selected_option.value : action.type;
        await respond({ text, replace_original: false });
      }),
    );

    const answer = await ana.picks('mitigation', message);
    await workspace.settled();
    expect(answer.text).toBe('m');
  });
});

describe('a button beside words', () => {
  it('is told from its kin by the section above it', async () => {
    const section = (text: string): KnownBlock => ({ type: 'section', text: plain(text) });
    const button = (value: string): KnownBlock => ({
      type: 'actions',
      elements: [{ type: 'button', action_id: 'done', value, text: plain('Done') }],
    });
    const { ana, message, payloads } = await shown([section('One'), button('1'), section('Two'), button('2')]);
    await ana.clicks('Done', message, 'Two');

    expect(payloads()[0]?.actions).toMatchObject([{ value: '2' }]);
    await expect(ana.clicks('Done', message, 'Three')).rejects.toThrow('no button “Done” beside “Three”');
  });
});
