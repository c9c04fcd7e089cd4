import { describe, expect, it } from 'vitest';
import { workId } from '../../src/domain/ids.ts';
import { engines } from '../support/engines.ts';
import { at } from '../support/record-builder.ts';
import { claim, enqueue, request } from '../support/work-requests.ts';

describe.each(engines)('when work comes next on $name', ({ open }) => {
  it('is never where nothing is unfinished', async () => {
    const opened = await open();
    expect(await opened.workQueue.nextAt()).toBeUndefined();

    await enqueue(opened, request('done', { lane: 'a' }), request('failed', { lane: 'b' }));
    const [first, second] = await claim(opened, 'A');
    await opened.workQueue.finish(first?.id ?? workId('none'), 'A', at('15:01'));
    await opened.workQueue.fail(second?.id ?? workId('none'), 'A', at('15:01'), 'no');

    expect(await opened.workQueue.nextAt()).toBeUndefined();
  });

  it('is the instant of the earliest piece, in the past too', async () => {
    const opened = await open();
    await enqueue(opened, request('b', { lane: 'b', runAt: at('16:00') }), request('a', { runAt: at('14:00') }));

    expect(await opened.workQueue.nextAt()).toBe(at('14:00'));
  });

  it('is the end of a lease, whatever waits behind it in its lane', async () => {
    const opened = await open();
    await enqueue(opened, request('a'), request('behind'), request('much later', { lane: 'b', runAt: at('18:00') }));
    await claim(opened, 'A', { until: at('15:10') });

    expect(await opened.workQueue.nextAt()).toBe(at('15:10'));
  });

  it('is the end of a pause', async () => {
    const opened = await open();
    await enqueue(opened, request('a'), request('behind'));
    const [first] = await claim(opened, 'A');
    await opened.workQueue.retryAt(first?.id ?? workId('none'), 'A', at('15:45'), 'ratelimited');

    expect(await opened.workQueue.nextAt()).toBe(at('15:45'));
  });

  it('is the end of the later lease, where one ran out and its lane was taken for an earlier piece since', async () => {
    const opened = await open();
    await enqueue(opened, request('a', { runAt: at('15:00') }));
    await claim(opened, 'A', { until: at('15:05') });
    await enqueue(opened, request('earlier', { runAt: at('14:00') }));
    await claim(opened, 'B', { now: at('15:05'), until: at('15:20') });

    expect(await opened.workQueue.nextAt()).toBe(at('15:20'));
  });

  it('is a piece of a free lane where that comes before the end of a lease', async () => {
    const opened = await open();
    await enqueue(opened, request('a'), request('free', { lane: 'b', runAt: at('15:05') }));
    await claim(opened, 'A', { until: at('15:10') });

    expect(await opened.workQueue.nextAt()).toBe(at('15:05'));
  });

  it('is the next piece of the lane once the first is finished', async () => {
    const opened = await open();
    await enqueue(opened, request('a'), request('behind', { runAt: at('15:30') }));
    const [first] = await claim(opened, 'A');
    await opened.workQueue.finish(first?.id ?? workId('none'), 'A', at('15:01'));

    expect(await opened.workQueue.nextAt()).toBe(at('15:30'));
  });
});
