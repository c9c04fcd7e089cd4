import { describe, expect, it } from 'vitest';
import { readStatus } from '../../../src/slack/text/read-status.ts';

describe('readStatus', () => {
  it('reads a status with its end, and when the profile was changed', () => {
    const profile = { status_text: 'Vacationing', status_emoji: ':palm_tree:', status_expiration: 1_715_983_199 };

    expect(readStatus({ updated: 1_715_076_000, profile })).toEqual({
      text: 'Vacationing',
      emoji: 'palm_tree',
      endsAt: '2024-05-17T21:59:59.000Z',
      changedAt: '2024-05-07T10:00:00.000Z',
    });
  });

  it.each([
    ['of a bot, which has none', {}],
    ['that is to stay for longer than anybody counts', { profile: { status_expiration: 9_007_199_254_740_991 } }],
    ['that was taken away', { updated: 0, profile: { status_text: '', status_emoji: '', status_expiration: 0 } }],
  ])('reads one %s', (_, user) => {
    expect(readStatus(user)).toEqual({ text: '', emoji: '', endsAt: undefined, changedAt: undefined });
  });
});
