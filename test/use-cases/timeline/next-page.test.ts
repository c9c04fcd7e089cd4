import { describe, expect, it } from 'vitest';
import { incidentId, messageKey } from '../../../src/domain/ids.ts';
import type { HistoryPage } from '../../../src/use-cases/directory.ts';
import { nextPage, type PageWork, stretchOf, unmetAfter } from '../../../src/use-cases/timeline/next-page.ts';

const key = messageKey;
const first: PageWork = {
  kind: 'catch-up-page',
  incidentId: incidentId('01HZZZ0000000000000000INC1'),
  thread: undefined,
  cursor: undefined,
  threads: [],
  edge: undefined,
  unmet: [key('1.1'), key('1.2'), key('1.5')],
};

function page(keys: readonly string[], nextCursor?: string, withReplies: readonly string[] = []): HistoryPage {
  const messages = keys.map((each) => ({
    key: key(each),
    hasReplies: withReplies.includes(each),
    said: undefined,
    isDeleted: false,
    source: '',
    fileNames: [],
    lastReplyAt: undefined,
    reactions: [],
    reactionCount: 0,
  }));
  return { messages, nextCursor };
}

const inThread = { ...first, thread: key('1.2'), threads: [key('1.4')], edge: key('1.3') };

describe('nextPage', () => {
  it('reads the channel to its end, then each thread, then nothing', () => {
    const second = nextPage(first, page(['1.6', '1.4'], 'more', ['1.4']), []);
    expect(second).toMatchObject({ thread: undefined, cursor: 'more', threads: ['1.4'], edge: '1.4' });

    const third = second && nextPage(second, page(['1.3', '1.2'], undefined, ['1.2']), []);
    expect(third).toMatchObject({ thread: '1.4', cursor: undefined, threads: ['1.2'], edge: undefined });
    const fourth = third && nextPage(third, page(['1.4', '1.5'], 'more'), []);
    expect(fourth).toMatchObject({ thread: '1.4', cursor: 'more', edge: '1.5' });
    const fifth = fourth && nextPage(fourth, undefined, []);
    expect(fifth).toMatchObject({ thread: '1.2', cursor: undefined, edge: undefined });
    expect(fifth && nextPage(fifth, page(['1.2']), [])).toBeUndefined();
  });

  it('reads a thread that only the transcript knows, unless the workspace may hide it', () => {
    const kept = ['0.9', '1.2'].map((thread) => ({
      key: key('1.5'),
      thread: key(thread),
      version: '1.5',
      deletedAt: undefined,
    }));

    expect(nextPage(first, page(['1.6', '1.1']), kept)).toMatchObject({ thread: '1.2', threads: [] });
  });
});

describe('unmetAfter', () => {
  it('leaves out what was met, and at the end of the channel what is older than all of it', () => {
    expect(unmetAfter(first, page(['1.5', '1.3'], 'more'))).toEqual(['1.1', '1.2']);
    expect(unmetAfter(first, page(['1.5', '1.15']))).toEqual(['1.2']);
    expect(unmetAfter(inThread, page(['1.2']))).toEqual(['1.1', '1.5']);
  });
});

describe('stretchOf', () => {
  it('never reaches beyond the oldest message of the channel, and lies between the pages before and after', () => {
    expect(stretchOf(first, page(['1.6', '1.4'], 'more'))).toMatchObject({ after: '1.4', before: undefined });
    expect(stretchOf({ ...first, edge: key('1.4') }, page(['1.3', '1.2']))).toMatchObject({
      after: '1.2',
      before: '1.4',
    });
    expect(stretchOf(first, page([]))).toBeUndefined();
  });

  it('is open at the end of a thread, and all of a thread that is gone', () => {
    expect(stretchOf(inThread, page(['1.4', '1.5'], 'more'))).toMatchObject({ after: '1.3', before: '1.5' });
    expect(stretchOf(inThread, page(['1.4']))).toMatchObject({ after: '1.3', before: undefined });
    expect(stretchOf({ ...inThread, edge: undefined }, undefined)).toMatchObject({
      after: undefined,
      before: undefined,
    });
  });
});
