import { describe, expect, it } from 'vitest';
import { type Received, type ReceiveOptions, receive } from '../../src/cli/receive.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { memoryPrint } from '../support/memory-print.ts';
import { silentLog } from '../support/silent-log.ts';

const EVENT = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: { type: 'message' } };
const DONE: Received = { acknowledged: { status: 200, body: '' }, fault: undefined, calls: [] };

function options(received: Partial<Received>, overrides: Partial<Omit<ReceiveOptions, 'print'>> = {}) {
  const happened: unknown[] = [];
  const given = {
    file: 'payload.json',
    env: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' },
    print: memoryPrint(),
    readInput: async () => JSON.stringify(EVENT),
    createLog: () => silentLog,
    openBot: async () => ({
      teamId: 'T1',
      receive: async (body: unknown) => {
        happened.push(body);
        return { ...DONE, ...received };
      },
      stop: async () => void happened.push('stopped'),
    }),
    ...overrides,
  } satisfies ReceiveOptions;
  return { ...given, happened };
}

describe('receive', () => {
  it('hands the payload over, and says what was acknowledged and called', async () => {
    const calls = [
      { method: 'users.info', outcome: 'ok' },
      { method: 'chat.postMessage', outcome: 'not_in_channel' },
    ];
    const given = options({ acknowledged: { status: 200, body: '{"text":"Done"}' }, calls });

    expect(await receive(given)).toBe(0);
    expect(given.happened).toEqual([EVENT, 'stopped']);
    expect(given.print.lines).toEqual([
      'The bot acknowledged an event: 200, with {"text":"Done"}',
      'It called:',
      '  users.info: ok',
      '  chat.postMessage: not_in_channel',
    ]);
    expect(given.print.complaints).toEqual([]);
  });

  it('says where nothing was acknowledged', async () => {
    const given = options({ acknowledged: undefined });

    expect(await receive(given)).toBe(1);
    expect(given.print.complaints).toEqual(['The bot did not acknowledge an event: nothing in it listens to that.']);
    expect(given.print.lines).toEqual(['It called no method of Slack’s.']);
  });

  it('says what broke, and logs it whole', async () => {
    const { log, messages } = createMemoryLog();
    const given = options({ acknowledged: undefined, fault: new Error('disk full') }, { createLog: () => log });

    expect(await receive(given)).toBe(1);
    expect(given.print.complaints).toEqual(['The bot did not acknowledge an event: disk full.']);
    expect(messages).toEqual(['the payload failed']);
    expect(given.happened).toContain('stopped');
  });

  it('says what broke after it was acknowledged', async () => {
    const given = options({ fault: new Error('disk full') });

    expect(await receive(given)).toBe(0);
    expect(given.print.lines[0]).toBe('The bot acknowledged an event: 200, without a body');
    expect(given.print.complaints).toEqual(['Then something broke: disk full.']);
  });

  it('runs nothing for another workspace', async () => {
    const other = JSON.stringify({ ...EVENT, team_id: 'T2' });
    const given = options({}, { readInput: async () => other });

    expect(await receive(given)).toBe(1);
    expect(given.happened).toEqual(['stopped']);
    expect(given.print.complaints).toEqual([expect.stringContaining('from the workspace T2')]);
  });

  it.each([
    ['ENOENT', 'payload.json is not there: name the file'],
    ['EISDIR', 'payload.json is a directory: name the file in it'],
    ['EACCES', 'payload.json cannot be read (denied).'],
  ])('says why it cannot read: %s', async (code, sentence) => {
    const given = options({}, { readInput: () => Promise.reject(Object.assign(new Error('denied'), { code })) });

    expect(await receive(given)).toBe(1);
    expect(given.happened).toEqual([]);
    expect(given.print.complaints).toEqual([expect.stringContaining(sentence)]);
  });

  it('says what is not set, and why the bot does not open', async () => {
    const unset = options({}, { env: {} });
    const busy = Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' });
    const inUse = options({}, { openBot: () => Promise.reject(busy) });

    expect([await receive(unset), await receive(inUse)]).toEqual([1, 1]);
    expect(unset.print.complaints[0]).toContain('SLACK_BOT_TOKEN');
    expect(inUse.print.complaints).toEqual([expect.stringContaining('The database file is in use')]);
  });
});
