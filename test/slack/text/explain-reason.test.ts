import { describe, expect, it } from 'vitest';
import { explainFailure, explainReason } from '../../../src/slack/text/explain-reason.ts';

describe('explainReason', () => {
  it.each([
    ['cant_dm_bot', 'Slack says `cant_dm_bot`.'],
    ['channel_not_found', 'Slack says `channel_not_found`. The channel is gone, or I was removed from it.'],
    ['is_archived', 'Slack says `is_archived`. The channel is archived: unarchive it, then try again.'],
    ['not_in_channel', 'Slack says `not_in_channel`. Invite me to the channel with `/invite`.'],
    ['restricted_action', 'Slack says `restricted_action`. A workspace setting forbids it: ask an administrator.'],
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

describe('explainFailure', () => {
  it.each([
    ['pin-card', 'is_archived', 'Slack says `is_archived`. The channel is archived: unarchive it, then try again.'],
    [
      'announce',
      'channel_not_found',
      'Slack says `channel_not_found`. Check the channel’s name in the policy, and that I may post there.',
    ],
    ['make-call', 'user_disabled', 'The account is deactivated. Call somebody else.'],
    ['pin-card', 'fatal_error', 'Slack says `fatal_error`. Try it again, or look at the bot’s log.'],
  ] as const)('says once why %s failed with %s, and what to do', (what, reason, words) => {
    expect(explainFailure(what, reason)).toBe(words);
  });
});
