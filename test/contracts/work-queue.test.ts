import { describe, expect, it } from 'vitest';
import { workId } from '../../src/domain/ids.ts';
import { refuse } from '../../src/domain/result.ts';
import { engines } from '../support/engines.ts';
import { at } from '../support/record-builder.ts';
import { card, claim, enqueue, request, told } from '../support/work-requests.ts';

const done = at('15:01');

describe.each(engines)('the work queue on $name', ({ open }) => {
  it('hands out a piece as it was put in, once', async () => {
    const opened = await open();
    await enqueue(opened, request('a', { lane: 'incident', runAt: at('14:59') }));

    const [claimed] = await claim(opened, 'A');

    expect(claimed).toStrictEqual({
      id: claimed?.id,
      work: card('a'),
      lane: 'incident',
      runAt: at('14:59'),
      attempts: 0,
    });
    expect(await claim(opened, 'A')).toEqual([]);
    expect(await claim(opened, 'B')).toEqual([]);
  });

  it('holds nothing of a change that was refused', async () => {
    const opened = await open();
    await opened.database.transaction(async ({ work }) => {
      await work.add(request('a'));
      return refuse('no');
    });

    expect(await claim(opened, 'A')).toEqual([]);
    expect(await opened.workQueue.nextAt()).toBeUndefined();
  });

  it('keeps a piece until it is due, to the millisecond', async () => {
    const opened = await open();
    await enqueue(opened, request('a', { runAt: '2024-06-09T15:00:00.001Z' }));

    expect(await claim(opened, 'A', { now: at('15:00') })).toEqual([]);
    expect(told(await claim(opened, 'A', { now: '2024-06-09T15:00:00.001Z' }))).toEqual(['a']);
  });

  it('hands out the first piece of each lane, earliest first, and the next one when that is finished', async () => {
    const opened = await open();
    await enqueue(
      opened,
      request('x1', { lane: 'x', runAt: at('14:50') }),
      request('x2', { lane: 'x', runAt: at('14:50') }),
      request('x3', { lane: 'x', runAt: at('14:45') }),
      request('y1', { lane: 'y', runAt: at('14:40') }),
    );

    const order: string[][] = [];
    for (let claimed = await claim(opened, 'A'); claimed.length > 0; claimed = await claim(opened, 'A')) {
      order.push([...told(claimed)]);
      for (const { id } of claimed) {
        expect(await opened.workQueue.finish(id, 'A', done)).toBe(true);
      }
    }

    expect(order).toEqual([['y1', 'x3'], ['x1'], ['x2']]);
  });

  it('keeps the order of 50 pieces of one lane and one instant', async () => {
    const opened = await open();
    const names = Array.from({ length: 50 }, (_, index) => String(index));
    await enqueue(opened, ...names.map((name) => request(name)));

    const order: string[] = [];
    for (let [first] = await claim(opened, 'A'); first !== undefined; [first] = await claim(opened, 'A')) {
      order.push(...told([first]));
      await opened.workQueue.finish(first.id, 'A', done);
    }

    expect(order).toEqual(names);
  });

  it('passes over a deep lane to reach those behind it', async () => {
    const opened = await open();
    const deep = Array.from({ length: 150 }, (_, index) =>
      request(`deep ${index}`, { lane: 'deep', runAt: at('14:00') }),
    );
    await enqueue(opened, ...deep, request('behind', { lane: 'other', runAt: at('14:59') }));

    expect(told(await claim(opened, 'A', { limit: 2 }))).toEqual(['deep 0', 'behind']);
  });

  it('hands out no more than asked for, earliest first, of more lanes than fit a page', async () => {
    const opened = await open();
    const lanes = Array.from({ length: 500 }, (_, index) => request(`${index}`, { lane: `lane ${index}` }));
    await enqueue(opened, ...lanes);

    expect(told(await claim(opened, 'A', { limit: 3 }))).toEqual(['0', '1', '2']);
    expect(await claim(opened, 'A', { limit: 450 })).toHaveLength(450);
    expect(told(await claim(opened, 'A', { limit: 450 }))).toHaveLength(47);
  });

  it('does not hold up a lane for a piece of it that is due later', async () => {
    const opened = await open();
    await enqueue(opened, request('later', { runAt: at('18:00') }), request('now', { runAt: at('14:59') }));

    expect(told(await claim(opened, 'A'))).toEqual(['now']);
  });

  it('never gives two of many claimers the same piece or the same lane', async () => {
    const opened = await open();
    const other = await opened.peer();
    const pieces = Array.from({ length: 60 }, (_, index) => request(`${index}`, { lane: `lane ${index % 30}` }));
    await enqueue(opened, ...pieces);

    const claims = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        claim(index % 2 === 0 ? opened : other, `claimer ${index}`, { limit: 4 }),
      ),
    );

    const lanes = claims.flat().map(({ lane }) => lane);
    expect(new Set(lanes).size).toBe(lanes.length);
    expect(lanes).toHaveLength(30);
  });

  it('does every piece once, in the order of its lane, where several claimers work through it', async () => {
    const opened = await open();
    const other = await opened.peer();
    await enqueue(opened, ...Array.from({ length: 40 }, (_, index) => request(`${index}`, { lane: `${index % 5}` })));
    const order: Record<string, number[]> = {};
    const workThrough = async ({ workQueue }: Pick<typeof opened, 'workQueue'>, by: string) => {
      while ((await workQueue.countDue(at('15:00'))) > 0) {
        for (const piece of await claim({ workQueue }, by, { limit: 2 })) {
          order[piece.lane] = [...(order[piece.lane] ?? []), Number(told([piece]))];
          expect(await workQueue.finish(piece.id, by, done)).toBe(true);
        }
      }
    };

    await Promise.all([workThrough(opened, 'A'), workThrough(other, 'B'), workThrough(opened, 'C')]);

    expect(Object.values(order)).toEqual(
      [0, 1, 2, 3, 4].map((lane) => [0, 5, 10, 15, 20, 25, 30, 35].map((n) => n + lane)),
    );
  });

  it('drops a request whose key was used before, waiting, done or failed, and keeps any number without', async () => {
    const opened = await open();
    const keyed = (name: string) => request(name, { lane: name, dedupeKey: 'key' });
    await enqueue(opened, keyed('a'), keyed('b'), request('c', { lane: 'c' }), request('d', { lane: 'd' }));
    const claimed = await claim(opened, 'A');
    expect(told(claimed)).toEqual(['a', 'c', 'd']);

    for (const { id } of claimed) {
      await opened.workQueue.finish(id, 'A', done);
    }
    await enqueue(opened, keyed('e'));

    expect(await claim(opened, 'A')).toEqual([]);
  });

  it('adds a key once where it is asked for many times at once', async () => {
    const opened = await open();
    const other = await opened.peer();

    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        enqueue(index % 2 === 0 ? opened : other, request('a', { lane: `${index}`, dedupeKey: 'key' })),
      ),
    );

    expect(await claim(opened, 'A')).toHaveLength(1);
  });

  it('knows whether work of a kind waits in a lane that nobody has begun, paused or done', async () => {
    const opened = await open();
    const isWaiting = (lane = 'lane') => opened.database.records.work.isWaiting(lane, 'post-card');
    expect(await isWaiting()).toBe(false);
    await enqueue(opened, request('a'));
    expect([await isWaiting(), await isWaiting('another lane')]).toEqual([true, false]);
    expect(await opened.database.records.work.isWaiting('lane', 'pin-card')).toBe(false);

    const [claimed] = await claim(opened, 'A');
    expect(await isWaiting()).toBe(false);
    await opened.workQueue.retryAt(claimed?.id ?? workId('none'), 'A', at('16:00'), 'ratelimited');
    expect(await isWaiting()).toBe(false);
    await enqueue(opened, request('b'));
    expect(await isWaiting()).toBe(true);
  });

  it('knows whether the very same work waits that nobody has begun', async () => {
    const opened = await open();
    const { work } = opened.database.records;
    await enqueue(opened, request('a'));
    expect(await work.isAskedAgain('lane', card('a'))).toBe(true);
    expect(await work.isAskedAgain('lane', card('b'))).toBe(false);
    expect(await work.isAskedAgain('another lane', card('a'))).toBe(false);

    await claim(opened, 'A');
    expect(await work.isAskedAgain('lane', card('a'))).toBe(false);
  });

  it('counts what is due and unfinished, claimed or not', async () => {
    const opened = await open();
    const count = () => opened.workQueue.countDue(at('15:00'));
    await enqueue(opened, request('a'), request('b'), request('later', { runAt: at('15:01') }));
    const [first] = await claim(opened, 'A');
    expect(await count()).toBe(2);

    await opened.workQueue.finish(first?.id ?? workId('none'), 'A', done);
    expect(await count()).toBe(1);
    expect(await opened.workQueue.countDue(at('15:01'))).toBe(2);
  });
});
