import { describe, expect, it } from 'vitest';
import { explainReason } from '../../../src/slack/text/explain-reason.ts';

describe('explainReason', () => {
  it.each([
    ['channel_not_found', 'Slack says `channel_not_found`.'],
    ['<!here>', 'Slack says `&lt;!here&gt;`.'],
    ['http_400', 'The answer was HTTP 400.'],
    ['webhook_unknown', 'The policy names no such webhook.'],
    ['webhook_without_secret', 'Its secret is missing.'],
    ['webhook_secret_malformed', 'Its secret has characters that no key has.'],
    ['webhook_timed_out', 'It did not answer in time.'],
    ['webhook_unreachable', 'It could not be reached.'],
  ])('says of %s: %s', (reason, words) => {
    expect(explainReason(reason)).toBe(words);
  });
});
