import { describe, expect, it } from 'vitest';
import { startEndpoint, until } from './endpoint.ts';
import { type Desk, openWorkspace } from './open-workspace.ts';

const MINUTE = 60_000;

/** The headers of each attempt so far, as `number reason`. */
function retriesIn(received: Awaited<ReturnType<typeof startEndpoint>>): readonly string[] {
  return received.map(({ headers }) =>
    [headers['x-slack-retry-num'], headers['x-slack-retry-reason']].filter((header) => header !== undefined).join(' '),
  );
}

async function pass({ workspace, clock }: Desk, milliseconds: number): Promise<void> {
  clock.advance(milliseconds);
  await workspace.settled();
}

describe('an event that is not taken', () => {
  it('comes again at once, after a minute and after five, and then never', async () => {
    const desk = await openWorkspace();
    const { workspace } = desk;
    const received = await startEndpoint(workspace, () => ({ status: 500 }));
    workspace.person('ana').opensHome();
    await workspace.settled();
    expect(retriesIn(received)).toEqual(['', '1 http_error']);

    await pass(desk, MINUTE - 1);
    expect(received).toHaveLength(2);
    await pass(desk, 1);
    expect(retriesIn(received)).toEqual(['', '1 http_error', '2 http_error']);

    await pass(desk, 5 * MINUTE - 1);
    expect(received).toHaveLength(3);
    await pass(desk, 1);
    expect(retriesIn(received)).toEqual(['', '1 http_error', '2 http_error', '3 http_error']);

    await pass(desk, 60 * MINUTE);
    expect(received).toHaveLength(4);
    expect(workspace.record.deliveries.map(({ attempt, failed }) => [attempt, failed])).toEqual([
      [1, 'http_500'],
      [2, 'http_500'],
      [3, 'http_500'],
      [4, 'http_500'],
    ]);
  });

  it('is the same event each time', async () => {
    const { workspace } = await openWorkspace();
    const received = await startEndpoint(workspace, ({ headers }) => ({
      status: headers['x-slack-retry-num'] === undefined ? 503 : 200,
    }));
    workspace.person('ana').opensHome();
    await workspace.settled();

    expect(received).toHaveLength(2);
    expect(received[0]?.body).toBe(received[1]?.body);
  });

  it('comes no more once it is taken', async () => {
    const desk = await openWorkspace();
    const received = await startEndpoint(desk.workspace, ({ headers }) => ({
      status: headers['x-slack-retry-num'] === '2' ? 200 : 500,
    }));
    desk.workspace.person('ana').opensHome();
    await desk.workspace.settled();
    await pass(desk, MINUTE);
    await pass(desk, 5 * MINUTE);

    expect(retriesIn(received)).toEqual(['', '1 http_error', '2 http_error']);
  });

  it('within three seconds comes again for that reason', async () => {
    const { workspace, clock } = await openWorkspace();
    const received = await startEndpoint(workspace, ({ headers }) =>
      headers['x-slack-retry-num'] === undefined ? undefined : { status: 200 },
    );
    workspace.person('ana').opensHome();
    await until(() => received.length === 1);
    clock.advance(2_999);
    expect(workspace.record.deliveries).toMatchObject([{ status: 0 }]);
    expect(workspace.record.deliveries[0]).not.toHaveProperty('failed');
    clock.advance(1);
    await workspace.settled();

    expect(retriesIn(received)).toEqual(['', '1 http_timeout']);
    expect(workspace.record.deliveries[0]?.failed).toBe('operation_timeout');
  });

  it('as nobody listens comes again as well', async () => {
    const { workspace } = await openWorkspace();
    workspace.deliverTo('http://127.0.0.1:1/slack/events');
    workspace.person('ana').opensHome();
    await workspace.settled();

    expect(workspace.record.deliveries.map(({ failed }) => failed)).toEqual(['connection_failed', 'connection_failed']);
  });
});

describe('repeatsDeliveries', () => {
  it('delivers each event more than once, under the same event_id', async () => {
    const { workspace } = await openWorkspace();
    const received = await startEndpoint(workspace, () => ({ status: 200 }));
    workspace.repeatsDeliveries(2);
    workspace.person('ana').opensHome();
    workspace.person('ben').opensHome();
    await workspace.settled();

    const ids = received.map(({ body }) => JSON.parse(body).event_id);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(2);
    expect(retriesIn(received).toSorted()).toEqual([
      '',
      '',
      '1 http_timeout',
      '1 http_timeout',
      '2 http_timeout',
      '2 http_timeout',
    ]);
  });
});
