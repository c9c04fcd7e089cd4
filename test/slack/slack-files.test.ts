import { describe, expect, it } from 'vitest';
import { isOfSlack } from '../../src/slack/slack-files.ts';

describe('isOfSlack', () => {
  const slack = 'https://slack.com/api/';
  const sandbox = 'http://127.0.0.1:4000/api/';

  it.each([
    ['https://files.slack.com/files-pri/T1-F1/download/pool.png', slack, true],
    ['https://files.slack.com/files-pri/T1-F1/download/pool.png', sandbox, true],
    ['http://127.0.0.1:4000/files-pri/T1-F1/download/pool.png', sandbox, true],
    ['http://127.0.0.1:4001/files-pri/T1-F1/download/pool.png', sandbox, false],
    ['http://127.0.0.1:4000/files-pri/T1-F1/download/pool.png', slack, false],
    ['http://files.slack.com/pool.png', slack, false],
    ['https://files.slack.com:8443/pool.png', slack, false],
    ['https://files.slack.com.evil.example/pool.png', slack, false],
    ['https://evilslack.com/pool.png', slack, false],
    ['https://evil.example/files.slack.com/pool.png', slack, false],
    ['https://files.slack.com@evil.example/pool.png', slack, false],
    ['file:///etc/passwd', slack, false],
    ['pool.png', slack, false],
  ])('takes %s, where the API is at %s: %s', (address, apiUrl, isTaken) => {
    expect(isOfSlack(address, apiUrl)).toBe(isTaken);
  });
});
