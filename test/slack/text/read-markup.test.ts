import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelId, groupId, personId } from '../../../src/domain/ids.ts';
import { namelessChannels, nameTokens } from '../../../src/slack/text/name-tokens.ts';
import {
  firstParty,
  leadingCrowd,
  mentionedPeople,
  readMarkup,
  readMentions,
  splitLeadingParties,
  splitLeadingParty,
} from '../../../src/slack/text/read-markup.ts';

const names = new Map([[personId('U1'), { name: 'Ana' }]]);

describe('readMarkup', () => {
  it.each([
    ['plain words', 'plain words'],
    ['<@U1> and <@U1|ana>', '@Ana and @Ana'],
    ['<@U2|ben>', '@ben'],
    ['<@U2>', '@somebody'],
    ['<#C1|general> <#C2>', '#general #channel'],
    ['<!subteam^S1|@dba> <!subteam^S2> <!subteam^S3|>', '@dba @group @group'],
    ['<#C1|> <@U2|> <!other^C1>', '#channel @somebody @other'],
    ['<!here> <!channel|channel>', '@here channel'],
    ['<https://a.example/x>', 'https://a.example/x'],
    ['<https://a.example/x|the graph>', 'the graph (https://a.example/x)'],
    ['<http://a.example|a.example>', 'http://a.example'],
    ['<mailto:a@b.example|a@b.example>', 'mailto:a@b.example'],
    ['<!date^1355517523^{date}|14 Dec 2012>', '14 Dec 2012'],
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['&lt;@U1&gt;', '<@U1>'],
    ['`code` *bold*\nline', '`code` *bold*\nline'],
  ])('reads %j', (markup, text) => {
    expect(readMarkup(markup, names)).toBe(text);
  });
});

describe('mentionedPeople', () => {
  it('finds people and nothing else', () => {
    expect(mentionedPeople('<@U1> <@W2|ben> <!subteam^S1> <#C1> &lt;@U9&gt;')).toEqual(['U1', 'W2']);
  });
});

describe('readMentions', () => {
  it('tells whom and what a text mentions, by the names that it shows, once each', () => {
    const markup = '<@U1|ana> <@U2|ben> <!subteam^S1|@dba> <#C1|general> <@U1> <!here> <https://x.y> &lt;@U9&gt;';
    expect(readMentions(markup, names)).toEqual([
      { kind: 'person', id: 'U1', name: 'Ana' },
      { kind: 'person', id: 'U2', name: 'ben' },
      { kind: 'group', id: 'S1', name: 'dba' },
      { kind: 'channel', id: 'C1', name: 'general' },
    ]);
  });
});

describe('no id', () => {
  const id = fc.stringMatching(/^[0-9A-Z]{8,10}$/u);
  const label = fc.constantFrom('', '|', '|ana', '|@dba', '|a b');
  const token = fc
    .tuple(fc.constantFrom('@U', '@W', '#C', '#G', '!subteam^S', '!other^U'), id, label)
    .map(([sign, rest, named]) => `<${sign}${rest}${named}>`);
  const words = fc.constantFrom('look', ' ', '`', '```', '\n', '*', '&lt;', '<!here>', '<https://x.y|the graph>');

  it('is shown of whatever Slack mentions, named or not', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(token, words), { minLength: 1, maxLength: 12 }), (parts) => {
        const markup = parts.join('');
        const ids = [...markup.matchAll(/[UWCGS][0-9A-Z]{8,10}/gu)].map(([found]) => found);
        for (const shown of [readMarkup(markup, names), ...readMentions(markup, names).map(({ name }) => name)]) {
          expect(ids.filter((one) => shown.includes(one))).toEqual([]);
        }
        const named = nameTokens(markup, {
          groups: new Map(),
          channels: new Map(namelessChannels(markup).map((one) => [one, undefined])),
        });
        expect(ids.filter((one) => readMarkup(named, names).includes(one))).toEqual([]);
      }),
    );
  });
});

describe('nameTokens', () => {
  const known = {
    groups: new Map([[groupId('S1'), 'dba']]),
    channels: new Map([
      [channelId('C1'), 'general'],
      [channelId('C2'), undefined],
    ]),
  };

  it.each([
    ['<!subteam^S1> <!subteam^S1|@old> <!subteam^S2>', '@dba @old @group'],
    ['<#C1|> <#C1> <#C1|old> <#C2|> <#C3>', '#general #general #old #private channel #channel'],
  ])('names what %j leaves out', (markup, text) => {
    expect(readMarkup(nameTokens(markup, known), names)).toBe(text);
  });
});

describe('splitLeadingParty', () => {
  it.each([
    ['<@U1|ana> please look', { party: { kind: 'person', id: 'U1' }, rest: 'please look' }],
    ['<@U1>: look', { party: { kind: 'person', id: 'U1' }, rest: 'look' }],
    ['<@U1>, :fire: look', { party: { kind: 'person', id: 'U1' }, rest: ':fire: look' }],
    ['<!subteam^S1|@dba> look', { party: { kind: 'group', id: 'S1', handle: 'dba' }, rest: 'look' }],
    ['<!subteam^S1> look', { party: { kind: 'group', id: 'S1', handle: 'group' }, rest: 'look' }],
    ['look <@U1>', { party: undefined, rest: 'look <@U1>' }],
    ['', { party: undefined, rest: '' }],
  ])('splits %j', (markup, split) => {
    expect(splitLeadingParty(markup)).toEqual(split);
  });
});

describe('firstParty', () => {
  it.each([
    ['fix <@U1|ana>’s pool with <@U2>', { kind: 'person', id: 'U1' }],
    ['fix it by friday <!subteam^S1|@dba>', { kind: 'group', id: 'S1', handle: 'dba' }],
    ['fix it in <#C1|general>', undefined],
  ])('is found in %j', (markup, party) => {
    expect(firstParty(markup)).toEqual(party);
  });
});

describe('splitLeadingParties', () => {
  const [ana, ben] = [
    { kind: 'person', id: 'U1' },
    { kind: 'person', id: 'U2' },
  ];
  const dba = { kind: 'group', id: 'S1', handle: 'dba' };

  it.each([
    ['<@U1|ana> <@U2|ben> hurry', [ana, ben], 'hurry'],
    ['<@U1|ana>, <!subteam^S1|@dba>: hurry', [ana, dba], 'hurry'],
    ['<@U1> &amp; <@U2> and <!subteam^S1|@dba> and hurry', [ana, ben, dba], 'and hurry'],
    ['<@U1>;<@U2>/<@U1> + <!subteam^S1|@dba>', [ana, ben, dba], ''],
    ['<@U1> hurry <@U2>', [ana], 'hurry <@U2>'],
    ['<@U1> &amp; so on', [ana], '&amp; so on'],
    ['<@U1>, <!here> hurry', [ana], '<!here> hurry'],
    ['<@U1> and @nosuch', [ana], '@nosuch'],
    ['hurry <@U1>', [], 'hurry <@U1>'],
    ['', [], ''],
  ])('splits %j', (markup, parties, rest) => {
    expect(splitLeadingParties(markup)).toEqual({ parties, rest });
  });
});

describe('leadingCrowd', () => {
  it.each([
    ['<!here> please', '<!here>'],
    ['<!channel|channel>', '<!channel|channel>'],
    ['<!everyone> help', '<!everyone>'],
    ['<#C1|general> help', '<#C1|general>'],
    ['<#C1> help', '<#C1>'],
    ['@here, help', '@here'],
    ['@heretics help', undefined],
    ['<!subteam^S1|@dba> help', undefined],
    ['<!date^1355517523^{date}|14 Dec> help', undefined],
    ['help <!here>', undefined],
  ])('is, in %j: %j', (markup, crowd) => {
    expect(leadingCrowd(markup)).toBe(crowd);
  });
});
