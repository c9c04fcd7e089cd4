import { describe, expect, it } from 'vitest';
import { splitLinks } from '../../../src/domain/postmortem/split-links.ts';

describe('splitLinks', () => {
  it.each([
    ['no address here', []],
    ['see https://x.y/a.', ['https://x.y/a']],
    ['(http://x.y/a?b=c&d=e#f), https://z.y', ['http://x.y/a?b=c&d=e#f', 'https://z.y/']],
    ['https://x.y/(a)b|c', ['https://x.y/%28a%29b']],
    ['wiki (https://x.y/a_(b)), (https://x.y/(c))', ['https://x.y/a_%28b%29', 'https://x.y/%28c%29']],
    ['javascript:alert(1) ftp://x.y data:text/html,x', []],
    ['https:// https://[ http://..', []],
  ])('finds the addresses in %s', (line, addresses) => {
    const pieces = splitLinks(line);

    expect(pieces.map(({ text }) => text).join('')).toBe(line);
    expect(pieces.flatMap(({ href }) => (href === undefined ? [] : [href]))).toEqual(addresses);
  });
});
