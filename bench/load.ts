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

export interface Target {
  readonly address: string;
  readonly requests: readonly LogRequest[];
  readonly isExpected: (body: string) => boolean;
}

/**
 * Sends all of them, over each connection the next when the one before is answered, and waits for every answer: were
 * it stopped by the clock, nobody could say what became of the last ones.
 */
export async function sendAll(target: Target): Promise<Load> {
  const milliseconds: number[] = [];
  const unexpected: string[] = [];
  let finished = 0;
  const busyBefore = performance.eventLoopUtilization();
  const started = performance.now();
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const done = (error: unknown, value: autocannon.Result) => (error ? reject(error) : resolve(value));
    const run = autocannon(optionsFor(target, unexpected), done);
    run.on('response', (_client, _status, _bytes, took) => {
      milliseconds.push(took);
      finished = performance.now();
    });
  });
  const busy = performance.eventLoopUtilization(performance.eventLoopUtilization(), busyBefore);
  requireAllAcked(result, target.requests.length, unexpected);
  return { milliseconds, seconds: (finished - started) / 1_000, senderBusy: busy.utilization };
}

function optionsFor({ address, requests, isExpected }: Target, unexpected: string[]): autocannon.Options {
  let sent = 0;
  return {
    url: `${address}/slack/events`,
    connections: CONNECTIONS,
    amount: requests.length,
    method: 'POST',
    // So often it looks whether all are answered.
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
      const isFine = isExpected(String(body));
      if (!isFine) {
        unexpected.push(String(body));
      }
      return isFine;
    },
  };
}

function requireAllAcked(result: autocannon.Result, sent: number, unexpected: readonly string[]): void {
  if (result['2xx'] === sent && result.errors === 0 && unexpected.length === 0) {
    return;
  }
  const example = unexpected[0] === undefined ? '' : ` The first of these: ${unexpected[0].slice(0, 200)}`;
  throw new Error(
    `Of ${sent} requests ${result['2xx']} were answered with a 2xx, ${result.errors} got no answer, and ` +
      `${unexpected.length} were answered with something else than what an ack says.${example}`,
  );
}
