import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/system/logger.ts';

function logged(fields: object, message = 'message'): string {
  const lines: string[] = [];
  createLogger({ level: 'debug', stream: { write: (line) => void lines.push(line) } }).info(fields, message);
  return lines.join('');
}

describe('createLogger', () => {
  it('writes a line of JSON with the level as a word and the time as text', () => {
    const line = JSON.parse(logged({ incident: 'INC-42' }, 'declared'));

    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
      incident: 'INC-42',
      msg: 'declared',
    });
  });

  it('keeps quiet below its level', () => {
    const lines: string[] = [];
    const log = createLogger({ level: 'warn', stream: { write: (line) => void lines.push(line) } });

    log.debug({}, 'a');
    log.info({}, 'b');
    log.warn({}, 'c');
    log.error({}, 'd');

    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['c', 'd']);
  });

  it('tells an error with its stack', () => {
    const line = JSON.parse(logged({ error: new Error('broken', { cause: new Error('wire') }) }));

    expect(line.error).toMatchObject({ message: expect.stringContaining('broken'), stack: expect.any(String) });
  });

  it.each([
    ['a field', { botToken: 'SECRET' }],
    ['a field within', { slack: { mode: { signingSecret: 'SECRET' } } }],
    ['a header', { request: { headers: { authorization: 'Bearer SECRET' } } }],
    ['a bot token in words', { words: 'used xoxb-12-SECRET, in vain' }],
    ['a rotated token', { words: 'xoxe.xoxb-1-SECRET' }],
    ['an app token in an error', { error: new Error('refused xapp-1-A-SECRET') }],
    ['the password of a database', { url: 'postgres://faultline:SECRET@db:5432/x' }],
    ['an odd password of a database', { url: 'postgresql://faultline:SECRET:SECRET@db/x' }],
    ["a hook's secret", { hook: { secret: 'SECRET' } }],
    ['the secrets of hooks', { config: { hookSecrets: { PAGER: 'SECRET' } } }],
    ["PagerDuty's key in a body", { body: JSON.stringify({ routing_key: 'SECRET', event_action: 'trigger' }) }],
    ["Opsgenie's key in words", { words: 'sent GenieKey SECRET-1-2' }],
    ["an alert's secret in words", { words: 'got Bearer SECRET+1/2==' }],
    ['an answer address', { responseUrl: 'https://hooks.slack.com/commands/T1/2/SECRET' }],
  ])('never writes %s', (_, fields) => {
    const line = logged(fields);

    expect(line).not.toContain('SECRET');
    expect(line).toContain('[redacted]');
    expect(() => JSON.parse(line)).not.toThrow();
  });

  it('never writes a token that stands in the message', () => {
    expect(logged({}, 'token xoxb-1-SECRET')).toContain('token xoxb-[redacted]');
  });

  it('leaves ordinary words alone', () => {
    const words = 'mail ann@example.com at https://example.com:8080/a@b about xoxo';

    expect(JSON.parse(logged({ words })).words).toBe(words);
  });
});
