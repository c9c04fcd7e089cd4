import { describe, expect, it } from 'vitest';
import { type ProseBlock, splitProse } from '../../../src/domain/postmortem/split-prose.ts';

const paragraph = (...lines: readonly string[]): ProseBlock => ({ kind: 'paragraph', lines });
const list = (...items: readonly string[]): ProseBlock => ({ kind: 'list', items });

describe('splitProse', () => {
  it.each<[string, string, readonly ProseBlock[]]>([
    ['nothing', ' \n\n ', []],
    ['lines of one paragraph', 'one\n  two', [paragraph('one', 'two')]],
    ['paragraphs', 'one\n\n\ntwo', [paragraph('one'), paragraph('two')]],
    ['a list', '- one\n* two\n• three', [list('one', 'two', 'three')]],
    ['a list after a paragraph', 'why:\n- one\n- two', [paragraph('why:'), list('one', 'two')]],
    ['a paragraph right after a list', '- one\ntwo', [list('one'), paragraph('two')]],
    ['an item of two lines', '- one\n  and more\n- two', [list('one and more', 'two')]],
    ['items with a blank line between', '- one\n\n- two', [list('one', 'two')]],
    ['an indented line apart from a list', '- one\n\n  two', [list('one'), paragraph('two')]],
    ['a dash that begins a word', '-one', [paragraph('-one')]],
    ['a lone dash', '-', [paragraph('-')]],
    ['other line ends', 'one\r\ntwo\u2028\u2028three', [paragraph('one', 'two'), paragraph('three')]],
  ])('finds %s', (_case, text, blocks) => {
    expect(splitProse(text)).toEqual(blocks);
  });
});
