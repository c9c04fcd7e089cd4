import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { startEndpoint, until } from './endpoint.ts';
import { manifestWith } from './manifest-with.ts';
import { openWorkspace, outcomeOf } from './open-workspace.ts';
import { startBot } from './tiny-bot.ts';

const modal = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Form' }, blocks: [] };

const button: KnownBlock = {
  type: 'actions',
  block_id: 'row',
  elements: [
    {
      type: 'button',
      action_id: 'ack',
      value: 'E-1',
      text: { type: 'plain_text', text: 'I’m on it' },
      style: 'primary',
    },
  ],
};

/** What every interaction comes with. */
const shared = {
  team: { id: expect.stringMatching(/^T/u), domain: 'sandbox' },
  token: expect.any(String),
  enterprise: null,
  is_enterprise_install: false,
};

/** What comes besides from who clicks. */
function from(person: { readonly id: string; readonly name: string }) {
  return {
    ...shared,
    user: { id: person.id, username: person.name, name: person.name, team_id: expect.stringMatching(/^T/u) },
    api_app_id: expect.stringMatching(/^A/u),
  };
}

describe('a slash command', () => {
  it('comes with all that Slack says of it', async () => {
    const { workspace } = await openWorkspace();
    const received = await startEndpoint(workspace, () => ({ status: 200 }));
    const ana = workspace.person('ana');
    await ana.types('/incident  escalate @ben, @dba & #ops', 'general');

    expect(received[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(received[0]?.body))).toEqual({
      token: expect.any(String),
      team_id: workspace.teamId,
      team_domain: 'sandbox',
      channel_id: workspace.channel('general').id,
      channel_name: 'general',
      user_id: ana.id,
      user_name: 'ana',
      command: '/incident',
      text: expect.stringMatching(/^escalate <@U\w+\|ben>, <!subteam\^S\w+\|@dba> &amp; <#C\w+\|ops>$/u),
      api_app_id: expect.any(String),
      is_enterprise_install: 'false',
      response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/responses\//u),
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/u),
    });
  });

  it('keeps the name of a private channel to itself', async () => {
    const { workspace } = await openWorkspace();
    const received = await startEndpoint(workspace, () => ({ status: 200 }));
    await workspace.person('ana').types('/incident', 'war-room');

    expect(new URLSearchParams(received[0]?.body).get('channel_name')).toBe('privategroup');
  });

  it('is answered in the response itself, for who typed it alone or for all', async () => {
    const { workspace } = await openWorkspace();
    await startBot(workspace, (app) =>
      app.command('/incident', async ({ ack, command }) => {
        await ack(command.text === 'aloud' ? { response_type: 'in_channel', text: 'Hello all' } : 'Hello');
      }),
    );
    const ana = workspace.person('ana');

    expect((await ana.types('/incident', 'ops')).text).toBe('Hello');
    expect(workspace.person('ben').sees('ops')).toEqual([]);
    expect((await ana.types('/incident aloud')).text).toBe('Hello all');
    expect(workspace.person('ben').sees('ops')).toMatchObject([{ text: 'Hello all' }]);
  });

  it.each([
    ['that the app does not have', 'ana', '/deploy', 'ops', 'No app of the workspace has the command /deploy'],
    ['in an archived channel', 'ana', '/incident', 'attic', '#attic is archived'],
    ['in a private channel of others', 'ben', '/incident', 'war-room', 'ben is not in #war-room'],
    ['by somebody deactivated', 'gone', '/incident', 'general', 'gone is deactivated'],
  ])('%s cannot be typed', async (_, name, text, channel, complaint) => {
    const { workspace } = await openWorkspace();

    await expect(workspace.person(name).types(text, channel)).rejects.toThrow(complaint);
  });

  it('without a place is typed where they were last', async () => {
    const { workspace } = await openWorkspace();
    const received = await startEndpoint(workspace, () => ({ status: 200 }));
    workspace.person('ana').says('It is down', 'ops');
    await workspace.person('ana').types('/incident');

    expect(new URLSearchParams(received[0]?.body).get('channel_name')).toBe('ops');
  });
});

describe('an interaction', () => {
  /** A bot that answers a command once it is let to. */
  async function slowBot() {
    const desk = await openWorkspace();
    let answer: (() => void) | undefined;
    await startBot(desk.workspace, (app) =>
      app.command('/incident', async ({ ack }) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        await ack('Here I am');
      }),
    );
    const typed = desk.workspace.person('ana').types('/incident', 'ops');
    await until(() => answer !== undefined);
    return { ...desk, typed, answer: () => answer?.() };
  }

  it('that is acknowledged after three seconds has failed', async () => {
    const { workspace, clock, typed, answer } = await slowBot();
    clock.advance(3_000);
    answer();

    expect(await typed).toMatchObject({ failed: 'operation_timeout', status: 0, text: '' });
    expect(workspace.record.deliveries).toMatchObject([{ kind: 'command', failed: 'operation_timeout' }]);
  });

  it('that is acknowledged within three seconds has not', async () => {
    const { clock, typed, answer } = await slowBot();
    clock.advance(2_999);
    answer();

    expect(await typed).toMatchObject({ failed: undefined, status: 200, text: 'Here I am' });
  });

  it.each([
    ['answers with an error', () => ({ status: 500, body: 'oops' }), 'http_500'],
    ['does not know the place', () => ({ status: 404, body: 'not found' }), 'http_404'],
  ])('has failed where the bot %s, and says nothing', async (_, respond, failed) => {
    const { workspace } = await openWorkspace();
    await startEndpoint(workspace, respond);

    const answer = await workspace.person('ana').types('/incident', 'ops');
    expect(answer).toMatchObject({ failed, messages: [] });
  });

  it('has failed where the bot holds it for a forgery', async () => {
    const { workspace } = await openWorkspace();
    const { apiUrl, appToken, botToken, deliverTo } = workspace;
    await startBot({ apiUrl, appToken, botToken, deliverTo, signingSecret: 'another' }, (app) =>
      app.command('/incident', async ({ ack }) => ack()),
    );

    expect((await workspace.person('ana').types('/incident', 'ops')).failed).toBe('http_401');
  });

  it('has failed where nobody listens', async () => {
    const { workspace } = await openWorkspace();

    expect((await workspace.person('ana').types('/incident', 'ops')).failed).toBe('no_request_url');
  });

  it('never comes again', async () => {
    const { workspace, clock } = await openWorkspace();
    const received = await startEndpoint(workspace, () => ({ status: 500 }));
    await workspace.person('ana').types('/incident', 'ops');
    clock.advance(10 * 60_000);
    await workspace.settled();

    expect(received).toHaveLength(1);
  });

  it('does not happen where the manifest turns interactivity off', async () => {
    const file = manifestWith(({ settings }) => {
      settings.interactivity.is_enabled = false;
    });
    const { workspace } = await openWorkspace(file);
    await startEndpoint(workspace, () => ({ status: 200 }));

    expect((await workspace.person('ana').uses('Start an incident')).failed).toBe('interactivity_disabled');
    expect((await workspace.person('ana').types('/incident', 'ops')).failed).toBeUndefined();
  });
});

describe('a shortcut', () => {
  it('comes from anywhere without a channel', async () => {
    const { workspace } = await openWorkspace();
    await startEndpoint(workspace, () => ({ status: 200 }));
    const ana = workspace.person('ana');
    await ana.uses('Start an incident');

    expect(workspace.record.deliveries[0]?.payload).toEqual({
      type: 'shortcut',
      ...shared,
      user: { id: ana.id, username: 'ana', team_id: workspace.teamId },
      callback_id: 'start-incident',
      trigger_id: expect.any(String),
      action_ts: expect.any(String),
    });
  });

  it('comes from a message with that message', async () => {
    const { workspace } = await openWorkspace();
    await startEndpoint(workspace, () => ({ status: 200 }));
    const ana = workspace.person('ana');
    const message = workspace.person('ben').says('It is down', 'ops');
    await ana.uses('Add to timeline', message);

    expect(workspace.record.deliveries[0]?.payload).toEqual({
      type: 'message_action',
      ...shared,
      user: { id: ana.id, name: 'ana', team_id: workspace.teamId },
      callback_id: 'add-to-timeline',
      trigger_id: expect.any(String),
      action_ts: expect.any(String),
      response_url: expect.any(String),
      message_ts: message.ts,
      channel: { id: workspace.channel('ops').id, name: 'ops' },
      message: expect.objectContaining({ type: 'message', text: 'It is down', user: workspace.person('ben').id }),
    });
  });

  it('that the manifest does not name cannot be used', async () => {
    const { workspace } = await openWorkspace();

    await expect(workspace.person('ana').uses('Add to timeline')).rejects.toThrow(
      'no global shortcut “Add to timeline”',
    );
  });
});

describe('a button', () => {
  it('of a message comes with its value and the message', async () => {
    const { workspace, web } = await openWorkspace();
    await startEndpoint(workspace, () => ({ status: 200 }));
    const channel = workspace.channel('ops').id;
    const { ts } = await web.chat.postMessage({ channel, text: 'Help', blocks: [button] });
    const ana = workspace.person('ana');
    await ana.clicks('I’m on it', workspace.channel('ops').message('I’m on it'));

    expect(workspace.record.deliveries[0]?.payload).toEqual({
      type: 'block_actions',
      ...from(ana),
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      trigger_id: expect.any(String),
      channel: { id: channel, name: 'ops' },
      message: expect.objectContaining({ ts, text: 'Help' }),
      state: { values: {} },
      response_url: expect.any(String),
      actions: [
        {
          type: 'button',
          action_id: 'ack',
          block_id: 'row',
          value: 'E-1',
          style: 'primary',
          text: { type: 'plain_text', text: 'I’m on it' },
          action_ts: expect.any(String),
        },
      ],
    });
  });

  it('of an ephemeral message comes without it, from the one who sees it', async () => {
    const { workspace, web } = await openWorkspace();
    await startEndpoint(workspace, () => ({ status: 200 }));
    const [ana, ben] = [workspace.person('ana'), workspace.person('ben')];
    const channel = workspace.channel('ops').id;
    await web.chat.postEphemeral({ channel, user: ana.id, text: 'x', blocks: [button] });
    const [message] = ana.sees('ops');
    if (message === undefined) {
      throw new Error('Ana sees nothing.');
    }
    await ana.clicks('I’m on it', message);

    expect(workspace.record.deliveries[0]?.payload).not.toHaveProperty('message');
    expect(workspace.record.deliveries[0]?.payload).toMatchObject({ container: { is_ephemeral: true } });
    await expect(ben.clicks('I’m on it', message)).rejects.toThrow('ben does not see this message');
  });

  it('that is not there cannot be clicked', async () => {
    const { workspace, web } = await openWorkspace();
    await web.chat.postMessage({ channel: workspace.channel('ops').id, text: 'Help', blocks: [button] });

    await expect(
      workspace.person('ana').clicks('Resolve', workspace.channel('ops').message('I’m on it')),
    ).rejects.toThrow('no button “Resolve”; it has I’m on it');
  });

  it('of the Home tab comes with the view and without a channel', async () => {
    const { workspace, web } = await openWorkspace();
    await startEndpoint(workspace, () => ({ status: 200 }));
    const ana = workspace.person('ana');
    const { view } = await web.views.publish({ user_id: ana.id, view: { type: 'home', blocks: [button] } });
    const { home } = ana;
    if (home === undefined) {
      throw new Error('Ana has no Home tab.');
    }
    await ana.clicks('I’m on it', home);

    expect(workspace.record.deliveries[0]?.payload).toEqual({
      type: 'block_actions',
      ...from(ana),
      container: { type: 'view', view_id: view?.id },
      trigger_id: expect.any(String),
      view: expect.objectContaining({ id: view?.id, type: 'home' }),
      actions: [expect.objectContaining({ action_id: 'ack', value: 'E-1' })],
    });
    await expect(workspace.person('ben').clicks('I’m on it', home)).rejects.toThrow('ben does not have');
  });
});

describe('a trigger', () => {
  async function triggered() {
    const desk = await openWorkspace();
    await startEndpoint(desk.workspace, () => ({ status: 200 }));
    const answer = await desk.workspace.person('ana').types('/incident', 'ops');
    const trigger_id = String(desk.workspace.record.deliveries[0]?.payload.trigger_id);
    return { ...desk, answer, open: () => outcomeOf(desk.web.views.open({ trigger_id, view: modal })) };
  }

  it('opens a modal within three seconds', async () => {
    const { clock, answer, open, workspace } = await triggered();
    clock.advance(3_000);

    expect(await open()).toBe('ok');
    expect(answer.modal?.title).toBe('Form');
    expect(workspace.person('ana').modal?.title).toBe('Form');
    expect(workspace.person('ben').modal).toBeUndefined();
  });

  it('has expired after that', async () => {
    const { clock, open, answer } = await triggered();
    clock.advance(3_001);

    expect(await open()).toBe('expired_trigger_id');
    expect(answer.modal).toBeUndefined();
  });

  it('can be exchanged once', async () => {
    const { open } = await triggered();

    expect([await open(), await open()]).toEqual(['ok', 'exchanged_trigger_id']);
  });

  it('is not used up by a view that Slack refuses', async () => {
    const { web, workspace, open } = await triggered();
    const trigger_id = String(workspace.record.deliveries[0]?.payload.trigger_id);

    expect(await outcomeOf(web.apiCall('views.open', { trigger_id, view: { type: 'modal' } }))).toBe(
      'invalid_arguments',
    );
    expect(await open()).toBe('ok');
  });
});
