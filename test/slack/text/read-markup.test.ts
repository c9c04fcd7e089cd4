import { describe, expect, it } from 'vitest';
import { personId } from '../../../src/domain/ids.ts';
import { mentionedPeople, readMarkup, splitLeadingParty } from '../../../src/slack/text/read-markup.ts';

const names = new Map([[personId('U1'), { name: 'Ana' }]]);

describe('readMarkup', () => {
  it.each([
    ['plain words', 'plain words'],
    ['<@U1> and <@U1|ana>', '@Ana and @Ana'],
    ['<@U2|ben>', '@ben'],
    ['<@U2>', '@somebody'],
    ['<#C1|general> <#C2>', '#general #channel'],
    ['<!subteam^S1|@dba> <!subteam^S2>', '@dba @group'],
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

describe('splitLeadingParty', () => {
  it.each([
    ['<@U1|ana> please look', { party: { kind: 'person', id: 'U1' }, rest: 'please look' }],
    ['<@U1>: look', { party: { kind: 'person', id: 'U1' }, rest: 'look' }],
    ['<!subteam^S1|@dba> look', { party: { kind: 'group', id: 'S1', handle: 'dba' }, rest: 'look' }],
    ['<!subteam^S1> look', { party: { kind: 'group', id: 'S1', handle: 'group' }, rest: 'look' }],
    ['look <@U1>', { party: undefined, rest: 'look <@U1>' }],
    ['', { party: undefined, rest: '' }],
  ])('splits %j', (markup, split) => {
    expect(splitLeadingParty(markup)).toEqual(split);
  });
});
