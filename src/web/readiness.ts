import { SECOND } from '../domain/time.ts';
import type { Log } from '../use-cases/ports.ts';
import type { Timers } from '../use-cases/system.ts';
import { respond } from './respond.ts';
import { READ_METHODS, type Route } from './route.ts';

/** Resolves when that part can do its work, and rejects when it cannot. */
export type Check = () => Promise<void>;

export interface ReadinessOptions {
  /** By name, as the answer lists them. */
  readonly checks: Readonly<Record<string, Check>>;
  readonly timers: Timers;
  readonly log: Log;
}

const LONGEST = 3 * SECOND;

/** `/readyz`: whether Slack's requests can be served. The answer lists the checks; why one failed only the log says. */
export function readinessRoute(options: ReadinessOptions): Route {
  return {
    path: '/readyz',
    method: READ_METHODS,
    handler: (_, response) => {
      void runChecks(options).then((results) => {
        const ready = results.every(([, outcome]) => outcome === 'ok');
        const body = JSON.stringify({ ready, checks: Object.fromEntries(results) });
        respond(response, { status: ready ? 200 : 503, contentType: 'application/json', body });
      });
    },
  };
}

async function runChecks({ checks, timers, log }: ReadinessOptions): Promise<readonly (readonly [string, string])[]> {
  return Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        await withinTime(check, timers);
        return [name, 'ok'] as const;
      } catch (error) {
        log.warn({ check: name, error }, 'not ready');
        return [name, 'failed'] as const;
      }
    }),
  );
}

function withinTime(check: Check, timers: Timers): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(LONGEST, () => reject(new Error(`no answer within ${LONGEST} ms`)));
    check().then(resolve, reject).finally(cancel);
  });
}
