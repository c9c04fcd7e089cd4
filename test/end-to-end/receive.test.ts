import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { receive } from '../../src/cli/receive.ts';
import type { Instant } from '../../src/domain/time.ts';
import { openReceivingBot } from '../../src/open-receiving-bot.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { startWorkspace, type Workspace } from '../../src/sandbox/workspace.ts';
import { startEndpoint } from '../sandbox/endpoint.ts';
import { memoryPrint } from '../support/memory-print.ts';
import { runExecutable } from '../support/run-executable.ts';
import { silentLog } from '../support/silent-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A workspace whose requests are recorded, as Slack posts them, and answered by nobody. */
async function record() {
  const workspace = await startWorkspace({
    clock: new ManualClock('2024-05-07T14:00:00.000Z' as Instant),
    manifestFile: 'manifest.yml',
    people: [{ name: 'ana', realName: 'Ana' }],
    channels: [{ name: 'general', members: ['ana'] }],
  });
  onTestFinished(() => workspace.close());
  const recorded = await startEndpoint(workspace, () => ({ status: 200 }));
  const folder = temporaryFolder();
  const env = (mode: 'http' | 'socket') => ({
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_API_URL: workspace.apiUrl,
    DATABASE_URL: `file:${join(folder, 'faultline.db')}`,
    LOG_LEVEL: 'warn',
    ...(mode === 'http' ? { SLACK_SIGNING_SECRET: workspace.signingSecret } : { SLACK_APP_TOKEN: workspace.appToken }),
  });
  const last = () => recorded.at(-1)?.body ?? '';
  return { workspace, folder, env, last, ana: workspace.person('ana') };
}

async function replay(text: string, env: NodeJS.ProcessEnv) {
  const print = memoryPrint();
  const code = await receive({
    file: 'payload',
    env,
    print,
    readInput: async () => text,
    createLog: () => silentLog,
    openBot: (config, policy, log) => openReceivingBot({ config, policy, log }),
  });
  return { code, lines: print.lines, complaints: print.complaints };
}

function incidentChannel(workspace: Workspace) {
  return workspace.channels().find(({ name }) => name.startsWith('inc-'));
}

describe('faultline receive', () => {
  it.each(['http', 'socket'] as const)('does with %s settings what a recorded command asks for', async (mode) => {
    const { workspace, env, last, ana } = await record();
    await ana.types('/incident start Booking is down', 'general');
    const { code, lines } = await replay(last(), env(mode));

    expect(code).toBe(0);
    expect(lines[0]).toContain('The bot acknowledged a slash command: 200, with {');
    expect(lines[0]).toContain('INC-1');
    expect(lines).toEqual(expect.arrayContaining(['It called:', '  conversations.create: ok', '  pins.add: ok']));
    expect(lines.join()).not.toContain('users.list');
    expect(incidentChannel(workspace)?.pins()).toHaveLength(1);
  });

  it('handles a button, a form, a shortcut and an event on what came before', async () => {
    const { workspace, env, last, ana } = await record();
    await ana.uses('Start an incident');
    const shortcut = await replay(last(), env('http'));
    expect(shortcut).toMatchObject({
      code: 0,
      lines: ['The bot acknowledged a global shortcut: 200, without a body', 'It called:', '  views.open: ok'],
    });

    await ana.submits(ana.modal, { title: 'Booking is down' });
    const form = await replay(last(), env('http'));
    expect(form.lines[0]).toContain('The bot acknowledged a form: 200');
    const channel = incidentChannel(workspace);
    const message = channel === undefined ? undefined : ana.says('The pool ran dry', channel);
    if (channel === undefined || message === undefined) {
      throw new Error('The form opened no channel.');
    }

    ana.reactsWith('bulb', message);
    await workspace.settled();
    const event = await replay(last(), env('http'));
    expect(event.lines).toEqual([
      'The bot acknowledged an event: 200, without a body',
      'It called:',
      '  conversations.replies: ok',
      '  reactions.add: ok',
    ]);
    expect(message.reactions.map(({ name }) => name)).toContain('memo');

    await ana.clicks('Resolve', channel.message('INC-1'));
    const button = await replay(last(), env('socket'));
    expect(button.lines[0]).toBe('The bot acknowledged a button or a menu: 200, without a body');
    expect(button.lines).toContain('  chat.update: ok');
  });

  it('shows which call failed, and how', async () => {
    const { workspace, env, last, ana } = await record();
    await ana.types('/incident start Booking is down', 'general');
    workspace.fails('conversations.create', { kind: 'error', error: 'restricted_action' });
    const { code, lines } = await replay(last(), env('http'));

    expect(code).toBe(0);
    expect(lines).toContain('  conversations.create: restricted_action');
  });

  it('acknowledges no event that it could not handle, as Slack is to send that again', async () => {
    const { workspace, env } = await record();
    const event = {
      type: 'event_callback',
      team_id: workspace.teamId,
      event_id: 'Ev1',
      event: { type: 'reaction_added' },
    };
    const { code, lines, complaints } = await replay(JSON.stringify(event), env('http'));

    expect(code).toBe(1);
    expect(complaints).toEqual([expect.stringMatching(/^The bot did not acknowledge an event: .*"item".*$/u)]);
    expect(lines).toEqual(['It called no method of Slack’s.']);
  });

  it('changes nothing for what the database knows already', async () => {
    const { env, last, ana, workspace } = await record();
    await ana.types('/incident start Booking is down', 'general');
    await replay(last(), env('http'));
    const again = await replay(last(), env('http'));

    expect(again.code).toBe(0);
    expect(workspace.channels().filter(({ name }) => name.startsWith('inc-'))).toHaveLength(1);
    expect(again.lines).toContain('It called no method of Slack’s.');
  });

  it('runs nothing that was recorded in another workspace', async () => {
    const { workspace, env, last, ana } = await record();
    await ana.types('/incident start Booking is down', 'general');
    const { code, complaints } = await replay(last().replace(workspace.teamId, 'T0OTHER'), env('http'));

    expect(code).toBe(1);
    expect(complaints).toEqual([expect.stringContaining('from the workspace T0OTHER, but SLACK_BOT_TOKEN is for T')]);
    expect(incidentChannel(workspace)).toBeUndefined();
  });

  it('runs as a process that ends by itself', async () => {
    const { workspace, folder, env, last, ana } = await record();
    await ana.types('/incident start Booking is down', 'general');
    writeFileSync(join(folder, 'command.txt'), last());
    const run = runExecutable(['receive', 'command.txt'], { cwd: folder, env: env('http') });

    expect(await run.ended).toBe(0);
    expect(run.printed()).toMatch(/^The bot acknowledged a slash command: 200, with \{/u);
    expect(run.printed()).toContain('\n  chat.postMessage: ok\n');
    expect(incidentChannel(workspace)?.pins()).toHaveLength(1);
  });

  it('refuses a database in use, and says what to do', async () => {
    const { workspace, folder, env, last, ana } = await record();
    await ana.types('/incident start Booking is down', 'general');
    const place = { cwd: folder, env: { ...env('http'), HOST: '127.0.0.1', PORT: '0' } };
    await runExecutable(['serve'], place).prints(/it listens on/u);
    const { code, complaints } = await replay(last(), env('http'));

    expect(code).toBe(1);
    expect(complaints).toEqual([expect.stringContaining('The database file is in use: stop the other Faultline')]);
    expect(incidentChannel(workspace)).toBeUndefined();
  });
});
