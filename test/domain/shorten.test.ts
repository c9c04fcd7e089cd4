import { describe, expect, it } from 'vitest';
import { shorten } from '../../src/domain/shorten.ts';

describe('shorten', () => {
  it.each([
    ['what fits', 9, 'what fits'],
    ['  in \n one\tline ', 11, 'in one line'],
    ['one too many', 11, 'one too ma…'],
    ['no blank before the sign', 9, 'no blank…'],
    ['🔥🔥🔥', 3, '🔥🔥🔥'],
    ['🔥🔥🔥🔥', 3, '🔥🔥…'],
  ])('of %j to %i characters is %j', (text, longest, expected) => {
    expect(shorten(text, longest)).toBe(expected);
  });
});
