import { describe, expect, it } from 'vitest';
import { workId } from '../../src/domain/ids.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { at } from '../support/record-builder.ts';
import { call, card, claim, enqueue, request, told } from '../support/work-requests.ts';

const urgent = (name: string, overrides: Parameters<typeof request>[1] = {}) =>
  request(name, { work: call(name), lane: name, ...overrides });

describe.each(engines)('urgent work in the queue on $name', ({ open }) => {
  it('is handed out before all that waits longer', async () => {
    const opened = await open();
    await enqueue(opened, ...reminders(500), urgent('call', { runAt: at('15:00') }));

    expect(told(await claim(opened, 'A', { limit: 2 }))).toEqual(['call', '0']);
  });

  it('is handed out earliest first, as told by what stands first in its lane', async () => {
    const opened = await open();
    await enqueue(
      opened,
      urgent('late', { runAt: at('14:59') }),
      urgent('later', { runAt: at('15:00') }),
      urgent('early', { runAt: at('14:50') }),
    );

    expect(told(await claim(opened, 'A', { limit: 2 }))).toEqual(['early', 'late']);
    expect(told(await claim(opened, 'A', { limit: 2 }))).toEqual(['later']);
  });

  it('is handed out in the order in which it was put in where all of it is due at once', async () => {
    const opened = await open();
    const names = Array.from({ length: 13 }, (_, index) => `call ${index}`);
    await enqueue(opened, ...names.map((name) => urgent(name)));

    expect(told(await claim(opened, 'A', { limit: 12 }))).toEqual(names.slice(0, 12));
  });

  it('waits until it is due, and holds up nothing until then', async () => {
    const opened = await open();
    await enqueue(opened, urgent('call', { runAt: '2024-06-09T15:00:00.001Z' }), request('card'));

    expect(told(await claim(opened, 'A'))).toEqual(['card']);
    expect(told(await claim(opened, 'A', { now: '2024-06-09T15:00:00.001Z' }))).toEqual(['call']);
  });

  it('keeps its place in its lane, and makes what stands before it urgent', async () => {
    const opened = await open();
    await enqueue(
      opened,
      ...reminders(40),
      request('before', { work: card('before'), lane: 'mixed', runAt: at('14:59') }),
      urgent('call', { lane: 'mixed', runAt: at('14:59') }),
      request('behind', { work: card('behind'), lane: 'mixed', runAt: at('14:59') }),
    );

    expect(await claimOne(opened)).toBe('before');
    expect(await claimOne(opened)).toBe('call');
    expect(await claimOne(opened)).toBe('0');
  });

  it('makes nothing urgent of what stands before it while it is still to come', async () => {
    const opened = await open();
    await enqueue(
      opened,
      ...reminders(1),
      request('before', { lane: 'mixed', runAt: at('14:59') }),
      urgent('call', { lane: 'mixed', runAt: at('15:30') }),
    );

    expect(told(await claim(opened, 'A', { ordinaryLimit: 1 }))).toEqual(['0']);
  });

  it('waits behind what is held or paused in its lane', async () => {
    const opened = await open();
    await enqueue(opened, request('first'), urgent('call', { lane: 'lane' }));
    const [first] = await claim(opened, 'A');
    expect(told(await claim(opened, 'B'))).toEqual([]);

    await opened.workQueue.retryAt(first?.id ?? workId('none'), 'A', at('15:20'), 'ratelimited');

    expect(told(await claim(opened, 'B', { now: at('15:19') }))).toEqual([]);
    expect(told(await claim(opened, 'B', { now: at('15:20') }))).toEqual(['first']);
  });

  it('is handed out where no place is left for other work', async () => {
    const opened = await open();
    await enqueue(opened, ...reminders(3), urgent('a'), urgent('b'));

    expect(told(await claim(opened, 'A', { limit: 4, ordinaryLimit: 0 }))).toEqual(['a', 'b']);
    expect(told(await claim(opened, 'A', { limit: 4, ordinaryLimit: 0 }))).toEqual([]);
    expect(told(await claim(opened, 'A', { limit: 4, ordinaryLimit: 2 }))).toEqual(['0', '1']);
  });

  it('leaves other work the places that it does not take', async () => {
    const opened = await open();
    await enqueue(opened, ...reminders(9), ...['a', 'b', 'c'].map((name) => urgent(name)));

    expect(told(await claim(opened, 'A', { limit: 5, ordinaryLimit: 4 }))).toEqual(['a', 'b', 'c', '0', '1']);
  });

  it('is given to one of many claimers, and each lane to one', async () => {
    const opened = await open();
    const other = await opened.peer();
    await enqueue(
      opened,
      ...Array.from({ length: 20 }, (_, index) => request(`before ${index}`, { lane: `${index}` })),
      ...Array.from({ length: 20 }, (_, index) => urgent(`call ${index}`, { lane: `${index}` })),
    );

    const claims = await Promise.all(
      Array.from({ length: 16 }, (_, index) => claim(index % 2 === 0 ? opened : other, `${index}`, { limit: 3 })),
    );

    const names = claims.flatMap((claimed) => told(claimed));
    expect([...names].sort()).toEqual(Array.from({ length: 20 }, (_, index) => `before ${index}`).sort());
  });
});

/** Due for an hour, each in a lane of its own. */
function reminders(count: number) {
  return Array.from({ length: count }, (_, index) =>
    request(String(index), { lane: `reminder ${index}`, runAt: at('14:00') }),
  );
}

/** Claims one piece, finishes it, and tells its name. */
async function claimOne(opened: TestDatabase): Promise<string | undefined> {
  const claimed = await claim(opened, 'A', { limit: 1 });
  await opened.workQueue.finish(claimed[0]?.id ?? workId('none'), 'A', at('15:01'));
  return told(claimed)[0];
}
