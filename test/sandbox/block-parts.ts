import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../src/sandbox/blocks/check-blocks.ts';

/** A block, an element or a piece of one, right or wrong. */
export type Part = Readonly<Record<string, unknown>>;

export const long = (length: number): string => 'x'.repeat(length);
export const many = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const plain = (text = 'Hello'): Part => ({ type: 'plain_text', text });
export const mrkdwn = (text = 'Hello'): Part => ({ type: 'mrkdwn', text });
export const url = (length: number): string => `https://x.y/${long(length - 'https://x.y/'.length)}`;

export const section = (rest: Part = {}): Part => ({ type: 'section', text: mrkdwn(), ...rest });
export const actions = (...elements: readonly Part[]): Part => ({ type: 'actions', elements });
export const context = (...elements: readonly Part[]): Part => ({ type: 'context', elements });
export const markdown = (length: number): Part => ({ type: 'markdown', text: long(length) });
export const field = (element: Part, rest: Part = {}): Part => ({ type: 'input', label: plain(), element, ...rest });
export const image = (rest: Part): Part => ({ type: 'image', alt_text: 'A graph', ...rest });
export const button = (rest: Part = {}): Part => ({ type: 'button', text: plain('Go'), ...rest });
export const option = (rest: Part = {}): Part => ({ text: plain('One'), value: 'one', ...rest });
export const options = (count: number): readonly Part[] => many(count, (index) => option({ value: `${index}` }));

export function table(rows: number, cells: number): Part {
  return { type: 'table', rows: many(rows, () => many(cells, () => ({ type: 'raw_text', text: 'x' }))) };
}

export interface Rule {
  readonly good: Part;
  readonly bad: Part;
  /** Where in the blocks Slack points to. */
  readonly pointer: string;
}

/** A rule told by a block that just keeps it and one that just does not. */
export function rule<Value>(make: (value: Value) => Part, good: Value, bad: Value, pointer: string): Rule {
  return { good: make(good), bad: make(bad), pointer };
}

export function holdRules(rules: Readonly<Record<string, Rule>>): void {
  describe.each(Object.entries(rules))('%s', (_, { good, bad, pointer }) => {
    it('takes what fits', () => {
      expect(checkBlocks([good], 'message')).toEqual([]);
    });

    it('refuses what does not', () => {
      const problems = checkBlocks([bad], 'message');
      expect(problems).toEqual([expect.stringContaining(`[json-pointer:/blocks${pointer}]`)]);
    });
  });
}
