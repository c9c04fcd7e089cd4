import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { until } from './endpoint.ts';
import { connect, openWorkspace } from './open-workspace.ts';
import { startBot } from './tiny-bot.ts';

describe('over Socket Mode', () => {
  it('a Bolt app hears and answers all that comes over HTTP', async () => {
    const { workspace } = await openWorkspace();
    const heard: string[] = [];
    await startBot(
      workspace,
      (app) => {
        app.command('/incident', async ({ ack, client, body }) => {
          const title = { type: 'plain_text' as const, text: 'Form' };
          const blocks = [
            {
              type: 'input' as const,
              block_id: 'title',
              label: title,
              element: { type: 'plain_text_input' as const, action_id: 'value' },
            },
          ];
          await client.views.open({
            trigger_id: body.trigger_id,
            view: { type: 'modal', callback_id: 'form', title, submit: title, blocks },
          });
          await ack('Fill this in');
        });
        app.view('form', async ({ ack }) => ack({ response_action: 'errors', errors: { title: 'Too short' } }));
        app.event('reaction_added', async ({ event }) => {
          heard.push(event.reaction);
        });
        app.shortcut('start-incident', async ({ ack }) => {
          heard.push('shortcut');
          await ack();
        });
      },
      'socket',
    );
    const ana = workspace.person('ana');
    const answer = await ana.types('/incident', 'ops');
    expect(answer).toMatchObject({ failed: undefined, text: 'Fill this in' });
    expect(await ana.submits(answer.modal, { title: 'x' })).toMatchObject({ errors: { title: 'Too short' } });

    ana.reactsWith('pushpin', ana.says('It is down'));
    expect((await ana.uses('Start an incident')).failed).toBeUndefined();
    await workspace.settled();
    expect(heard.toSorted()).toEqual(['pushpin', 'shortcut']);
  });

  it('an event that is not acknowledged comes again, and says so', async () => {
    const { workspace, clock } = await openWorkspace();
    const envelopes = await startSocket(workspace);
    workspace.person('ana').opensHome();
    await until(() => envelopes.length === 2);
    clock.advance(3_000);
    await until(() => envelopes.length === 3);

    expect(envelopes).toMatchObject([
      { type: 'hello', num_connections: 1 },
      { type: 'events_api', accepts_response_payload: false, retry_attempt: 0, retry_reason: '' },
      { type: 'events_api', accepts_response_payload: false, retry_attempt: 1, retry_reason: 'http_timeout' },
    ]);
    expect(envelopes[1]?.payload).toEqual(envelopes[2]?.payload);
    expect(workspace.record.deliveries[0]?.failed).toBe('operation_timeout');
  });

  it('each ticket opens one socket', async () => {
    const { workspace } = await openWorkspace();
    const { url = '' } = await connect(workspace, workspace.appToken).apps.connections.open({});

    expect(await attempt(url)).toBe('open');
    expect(await attempt(url)).toBe('refused');
    expect(await attempt(url.replace(/ticket=.*/u, 'ticket=none'))).toBe('refused');
  });

  interface Envelope {
    readonly type: string;
    readonly payload?: unknown;
  }

  /** An app that acknowledges nothing. Returns what it receives. */
  async function startSocket(workspace: Awaited<ReturnType<typeof openWorkspace>>['workspace']) {
    const { url = '' } = await connect(workspace, workspace.appToken).apps.connections.open({});
    const envelopes: Envelope[] = [];
    const socket = new WebSocket(url);
    socket.on('message', (data) => envelopes.push(JSON.parse(String(data))));
    socket.on('error', () => undefined);
    await until(() => envelopes.length === 1);
    return envelopes;
  }

  async function attempt(url: string): Promise<'open' | 'refused'> {
    const socket = new WebSocket(url);
    return new Promise((resolve) => {
      socket.on('open', () => resolve('open'));
      socket.on('error', () => resolve('refused'));
    });
  }
});
