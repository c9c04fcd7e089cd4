import { describe, expect, it } from 'vitest';
import { readConfig, readDatabaseUrl } from '../src/config.ts';

const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's3cret' };
const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

describe('readConfig', () => {
  it('fills in what nobody set', () => {
    const config = readConfig(HTTP);

    expect(config).toEqual({
      ok: true,
      value: {
        slack: {
          botToken: 'xoxb-1',
          apiUrl: 'https://slack.com/api/',
          mode: { kind: 'http', signingSecret: 's3cret' },
        },
        databaseUrl: 'file:./faultline.db',
        host: '0.0.0.0',
        port: 3000,
        publicUrl: undefined,
        policyFile: undefined,
        hookSecrets: new Map(),
        tracker: { token: undefined, user: undefined, webhookSecret: undefined },
        gitEnvironment: {},
        logLevel: 'info',
      },
    });
  });

  it('uses Socket Mode when there is an app token, whatever else is set', () => {
    const config = readConfig({ ...HTTP, ...SOCKET });

    expect(config).toMatchObject({ value: { slack: { mode: { kind: 'socket', appToken: 'xapp-1' } } } });
  });

  it.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: ' 8080 ' }, { port: 8080 }],
    [{ PORT: '' }, { port: 3000 }],
    [{ SLACK_API_URL: 'http://127.0.0.1:9/api' }, { slack: { apiUrl: 'http://127.0.0.1:9/api/' } }],
    [{ PUBLIC_URL: 'https://faultline.example.com/' }, { publicUrl: 'https://faultline.example.com' }],
    [{ DATABASE_URL: 'postgres://a:b@c/d' }, { databaseUrl: 'postgres://a:b@c/d' }],
    [{ DATABASE_URL: 'postgresql:///d?host=/run' }, { databaseUrl: 'postgresql:///d?host=/run' }],
    [{ POLICY_FILE: 'team.yaml' }, { policyFile: 'team.yaml' }],
    [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
  ])('reads %o', (env, expected) => {
    expect(readConfig({ ...HTTP, ...env })).toMatchObject({ ok: true, value: expected });
  });

  it('hands git no secret', () => {
    const env = { PATH: '/bin', HOME: '/home/bot', SSH_AUTH_SOCK: '/run/agent', LANG: 'C.UTF-8' };

    expect(readConfig({ ...HTTP, ...env, HOOK_SECRET_PAGER: 'key' })).toMatchObject({
      value: { gitEnvironment: env },
    });
  });

  it('keeps the secrets of hooks by the names of their variables', () => {
    const config = readConfig({
      ...SOCKET,
      HOOK_SECRET_PAGER: ' key ',
      HOOK_SECRET_WEB_2: 'k',
      HOOK_SECRET_EMPTY: ' ',
    });

    expect(config).toMatchObject({
      value: {
        hookSecrets: new Map([
          ['PAGER', 'key'],
          ['WEB_2', 'k'],
        ]),
      },
    });
  });

  it.each([
    ['SLACK_BOT_TOKEN', undefined, 'missing', 'xoxb-'],
    ['SLACK_BOT_TOKEN', 'xoxp-user-token', 'malformed', 'OAuth & Permissions'],
    ['SLACK_SIGNING_SECRET', undefined, 'missing', 'Signing Secret'],
    ['SLACK_SIGNING_SECRET', 'xoxb-in-the-wrong-place', 'malformed', 'Basic Information'],
    ['SLACK_APP_TOKEN', 'xoxb-in-the-wrong-place', 'malformed', 'connections:write'],
    ['SLACK_API_URL', 'slack.com', 'malformed', 'web address'],
    ['DATABASE_URL', 'mysql://root:secret@db/x', 'malformed', 'postgres://'],
    ['DATABASE_URL', 'file:', 'malformed', 'file:./faultline.db'],
    ['DATABASE_URL', 'file::memory:', 'malformed', 'file:./faultline.db'],
    ['HOST', 'two words', 'malformed', '0.0.0.0'],
    ['PORT', '65536', 'malformed', '65535'],
    ['PORT', '80a', 'malformed', '65535'],
    ['PUBLIC_URL', 'ftp://x', 'malformed', 'https://'],
    ['LOG_LEVEL', 'loud', 'malformed', 'debug'],
  ])('refuses %s as %s', (variable, value, kind, advice) => {
    const config = readConfig({ ...HTTP, [variable]: value });

    expect(config).toEqual({
      ok: false,
      refusal: [{ kind, variable, sentence: expect.stringContaining(advice) }],
    });
  });

  it('says in one line what to do, and never what was typed', () => {
    const config = readConfig({
      SLACK_BOT_TOKEN: 'xoxp-TYPED',
      SLACK_APP_TOKEN: 'TYPED',
      DATABASE_URL: 'pg://u:TYPED@h/d',
      SLACK_API_URL: 'TYPED',
      PORT: 'TYPED',
    });

    const sentences = config.ok ? [] : config.refusal.map(({ sentence }) => sentence);
    expect(sentences).toHaveLength(5);
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/TYPED|\n/u);
    }
  });
});

describe('readDatabaseUrl', () => {
  it('needs no tokens', () => {
    expect(readDatabaseUrl({})).toEqual({ ok: true, value: 'file:./faultline.db' });
    expect(readDatabaseUrl({ DATABASE_URL: 'x' })).toMatchObject({ ok: false });
  });
});
