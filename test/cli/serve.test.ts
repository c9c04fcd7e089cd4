import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type RunningBot, type ServeOptions, serve } from '../../src/cli/serve.ts';
import { memoryPrint } from '../support/memory-print.ts';
import { silentLog } from '../support/silent-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };

function options(overrides: Partial<Omit<ServeOptions, 'print'>>) {
  const print = memoryPrint();
  return {
    print,
    env: TOKENS,
    createLog: () => silentLog,
    startBot: () => Promise.reject(new Error('not to be started')),
    stopRequested: AbortSignal.abort(),
    ...overrides,
  } satisfies ServeOptions;
}

function aBot(overrides: Partial<RunningBot> = {}): RunningBot {
  return { describe: 'Listening.', stop: () => Promise.resolve(), ...overrides };
}

describe('serve', () => {
  it('says where it listens, and runs until it is asked to stop', async () => {
    const asked = new AbortController();
    const happened: string[] = [];
    const bot = aBot({ stop: async () => void happened.push('stopped') });
    const given = options({ startBot: async () => bot, stopRequested: asked.signal });

    const code = serve(given).then((value) => {
      happened.push('ended');
      return value;
    });
    await new Promise(setImmediate);
    const before = [...happened];
    asked.abort();

    expect(await code).toBe(0);
    expect(before).toEqual([]);
    expect(happened).toEqual(['stopped', 'ended']);
    expect(given.print.lines).toEqual(['Listening.']);
  });

  it('stops a bot that was asked to stop while it started', async () => {
    const asked = new AbortController();
    const given = options({
      startBot: async () => {
        asked.abort();
        return aBot();
      },
      stopRequested: asked.signal,
    });

    expect(await serve(given)).toBe(0);
  });

  it('hands on what it read', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'team.yaml');
    writeFileSync(file, 'reminder_time: 10:30');
    const levels: string[] = [];
    const started: unknown[] = [];
    const given = options({
      env: { ...TOKENS, POLICY_FILE: file, PORT: '4000', LOG_LEVEL: 'warn' },
      createLog: (level) => {
        levels.push(level);
        return silentLog;
      },
      startBot: async (config, policy) => {
        started.push({ port: config.port, reminderTime: policy.reminderTime });
        return aBot();
      },
    });

    await serve(given);

    expect(started).toEqual([{ port: 4000, reminderTime: '10:30' }]);
    expect(levels).toEqual(['warn']);
  });

  it('tells whoever has set nothing in three lines where to begin', async () => {
    const given = options({ env: { PORT: 'x' } });

    expect(await serve(given)).toBe(1);
    expect(given.print.complaints).toEqual([
      expect.stringContaining('SLACK_BOT_TOKEN'),
      expect.stringContaining('https://api.slack.com/apps'),
      expect.stringContaining('npm run demo'),
    ]);
  });

  it('tells what else is wrong in a line each', async () => {
    const given = options({ env: { ...TOKENS, PORT: 'x', LOG_LEVEL: 'loud' } });

    expect(await serve(given)).toBe(1);
    expect(given.print.complaints).toEqual([
      expect.stringMatching(/^PORT is malformed: /u),
      expect.stringMatching(/^LOG_LEVEL is malformed: /u),
    ]);
  });

  it('does not start with a policy that is wrong or not there', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'team.yaml');
    writeFileSync(file, 'reminder_time: noon');
    const wrong = options({ env: { ...TOKENS, POLICY_FILE: file } });
    const missing = options({ env: { ...TOKENS, POLICY_FILE: `${file}.old` } });

    expect([await serve(wrong), await serve(missing)]).toEqual([1, 1]);
    expect(wrong.print.complaints).toEqual([expect.stringContaining(`${file}:1:16: Write a time of day`)]);
    expect(missing.print.complaints).toEqual([expect.stringContaining(`${file}.old: cannot be read (ENOENT)`)]);
  });

  it('does not start while a hook of the policy has no secret', async () => {
    const file = join(temporaryFolder(), 'team.yaml');
    writeFileSync(file, 'webhooks: {night-pager: {format: pagerduty}}\nalert_hooks: {ci: {format: plain}}');
    const env = { ...TOKENS, POLICY_FILE: file };
    const missing = options({ env });
    const short = options({ env: { ...env, HOOK_SECRET_NIGHT_PAGER: 'k', HOOK_SECRET_CI: 'fifteen-letters' } });
    const set = options({
      env: { ...env, HOOK_SECRET_NIGHT_PAGER: 'k', HOOK_SECRET_CI: 'sixteen--letters' },
      startBot: async () => aBot(),
    });

    expect([await serve(missing), await serve(short), await serve(set)]).toEqual([1, 1, 0]);
    expect(missing.print.complaints).toEqual([
      expect.stringMatching(/^HOOK_SECRET_NIGHT_PAGER is missing: it is the integration key .*; copy it from/u),
      expect.stringMatching(
        /^HOOK_SECRET_CI is missing: it is what alerts must bring .*, 16 characters or more; make/u,
      ),
    ]);
    expect(short.print.complaints).toEqual([expect.stringMatching(/^HOOK_SECRET_CI is malformed: it is what alerts/u)]);
    expect(short.print.complaints.join()).not.toContain('fifteen');
  });

  it('says in a line why it could not start or stop', async () => {
    const inUse = Object.assign(new Error('listen'), { code: 'EADDRINUSE', syscall: 'listen', port: 3000 });
    const start = options({ startBot: () => Promise.reject(inUse) });
    const stop = options({ startBot: async () => aBot({ stop: () => Promise.reject(new Error('stuck')) }) });

    expect([await serve(start), await serve(stop)]).toEqual([1, 1]);
    expect(start.print.complaints).toEqual([expect.stringMatching(/^Port 3000 is in use/u)]);
    expect(stop.print.complaints).toEqual(['Faultline had to stop: stuck']);
  });
});
