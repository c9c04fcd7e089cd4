import { describe, expect, it } from 'vitest';
import { messageKey, personId } from '../../../../src/domain/ids.ts';
import { cuesOf } from '../../../../src/domain/postmortem/gaps/cues.ts';
import type { MissedMessage } from '../../../../src/domain/postmortem/gaps/missed-message.ts';
import { rankMessages } from '../../../../src/domain/postmortem/gaps/rank-messages.ts';
import { at } from '../../../support/record-builder.ts';

function aMessage(overrides: Partial<MissedMessage> = {}, second = 1): MissedMessage {
  return {
    key: messageKey(`1715090400.00000${second}`),
    thread: undefined,
    at: at('15:00'),
    text: 'one moment please',
    saidBy: personId('U0ANA'),
    isCommand: false,
    files: 0,
    reactions: 0,
    ...overrides,
  };
}

const told = (messages: readonly MissedMessage[]) => rankMessages(messages).map(({ message }) => message.text);

describe('rankMessages', () => {
  it.each<[string, Partial<MissedMessage>]>([
    ['a deed', { text: 'rolled back just now' }],
    ['a finding', { text: 'looks like the pool' }],
    ['a state', { text: 'checkout is back' }],
    ['a decision', { text: 'decided to wait for the vendor' }],
    ['a file', { text: 'see here', files: 1 }],
    ['a reaction', { text: 'see here', reactions: 1 }],
    ['a number', { text: 'latency at 840 ms' }],
    ['a link', { text: 'see https://grafana.example.com/d' }],
  ])('moves a message up for %s', (_, cue) => {
    expect(told([aMessage({}, 1), aMessage(cue, 2)])).toEqual([cue.text, 'one moment please']);
  });

  it('puts what was done before what was found, that before how it was, and words before numbers and links', () => {
    const lines = ['12 and https://a.example', 'it is down', 'looks like the pool', 'restarted it'];
    expect(told(lines.map((text, index) => aMessage({ text }, index)))).toEqual([
      'restarted it',
      'looks like the pool',
      '12 and https://a.example',
      'it is down',
    ]);
  });

  it('adds cues up, and counts three reactions at most', () => {
    const loved = aMessage({ text: 'party', reactions: 40 }, 1);
    const telling = aMessage({ text: 'rolled back', reactions: 0 }, 2);
    const both = aMessage({ text: 'rolled back at 15:02', reactions: 1 }, 3);
    expect(told([loved, telling, both])).toEqual(['rolled back at 15:02', 'rolled back', 'party']);
  });

  it('keeps equals in the order in which they were said', () => {
    expect(
      told([aMessage({ text: 'second' }, 2), aMessage({ text: 'third' }, 3), aMessage({ text: 'first' }, 1)]),
    ).toEqual(['first', 'second', 'third']);
  });

  it('leaves out what apps said and what asks the bot to do something', () => {
    const byApp = aMessage({ text: 'Deployed 41', saidBy: undefined });
    const command = aMessage({ text: '@faultline log rolled back', isCommand: true });
    expect(told([byApp, command, aMessage()])).toEqual(['one moment please']);
  });
});

describe('cuesOf', () => {
  it.each<[string, readonly string[]]>([
    ['Rolled  back to build 41', ['deed', 'number']],
    ['rolling back', ['deed']],
    ['we failed over to the replica', ['deed']],
    ['it looks\nlike the pool is full', ['finding']],
    ['the site is down', ['state']],
    ['we’ll wait', ['decision']],
    ['https://x.example/rolled-back/404', ['link']],
    ['+1', []],
    ['thanks :100:', []],
    ['@user2 thanks', []],
    ['ok', []],
    ['we need to foundation this', []],
    ['ጨርሻለሁ ፲', ['number']],
    ['', []],
  ])('finds in “%s” %j', (text, kinds) => {
    expect(cuesOf({ text, files: 0, reactions: 0 }).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('quotes what it found', () => {
    expect(cuesOf({ text: 'I ROLLED\nback', files: 2, reactions: 1 })).toEqual([
      { kind: 'deed', words: 'rolled back' },
      { kind: 'files', count: 2 },
      { kind: 'reactions', count: 1 },
    ]);
  });
});
