import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { ActionItemFigures } from '../domain/action-items/figures.ts';
import type { EscalationCount } from '../domain/escalation/escalation-count.ts';
import type { Log } from '../use-cases/ports.ts';
import { addActionItemFigures } from './action-item-figures.ts';
import { addEscalationFigures } from './escalation-figures.ts';
import { respond } from './respond.ts';
import { READ_METHODS, type Route } from './route.ts';

export interface Metrics {
  /** `/metrics`, as Prometheus reads it. */
  readonly route: Route;
  countWork(work: { readonly kind: string; readonly outcome: 'done' | 'again-later' | 'failed' }): void;
  /** `outcome` is `ok` or Slack's word for what went wrong, `ratelimited`. */
  countSlackCall(call: { readonly method: string; readonly outcome: string }): void;
}

/** What is counted only when somebody reads the figures. */
export interface MetricsOptions {
  readonly countWorkDue: () => Promise<number>;
  readonly countIncidentsOpen: () => Promise<number>;
  readonly countPostmortemsOverdue: () => Promise<number>;
  readonly countEscalations: () => Promise<readonly EscalationCount[]>;
  readonly readActionItemFigures: () => Promise<ActionItemFigures>;
  readonly log: Log;
}

export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addGauges(registry, options);
  addEscalationFigures(registry, options.countEscalations);
  addActionItemFigures(registry, options.readActionItemFigures);
  const work = new Counter({
    name: 'faultline_work_total',
    help: 'Pieces of work tried, by kind and outcome.',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
  const slackCalls = new Counter({
    name: 'faultline_slack_calls_total',
    help: 'Calls of the Slack Web API, by method and outcome.',
    labelNames: ['method', 'outcome'],
    registers: [registry],
  });
  return {
    route: metricsRoute(registry, options.log),
    countWork: (labels) => work.inc({ ...labels }),
    countSlackCall: (labels) => slackCalls.inc({ ...labels }),
  };
}

function addGauges(registry: Registry, options: MetricsOptions): void {
  const gauges = [
    { name: 'faultline_work_due', help: 'Pieces of work due and not finished.', count: options.countWorkDue },
    {
      name: 'faultline_incidents_open',
      help: 'Incidents neither closed nor canceled, without drills.',
      count: options.countIncidentsOpen,
    },
    {
      name: 'faultline_postmortems_overdue',
      help: 'Postmortems that are not published and were due on an earlier day.',
      count: options.countPostmortemsOverdue,
    },
  ];
  for (const { name, help, count } of gauges) {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await count());
      },
    });
  }
}

function metricsRoute(registry: Registry, log: Log): Route {
  return {
    path: '/metrics',
    method: READ_METHODS,
    handler: (_, response) => {
      registry.metrics().then(
        (body) => respond(response, { status: 200, contentType: registry.contentType, body }),
        (error: unknown) => {
          log.warn({ error }, 'the figures could not be read');
          respond(response, { status: 503, contentType: 'text/plain', body: 'the figures could not be read' });
        },
      );
    },
  };
}
