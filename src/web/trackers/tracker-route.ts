import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TicketReport } from '../../domain/action-items/ticket.ts';
import type { TrackerPolicy } from '../../domain/policy.ts';
import type { Log } from '../../use-cases/ports.ts';
import type { Clock } from '../../use-cases/system.ts';
import type { Heard } from '../../use-cases/trackers/hear-ticket.ts';
import { readBody } from '../alerts/read-body.ts';
import { respond } from '../respond.ts';
import type { Route } from '../route.ts';
import { checkSignature, type Signature } from './check-signature.ts';
import { readReport } from './read-report.ts';

export interface TrackerRouteOptions {
  /** Missing where the policy names no tracker. */
  readonly format: TrackerPolicy['format'] | undefined;
  readonly secret: string | undefined;
  /** Resolves after the commit. */
  readonly hear: (report: TicketReport) => Promise<Heard>;
  readonly clock: Clock;
  readonly log: Log;
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What GitHub sends at most is far more, of pushes; of one issue it is less. */
const MOST_BYTES = 5_242_880;

const METHODS = ['POST', 'GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** `POST /hooks/tracker`: what the tracker tells of its tickets. docs/trackers.md says how it is set up. */
export function trackerRoute(options: TrackerRouteOptions): Route {
  return {
    path: '/hooks/tracker',
    method: METHODS,
    handler: (request, response) => void handle(options, request, response),
  };
}

async function handle(options: TrackerRouteOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await answerTo(options, request).catch((error: unknown) => {
    options.log.error({ error }, 'what the tracker told could not be taken');
    return failure(503, 'It could not be stored. Send it again.');
  });
  if (answer !== undefined) {
    respond(response, { ...answer, contentType: 'application/json', body: JSON.stringify(answer.body) });
  }
}

/** Nothing where nobody is left to hear it. */
async function answerTo(options: TrackerRouteOptions, request: IncomingMessage): Promise<Answer | undefined> {
  const { format, secret, clock, hear, log } = options;
  if (request.method !== 'POST') {
    return failure(405, 'Trackers send by POST.');
  }
  if (format === undefined || secret === undefined) {
    return failure(404, 'The policy names no tracker, or TRACKER_WEBHOOK_SECRET is not set.');
  }
  const body = await readBody(request, MOST_BYTES);
  if (!body.ok) {
    return body.refusal.kind === 'too-long' ? failure(413, `The body is longer than ${MOST_BYTES} bytes.`) : undefined;
  }
  const { headers } = request;
  const now = clock.now();
  const signature = checkSignature(format, { headers, body: body.value }, { secret, now });
  if (signature !== 'right') {
    log.warn({ format, signature }, 'a word of the tracker was turned away');
    return failure(401, UNSIGNED[signature]);
  }
  const json = parseJson(body.value);
  if (json === undefined) {
    return failure(400, 'The body is no JSON: send it as application/json.');
  }
  const report = readReport(format, { headers, json }, now);
  if (!report.success) {
    const [issue] = report.error.issues;
    return failure(422, `${issue?.path.join('.') || 'the body'}: ${issue?.message ?? 'not as it must be'}`);
  }
  if (report.data === undefined) {
    return { status: 200, body: { ok: true, result: 'ignored' } };
  }
  const result = await hear(report.data);
  // GitHub and Jira tell of all their tickets; whoever writes to us in our own format names one.
  return result === 'unknown-ticket' && format === 'webhook'
    ? failure(404, 'key: no action item has that ticket.')
    : { status: 200, body: { ok: true, result } };
}

const UNSIGNED: Readonly<Record<Exclude<Signature, 'right'>, string>> = {
  missing: 'It is not signed: sign it with TRACKER_WEBHOOK_SECRET, as docs/trackers.md says.',
  wrong: 'The signature is not that of this body with TRACKER_WEBHOOK_SECRET; docs/trackers.md says how to sign.',
  stale: 'Its timestamp is not of the last five minutes: sign it when you send it, by a clock that is right.',
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failure(status: number, error: string): Answer {
  return { status, body: { error } };
}
