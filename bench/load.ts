import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import type { LogRequest } from './log-requests.ts';

export const CONNECTIONS = 50;

export interface Load {
  /** How long each answer took, in milliseconds. */
  readonly milliseconds: readonly number[];
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** How busy the process was that sends the requests; near 1 it measures itself. */
  readonly senderBusy: number;
}

/** Sends all of them over `CONNECTIONS` connections, each sends its next when it is answered, and waits for every answer. */
export async function sendAll(target: {
  readonly address: string;
  readonly requests: readonly LogRequest[];
  readonly isExpected: (body: string) => boolean;
}): Promise<Load> {
  const { requests } = target;
  const milliseconds: number[] = [];
  const wrong: string[] = [];
  let sent = 0;
  let finished = 0;
  const busyBefore = performance.eventLoopUtilization();
  const started = performance.now();
  const run = autocannon({
    url: `${target.address}/slack/events`,
    connections: CONNECTIONS,
    amount: requests.length,
    method: 'POST',
    // It looks for the end only as often as this.
    sampleInt: 20,
    requests: [
      {
        setupRequest: (request) => {
          const next = requests[sent];
          sent += 1;
          return { ...request, ...next };
        },
      },
    ],
    verifyBody: (body) => {
      const isExpected = target.isExpected(String(body));
      if (!isExpected && wrong.length === 0) {
        wrong.push(String(body));
      }
      return isExpected;
    },
  });
  run.on('response', (_client, _status, _bytes, took) => {
    milliseconds.push(took);
    finished = performance.now();
  });
  const result = await run;
  const busy = performance.eventLoopUtilization(performance.eventLoopUtilization(), busyBefore);
  if (result['2xx'] !== requests.length || result.errors > 0 || result.mismatches > 0) {
    throw new Error(
      `Of ${requests.length} requests ${result['2xx']} were answered with a 2xx, ${result.errors} failed on the wire, and ` +
        `${result.mismatches} were refused${wrong.map((body) => `: ${body.slice(0, 200)}`).join('')}`,
    );
  }
  return { milliseconds, seconds: (finished - started) / 1_000, senderBusy: busy.utilization };
}
