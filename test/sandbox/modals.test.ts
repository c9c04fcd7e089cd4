import type { App } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { Modal } from '../../src/sandbox/people/modal.ts';
import { startEndpoint, until } from './endpoint.ts';
import { openWorkspace } from './open-workspace.ts';
import { startBot } from './tiny-bot.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

function input(name: string, label: string, more: Partial<InputBlock> = {}): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    element: { type: 'plain_text_input', action_id: 'value' },
    ...more,
  };
}

function form(title: string, more: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(title),
    submit: plain('Send'),
    blocks: [input('title', 'What happened?'), input('more', 'Anything else?', { optional: true })],
    ...more,
  };
}

/** Ana has a form before her, which the bot opened. */
async function openForm(view: ModalView, listen: (app: App) => void) {
  const desk = await openWorkspace();
  await startBot(desk.workspace, (app) => {
    app.command('/incident', async ({ ack, client, body }) => {
      await client.views.open({ trigger_id: body.trigger_id, view });
      await ack();
    });
    listen(app);
  });
  const ana = desk.workspace.person('ana');
  const { modal } = await ana.types('/incident', 'ops');
  if (modal === undefined) {
    throw new Error('No form has opened.');
  }
  return { ...desk, ana, modal };
}

const onSubmit =
  (response?: object) =>
  (app: App): void =>
    app.view('form', async ({ ack }) => ack(response as never));

describe('a form', () => {
  it('shows its fields as they are labelled', async () => {
    const { modal } = await openForm(form('Start'), onSubmit());

    expect(modal).toMatchObject({ title: 'Start', callbackId: 'form' });
    expect(modal.fields()).toEqual([
      { name: 'title', label: 'What happened?', isOptional: false, value: null },
      { name: 'more', label: 'Anything else?', isOptional: true, value: null },
    ]);
  });

  it('comes with what was put into it, and closes', async () => {
    const { workspace, ana, modal } = await openForm(form('Start', { private_metadata: 'kept' }), onSubmit());
    const sent = await ana.submits(modal, { 'What happened?': 'It is down' });

    expect(sent).toMatchObject({ failed: undefined, errors: {}, isClosed: true, modal: undefined });
    expect(workspace.record.deliveries.at(-1)).toMatchObject({
      kind: 'view_submission',
      payload: {
        type: 'view_submission',
        user: { id: ana.id },
        trigger_id: expect.any(String),
        response_urls: [],
        view: {
          id: modal.record.id,
          callback_id: 'form',
          private_metadata: 'kept',
          root_view_id: modal.record.id,
          state: {
            values: {
              title: { value: { type: 'plain_text_input', value: 'It is down' } },
              more: { value: { type: 'plain_text_input', value: null } },
            },
          },
        },
      },
    });
  });

  it('is not even sent while a required field is empty', async () => {
    const { workspace, ana, modal } = await openForm(form('Start'), onSubmit());
    const sent = await ana.submits(modal, { more: 'x' });

    expect(sent).toMatchObject({ isClosed: false, errors: { title: 'Please complete this required field.' } });
    expect(workspace.record.deliveries.map(({ kind }) => kind)).toEqual(['command']);
  });

  it('stays open with errors at its fields, and keeps what was typed', async () => {
    const { ana, modal } = await openForm(
      form('Start'),
      onSubmit({ response_action: 'errors', errors: { title: 'Too short' } }),
    );
    const sent = await ana.submits(modal, { title: 'x' });

    expect(sent).toMatchObject({ failed: undefined, isClosed: false, errors: { title: 'Too short' } });
    expect(sent.modal?.field('title').value).toBe('x');
  });

  it.each([
    [
      'an error at a field that it does not have',
      { response_action: 'errors', errors: { titel: 'x' } },
      'invalid_errors',
    ],
    ['no error among the errors', { response_action: 'errors', errors: {} }, 'invalid_errors'],
    ['an action that Slack does not know', { response_action: 'close' }, 'invalid_response'],
    ['an update to a wrong view', { response_action: 'update', view: { type: 'modal' } }, 'invalid_arguments'],
    ['an update to a Home tab', { response_action: 'update', view: { type: 'home', blocks: [] } }, 'invalid_arguments'],
  ])('has failed and stays open where it is answered with %s', async (_, response, failed) => {
    const { ana, modal } = await openForm(form('Start'), onSubmit(response));
    const sent = await ana.submits(modal, { title: 'x' });

    expect(sent.failed).toContain(failed);
    expect(sent.isClosed).toBe(false);
  });

  it('has failed and stays open where the bot fails or is late', async () => {
    const { workspace, clock, ana, modal } = await openForm(form('Start'), onSubmit());
    await startEndpoint(workspace, () => ({ status: 500 }));
    expect(await ana.submits(modal, { title: 'x' })).toMatchObject({ failed: 'http_500', isClosed: false });

    const received = await startEndpoint(workspace, () => undefined);
    const sending = ana.submits(modal, { title: 'x' });
    await until(() => received.length === 1);
    clock.advance(3_000);
    expect(await sending).toMatchObject({ failed: 'operation_timeout', isClosed: false });
  });

  it('is updated in place, where fields of the same name keep their values', async () => {
    const view = form('Next', { blocks: [input('title', 'What happened?'), input('who', 'Who?')] });
    const { ana, modal } = await openForm(form('Start'), onSubmit({ response_action: 'update', view }));
    const sent = await ana.submits(modal, { title: 'It is down', more: 'gone' });

    expect(sent).toMatchObject({ isClosed: false });
    expect(sent.modal?.title).toBe('Next');
    expect(sent.modal?.record.id).toBe(modal.record.id);
    expect(sent.modal?.fields().map(({ name, value }) => [name, value])).toEqual([
      ['title', 'It is down'],
      ['who', null],
    ]);
  });

  it('has another laid on it, three in all, and is back when that closes', async () => {
    const { workspace, ana, modal } = await openForm(
      form('First'),
      onSubmit({ response_action: 'push', view: form('Next') }),
    );
    const second = (await ana.submits(modal, { title: 'x' })).modal;
    expect(second?.title).toBe('Next');
    await expect(ana.submits(modal, { title: 'x' })).rejects.toThrow('no such form before them');

    const third = (await ana.submits(second, { title: 'x' })).modal;
    expect(await ana.submits(third, { title: 'x' })).toMatchObject({ failed: 'push_limit_reached' });
    expect(workspace.record.deliveries.at(-1)?.payload.view).toMatchObject({
      root_view_id: modal.record.id,
      previous_view_id: second?.record.id,
    });

    await ana.closes(third as Modal);
    await ana.closes(second as Modal);
    expect(ana.modal?.title).toBe('First');
  });

  it('goes with all that lies below it when it is cleared', async () => {
    const { ana, modal, workspace } = await openForm(
      form('First'),
      onSubmit({ response_action: 'push', view: form('Next') }),
    );
    const { modal: second } = await ana.submits(modal, { title: 'x' });
    await startEndpoint(workspace, () => ({ status: 200, body: '{"response_action":"clear"}' }));

    expect(await ana.submits(second, { title: 'x' })).toMatchObject({ isClosed: true, modal: undefined });
  });

  it('sent twice at the same moment reaches the bot twice', async () => {
    const { workspace, ana, modal } = await openForm(form('Start'), onSubmit());
    const both = await Promise.all([ana.submits(modal, { title: 'x' }), ana.submits(modal, { title: 'x' })]);

    expect(both).toMatchObject([{ isClosed: true }, { isClosed: true }]);
    const sent = workspace.record.deliveries.filter(({ kind }) => kind === 'view_submission');
    const views = sent.map(({ payload }) => (payload.view as { readonly id: string }).id);
    expect(views).toEqual([modal.record.id, modal.record.id]);
    expect(new Set(sent.map(({ payload }) => payload.trigger_id)).size).toBe(2);
    await expect(ana.submits(modal, { title: 'x' })).rejects.toThrow('no such form before them');
  });

  it('that somebody else has open cannot be sent', async () => {
    const { workspace, modal } = await openForm(form('Start'), onSubmit());

    await expect(workspace.person('ben').submits(modal, { title: 'x' })).rejects.toThrow('ben has no such form');
  });

  it('that is dismissed tells the bot where it asked for that', async () => {
    const { workspace, ana, modal } = await openForm(form('Start', { notify_on_close: true }), (app) =>
      app.view({ type: 'view_closed', callback_id: 'form' }, async ({ ack }) => ack()),
    );
    await ana.closes(modal);

    expect(ana.modal).toBeUndefined();
    expect(workspace.record.deliveries.at(-1)).toMatchObject({
      kind: 'view_closed',
      status: 200,
      payload: { type: 'view_closed', is_cleared: false, view: { id: modal.record.id } },
    });
  });

  it('that is dismissed tells nobody else', async () => {
    const { workspace, ana, modal } = await openForm(form('Start'), onSubmit());
    await ana.closes(modal);

    expect(workspace.record.deliveries.map(({ kind }) => kind)).toEqual(['command']);
  });
});

describe('a field', () => {
  const option = (text: string, value: string) => ({ text: plain(text), value });
  const options = [option('SEV1', 'sev1'), option('SEV2', 'sev2')];
  const at = 1_715_090_400;

  it.each([
    ['a menu, by the words of an option', { type: 'static_select', options }, 'SEV2', { selected_option: options[1] }],
    ['a menu, by the value of an option', { type: 'static_select', options }, 'sev1', { selected_option: options[0] }],
    ['radio buttons', { type: 'radio_buttons', options }, 'SEV2', { selected_option: options[1] }],
    ['checkboxes', { type: 'checkboxes', options }, ['SEV1', 'SEV2'], { selected_options: options }],
    ['a day', { type: 'datepicker' }, '2024-05-08', { selected_date: '2024-05-08' }],
    ['a time', { type: 'timepicker' }, '14:05', { selected_time: '14:05' }],
    ['an instant', { type: 'datetimepicker' }, String(at), { selected_date_time: at }],
    ['several lines', { type: 'plain_text_input', multiline: true }, 'a\nb', { value: 'a\nb' }],
  ])('takes %s', async (_, element, entry, value) => {
    const blocks = [input('field', 'Field', { element: { action_id: 'value', ...element } as InputBlock['element'] })];
    const { workspace, ana, modal } = await openForm(form('Start', { blocks }), onSubmit());
    await ana.submits(modal, { field: entry });

    expect(workspace.record.deliveries.at(-1)?.payload.view).toMatchObject({
      state: { values: { field: { value: { type: element.type, ...value } } } },
    });
  });

  it('takes people and channels by their names', async () => {
    const blocks = [
      input('who', 'Who?', { element: { type: 'users_select', action_id: 'value' } }),
      input('where', 'Where?', { element: { type: 'conversations_select', action_id: 'value' } }),
    ];
    const { workspace, ana, modal } = await openForm(form('Start', { blocks }), onSubmit());
    await ana.submits(modal, { who: '@ben', where: '#ops' });

    expect(workspace.record.deliveries.at(-1)?.payload.view).toMatchObject({
      state: {
        values: {
          who: { value: { selected_user: workspace.person('ben').id } },
          where: { value: { selected_conversation: workspace.channel('ops').id } },
        },
      },
    });
  });

  it.each([
    ['an option that there is not', { severity: 'SEV9' }, 'There is no option “SEV9”; there are SEV1, SEV2.'],
    ['an entry for another field', { titel: 'x' }, 'The form has no field titel'],
    ['more letters than it has room for', { title: 'x'.repeat(11) }, 'title takes 3 to 10 characters, not 11'],
    ['fewer letters than it asks for', { title: 'x' }, 'title takes 3 to 10 characters, not 1'],
  ])('takes neither %s', async (_, entries, complaint) => {
    const blocks = [
      input('title', 'What?', {
        element: { type: 'plain_text_input', action_id: 'value', min_length: 3, max_length: 10 },
      }),
      input('severity', 'Severity', { element: { type: 'static_select', action_id: 'value', options } }),
    ];
    const { ana, modal } = await openForm(form('Start', { blocks }), onSubmit());

    await expect(ana.submits(modal, entries)).rejects.toThrow(complaint);
  });
});

it('the Home tab is published for one person, and anew in its place', async () => {
  const { workspace, web } = await openWorkspace();
  const ana = workspace.person('ana');
  const publish = (text: string) =>
    web.views.publish({
      user_id: ana.id,
      view: { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] },
    });
  const first = await publish('Nothing is open');
  const second = await publish('INC-1');

  expect(second.view?.id).toBe(first.view?.id);
  expect(ana.home?.visibleText()).toContain('INC-1');
  expect(workspace.person('ben').home).toBeUndefined();
});
