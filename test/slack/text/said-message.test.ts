import { describe, expect, it } from 'vitest';
import { saidMessage } from '../../../src/slack/text/said-message.ts';

const us = { botUserId: 'U0BOT', botId: 'B0BOT' };

describe('saidMessage', () => {
  it.each([
    ['our bot by its user', { user: 'U0BOT' }],
    ['our bot by its bot id alone', { bot_id: 'B0BOT', subtype: 'bot_message' }],
    ['what nobody sees', { user: 'U1', hidden: true }],
    ['a note of Slack’s', { user: 'U1', subtype: 'channel_join' }],
    ['what has no timestamp', { user: 'U1', ts: undefined }],
  ])('is nothing of %s', (_, message) => {
    expect(saidMessage({ ts: '1.000100', text: 'x', ...message }, us)).toBeUndefined();
  });

  it.each([
    ['a person', { user: 'U1' }, { saidBy: 'U1', appName: undefined }],
    ['a webhook', { bot_id: 'B1', username: 'Alerts', subtype: 'bot_message' }, { appName: 'Alerts' }],
    [
      'an app',
      { bot_id: 'B1', user: 'U2', bot_profile: { name: 'Deployer' } },
      { saidBy: undefined, appName: 'Deployer' },
    ],
    ['an app without a name', { bot_id: 'B1', user: 'U2' }, { saidBy: 'U2', appName: undefined }],
    ['nobody known', { bot_id: 'B1', subtype: 'bot_message', username: '' }, { saidBy: undefined, appName: undefined }],
  ])('tells who spoke: %s', (_, message, author) => {
    expect(saidMessage({ ts: '1.000100', text: 'x', ...message }, us)).toMatchObject(author);
  });

  it('tells a reply from the message that its thread hangs on', () => {
    expect(saidMessage({ ts: '1.000100', thread_ts: '1.000100', user: 'U1' }, us)?.thread).toBeUndefined();
    expect(saidMessage({ ts: '1.000200', thread_ts: '1.000100', user: 'U1' }, us)?.thread).toBe('1.000100');
  });

  it('is as new as the event that told of it, else as its last edit, else as itself', () => {
    const message = { ts: '1.000100', user: 'U1', edited: { user: 'U1', ts: '5.000000' } };

    expect(saidMessage(message, us, '5.000300')?.version).toBe('5.000300');
    expect(saidMessage(message, us)?.version).toBe('5.000000');
    expect(saidMessage({ ...message, edited: undefined }, us)?.version).toBe('1.000100');
  });
});
