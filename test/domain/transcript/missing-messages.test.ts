import { describe, expect, it } from 'vitest';
import { messageKey } from '../../../src/domain/ids.ts';
import { missingMessages } from '../../../src/domain/transcript/missing-messages.ts';
import type { TranscriptHead } from '../../../src/domain/transcript/transcript-message.ts';
import { at } from '../../support/record-builder.ts';

function kept(key: string, overrides: Partial<TranscriptHead> = {}): TranscriptHead {
  return { key: messageKey(key), thread: undefined, version: key, deletedAt: undefined, ...overrides };
}

const heads = [
  kept('1.1'),
  kept('1.2'),
  kept('1.3', { thread: messageKey('1.2') }),
  kept('1.4', { deletedAt: at('15:20') }),
  kept('1.5'),
];

describe('missingMessages', () => {
  it.each([
    ['what the page shows is there', { met: ['1.1', '1.2', '1.5'] }, []],
    ['what it should show is missing', { met: ['1.2'] }, ['1.1', '1.5']],
    ['what lies beyond its ends is not', { met: [], after: '1.1', before: '1.5' }, ['1.2']],
    ['a thread is a stretch of its own', { met: [], thread: '1.2' }, ['1.3']],
  ])('%s', (_, { met, after, before, thread }: Stretch, missing) => {
    const stretch = {
      met: new Set(met.map(messageKey)),
      after: after === undefined ? undefined : messageKey(after),
      before: before === undefined ? undefined : messageKey(before),
      thread: thread === undefined ? undefined : messageKey(thread),
    };

    expect(missingMessages(heads, stretch).map(({ key }) => key)).toEqual(missing);
  });
});

interface Stretch {
  readonly met: readonly string[];
  readonly after?: string;
  readonly before?: string;
  readonly thread?: string;
}
