import { describe, expect, it } from 'vitest';
import { describeAnswer } from '../../src/webhooks/describe-answer.ts';

const secret = 'hunter2-and-more';

function told(body: unknown, status = 200) {
  return describeAnswer({ status, body: typeof body === 'string' ? body : JSON.stringify(body) }, secret);
}

describe('describeAnswer', () => {
  it.each([
    ['PagerDuty', { status: 'success', message: 'Event processed', dedup_key: 'x' }, '200 Event processed'],
    ['Opsgenie', { result: 'Request will be processed', took: 0.1, requestId: 'x' }, '200 Request will be processed'],
    ['a list of errors', { message: 'Invalid', errors: ['one', 'two'] }, '200 Invalid – one – two'],
    ['named errors', { message: 'Invalid', errors: { message: 'empty' } }, '200 Invalid – empty'],
    ['errors of another kind', { message: 'Invalid', errors: 3 }, '200 Invalid'],
    ['a message that is no text', { message: 3, result: 'fine' }, '200 fine'],
    ['JSON without a message', { ok: true, token: 'x' }, '200'],
    ['a list', ['a'], '200'],
    ['plain words', 'ok, got it\n', '200 ok, got it'],
    ['a page', '<!doctype html><title>Welcome</title>', '200'],
    ['broken JSON', '{"message": "half', '200'],
    ['nothing', '', '200'],
  ])('reads %s', (_, body, expected) => {
    expect(told(body)).toBe(expected);
  });

  it('is one line without what a terminal or a chat would obey', () => {
    expect(told('a\r\nb\u0000\u001b[31mc\u202ed\u2066e\ud800f\u2028g\u0085h')).toBe('200 a b [31mc d e f g h');
  });

  it.each([
    ['longer', 'x'.repeat(201), `${'x'.repeat(199)}…`],
    ['as long', 'x'.repeat(200), 'x'.repeat(200)],
    ['longer, with a character of two halves at the cut', `${'x'.repeat(198)}🔥yy`, `${'x'.repeat(198)}…`],
  ])('is cut where it is %s', (_, message, expected) => {
    expect(told({ message })).toBe(`200 ${expected}`);
  });

  it.each([
    ['as it is', `your key ${secret} is wrong`],
    ['twice', `${secret}${secret}`],
    ['in JSON’s own escapes', `{"message":"\\u0068unter2-and-more"}`],
    ['among the errors', { message: 'no', errors: [`bad ${secret}`] }],
    ['over the cut', `${'x'.repeat(190)}${secret}`],
    ['in a page', `<p>${secret}`],
    ['in unknown JSON', { echo: { authorization: secret } }],
  ])('never says the secret: %s', (_, body) => {
    expect(told(body)).not.toContain('hunter');
  });

  it('never says a secret that spaces and control characters change', () => {
    const odd = 'my\tlong  secret';

    expect(describeAnswer({ status: 200, body: `key my\u0000long\nsecret!` }, odd)).toBe('200 key [secret]!');
  });
});
