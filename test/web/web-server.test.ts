import { describe, expect, it, onTestFinished } from 'vitest';
import { createSystem } from '../../src/system/create-system.ts';
import type { Timers } from '../../src/use-cases/system.ts';
import { createMetrics, type MetricsOptions } from '../../src/web/metrics.ts';
import type { Check } from '../../src/web/readiness.ts';
import { routes } from '../../src/web/routes.ts';
import { startWebServer } from '../../src/web/web-server.ts';
import { silentLog } from '../support/silent-log.ts';

const never: Timers = { after: () => () => {} };
const nothing = {
  open: 0,
  overdue: 0,
  done: 0,
  medianDaysToDone: undefined,
  doneWithDueDate: 0,
  doneInTime: undefined,
};
const noFigures = { all: nothing, byTeam: [], byKind: [], byTeamAndKind: [] };

const atOnce: Timers = {
  after: (_, run) => {
    run();
    return () => {};
  },
};

async function served(
  given: { checks?: Record<string, Check>; timers?: Timers; figures?: Partial<MetricsOptions> } = {},
) {
  const metrics = createMetrics({
    countWorkDue: async () => 3,
    countPostmortemsOverdue: async () => 3,
    countIncidentsOpen: async () => 2,
    countEscalations: async () => [],
    readActionItemFigures: async () => noFigures,
    log: silentLog,
    ...given.figures,
  });
  const server = await startWebServer({
    host: '127.0.0.1',
    port: 0,
    routes: routes({
      readiness: { checks: given.checks ?? {}, timers: given.timers ?? never, log: silentLog },
      metrics,
      alerts: {
        hooks: [],
        secretOf: () => undefined,
        receive: async () => [],
        hash: (text) => text,
        log: silentLog,
      },
      tracker: {
        format: undefined,
        secret: undefined,
        hear: async () => 'changed',
        clock: createSystem().clock,
        log: silentLog,
      },
    }),
  });
  onTestFinished(() => server.close());
  return { metrics, get: (path: string, init?: RequestInit) => fetch(`${server.address}${path}`, init) };
}

describe('/healthz', () => {
  it('answers while the process is up, whatever else is down', async () => {
    const { get } = await served({ checks: { database: () => Promise.reject(new Error('down')) } });

    const response = await get('/healthz?from=balancer');

    expect([response.status, await response.text()]).toEqual([200, 'ok']);
  });

  it('answers HEAD without a body', async () => {
    const { get } = await served();

    const response = await get('/healthz', { method: 'HEAD' });

    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('/readyz', () => {
  it('is ready when every check is', async () => {
    const { get } = await served({ checks: { database: async () => {}, slack: async () => {} } });

    const response = await get('/readyz');

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ready: true, checks: { database: 'ok', slack: 'ok' } });
  });

  it.each<[string, Check]>([
    ['rejects', () => Promise.reject(new Error('postgres://u:secret@db is down'))],
    [
      'throws',
      () => {
        throw new Error('secret');
      },
    ],
  ])('names a check that %s, but not why', async (_, failing) => {
    const { get } = await served({ checks: { database: failing, slack: async () => {} } });

    const response = await get('/readyz');

    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ready: false, checks: { database: 'failed', slack: 'ok' } });
  });

  it('does not wait for ever', async () => {
    const { get } = await served({ checks: { slack: () => new Promise(() => {}) }, timers: atOnce });

    const response = await get('/readyz');

    expect(await response.json()).toEqual({ ready: false, checks: { slack: 'failed' } });
  });
});

describe('/metrics', () => {
  it('counts what happened and reads what is', async () => {
    const { get, metrics } = await served();
    metrics.countWork({ kind: 'post-card', outcome: 'done' });
    metrics.countWork({ kind: 'post-card', outcome: 'done' });
    metrics.countSlackCall({ method: 'chat.postMessage', outcome: 'ratelimited' });

    const response = await get('/metrics');
    const text = await response.text();

    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=/u);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'faultline_work_due 3',
        'faultline_incidents_open 2',
        'faultline_work_total{kind="post-card",outcome="done"} 2',
        'faultline_slack_calls_total{method="chat.postMessage",outcome="ratelimited"} 1',
      ]),
    );
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('says so when the database does not answer', async () => {
    const { get } = await served({ figures: { countWorkDue: () => Promise.reject(new Error('down')) } });

    expect((await get('/metrics')).status).toBe(503);
  });
});

describe('startWebServer', () => {
  it('knows no other path and no other method', async () => {
    const { get } = await served();

    const statuses = [(await get('/')).status, (await get('/healthz', { method: 'POST' })).status];

    expect(statuses).toEqual([404, 405]);
  });

  it('rejects when the port is taken', async () => {
    const first = await startWebServer({ host: '127.0.0.1', port: 0, routes: [] });
    onTestFinished(() => first.close());
    const port = Number(new URL(first.address).port);

    await expect(startWebServer({ host: '127.0.0.1', port, routes: [] })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
