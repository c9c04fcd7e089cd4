import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../../src/domain/postmortem/markdown/escape-markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['CPU is at 90% (db-1), see #inc-42 & A&B', 'CPU is at 90% (db-1), see #inc-42 & A\\&B'],
    ['a | b `c` *d* ~e~ $f$', 'a \\| b \\`c\\` \\*d\\* \\~e\\~ \\$f\\$'],
    ['max_connections _was_ 5', 'max_connections \\_was\\_ 5'],
    ['<script>&lt;', '&lt;script>\\&lt;'],
    ['# not a heading #', '\\# not a heading \\#'],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '1\\. not a list'],
    ['\\', '\\\\'],
    ['two\n\n  lines\u0007', 'two / lines'],
    ['see https://x.y/a_b?c=1&d=2.', 'see [https\\://x.y/a_b?c=1\\&d=2](https://x.y/a_b?c=1&d=2).'],
    ['wow!https://x.y', 'wow\\![https\\://x.y](https://x.y/)'],
    ['http://x.y:no-port', 'http\\://x.y:no-port'],
    ['www.x.y', 'www\\.x.y'],
  ])('writes %j as %j', (typed, markdown) => {
    expect(escapeMarkdown(typed)).toBe(markdown);
  });
});
