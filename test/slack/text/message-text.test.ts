import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageText } from '../../../src/slack/text/message-text.ts';

const section = { type: 'section', text: { type: 'mrkdwn', text: 'The pool is *full*' } };

function list(style: string, indent: number, items: readonly string[], offset = 0) {
  const elements = items.map((text) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] }));
  return { type: 'rich_text_list', style, indent, offset, elements };
}

describe('messageText', () => {
  it.each([
    [
      'its text, where there is one',
      { text: 'Hello <@U1>', blocks: [section], attachments: [{ from_url: 'https://x.y', text: 'of the page' }] },
      'Hello <@U1>',
    ],
    [
      'of an app what is shown: the blocks, not the text behind them',
      { bot_id: 'B1', text: 'Alert', blocks: [section] },
      'The pool is *full*',
    ],
    ['of an app its text where it has no blocks', { bot_id: 'B1', text: 'Alert', blocks: [] }, 'Alert'],
    [
      'the attachments of an alarm after its headline',
      { bot_id: 'B1', text: '[FIRING:1] Errors', attachments: [{ text: 'checkout 7% on db-7', fallback: 'Errors' }] },
      '[FIRING:1] Errors\ncheckout 7% on db-7',
    ],
    [
      'an attachment that repeats the text once',
      { bot_id: 'B1', text: 'checkout 7% on db-7', attachments: [{ text: 'checkout 7% on db-7' }] },
      'checkout 7% on db-7',
    ],
    [
      'a message that was passed on',
      { text: 'FYI', attachments: [{ is_share: true, from_url: 'https://x.y', text: 'vendor: region down' }] },
      'FYI\nvendor: region down',
    ],
    ['nothing', { text: '' }, ''],
    ['a section', { text: '', blocks: [section] }, 'The pool is *full*'],
    [
      'blocks behind Slack’s own words',
      { text: "This content can't be displayed.", blocks: [section] },
      'The pool is *full*',
    ],
    [
      'a header, the fields of a section, and a context',
      {
        text: ' ',
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'Alarm' } },
          { type: 'divider' },
          {
            type: 'section',
            fields: [
              { type: 'mrkdwn', text: 'Service' },
              { type: 'plain_text', text: 'booking' },
            ],
          },
          {
            type: 'context',
            elements: [
              { type: 'image', image_url: 'x' },
              { type: 'mrkdwn', text: 'by Datadog' },
            ],
          },
          { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Mute' } }] },
        ],
      },
      'Alarm\nService\nbooking\nby Datadog',
    ],
    [
      'rich text',
      {
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'text', text: 'Ask ' },
                  { type: 'user', user_id: 'U1' },
                  { type: 'text', text: ', ' },
                  { type: 'usergroup', usergroup_id: 'S1' },
                  { type: 'text', text: ' in ' },
                  { type: 'channel', channel_id: 'C1' },
                  { type: 'emoji', name: 'fire' },
                  { type: 'broadcast', range: 'here' },
                ],
              },
              {
                type: 'rich_text_list',
                elements: [
                  { type: 'rich_text_section', elements: [{ type: 'link', url: 'https://x.y', text: 'the graph' }] },
                  { type: 'rich_text_section', elements: [{ type: 'link', url: 'https://x.y' }] },
                ],
              },
            ],
          },
        ],
      },
      'Ask <@U1>, <!subteam^S1> in <#C1>:fire:<!here>\n• <https://x.y|the graph>\n• <https://x.y>',
    ],
    [
      'rich text as Slack itself writes it down: lists in lists, numbers, code, quotes, styles, and words that only look like markup',
      {
        blocks: [
          {
            type: 'rich_text',
            elements: [
              list('bullet', 0, ['first']),
              list('bullet', 1, ['second']),
              list('ordered', 0, ['third', 'fourth'], 2),
              { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a | *b*\n<@U1>' }] },
              { type: 'rich_text_quote', elements: [{ type: 'text', text: 'said\nso' }] },
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'text', text: 'x < y', style: { code: true } },
                  { type: 'text', text: ' & ' },
                  { type: 'text', text: 'bold ', style: { bold: true } },
                ],
              },
            ],
          },
        ],
      },
      '• first\n    ◦ second\n3. third\n4. fourth\n```a | *b*\n&lt;@U1&gt;```\n&gt; said\n&gt; so\n`x &lt; y` &amp; *bold*',
    ],
    [
      'an attachment',
      {
        text: '',
        attachments: [
          {
            fallback: 'all of it',
            pretext: 'Production',
            title: 'Errors',
            text: 'Above 5%',
            fields: [{ title: 'Service', value: 'booking' }, { title: '', value: 'eu-1' }, 'no field'],
          },
          { fallback: 'The second' },
        ],
      },
      'Production\nErrors\nAbove 5%\nService: booking\neu-1\nThe second',
    ],
    [
      'the blocks of an attachment',
      { attachments: [{ fallback: '[no preview available]', blocks: [section] }] },
      'The pool is *full*',
    ],
  ])('reads %s', (_, message, text) => {
    expect(messageText(message)).toBe(text);
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.anything(),
        fc.constantFrom('section', 'context', 'rich_text', 'rich_text_list', 'link'),
        (some, other, type) => {
          const block = { type, text: some, fields: other, elements: [{ type, elements: [some], text: other }] };
          for (const message of [
            some,
            { text: some, blocks: other },
            { blocks: [block], attachments: [block, some] },
          ]) {
            expect(typeof messageText(message)).toBe('string');
          }
        },
      ),
    );
  });
});
