import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AlertNotice } from '../../domain/alerts/alert.ts';
import { type Incident, incidentName } from '../../domain/incident/incident.ts';
import type { AlertHook } from '../../domain/policy.ts';
import type { Log } from '../../use-cases/ports.ts';
import type { Hash } from '../../use-cases/system.ts';
import { respond } from '../respond.ts';
import type { Route } from '../route.ts';
import { isAuthorized } from './is-authorized.ts';
import { readBody, type UnreadBody } from './read-body.ts';
import { readNotice } from './read-notice.ts';

export interface AlertRouteOptions {
  readonly hooks: readonly AlertHook[];
  /** The secret of the hook of that name, where it has one. */
  readonly secretOf: (name: string) => string | undefined;
  /** Resolves after the commit to the incidents that the alerts belong to. */
  readonly receive: (hook: AlertHook, notice: AlertNotice) => Promise<readonly Incident[]>;
  readonly hash: Hash;
  readonly log: Log;
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const MOST_BYTES = 1_048_576;

/** All of them, so that a wrong one is told so with the same words by every server that takes this route. */
const METHODS = ['POST', 'GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** `POST /hooks/alerts/<name>`: the way in for alerts. docs/alerts.md says how they are sent. */
export function alertRoute(options: AlertRouteOptions): Route {
  return {
    path: '/hooks/alerts/:name',
    method: METHODS,
    handler: (request, response) => void handle(options, request, response),
  };
}

async function handle(options: AlertRouteOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await answerTo(options, request).catch((error: unknown) => {
    options.log.error({ error }, 'an alert could not be answered');
    return failure(500, 'Something went wrong here. The log of Faultline says what.');
  });
  if (answer !== undefined) {
    respond(response, { ...answer, contentType: 'application/json', body: JSON.stringify(answer.body) });
  }
}

/** Nothing where nobody is left to hear it. */
async function answerTo(options: AlertRouteOptions, request: IncomingMessage): Promise<Answer | undefined> {
  const name = /^\/hooks\/alerts\/([^/?]*)/u.exec(request.url ?? '')?.[1];
  const hook = options.hooks.find((known) => known.name === name);
  const refused = refuseRequest(options, request, hook);
  if (refused !== undefined || hook === undefined) {
    return refused ?? failure(404, 'There is no such alert hook in the policy.');
  }
  const body = await readBody(request, MOST_BYTES);
  if (!body.ok) {
    return refuseBody(options, body.refusal);
  }
  try {
    return await take(options, hook, body.value);
  } catch (error) {
    options.log.error({ hook: hook.name, error }, 'an alert could not be taken');
    return failure(503, 'The alert could not be stored. Send it again.');
  }
}

function refuseBody({ log }: AlertRouteOptions, unread: UnreadBody): Answer | undefined {
  switch (unread.kind) {
    case 'too-long':
      return failure(413, `The body is longer than ${MOST_BYTES} bytes.`);
    case 'sender-gone':
      log.debug({ error: unread.error }, 'whoever sent an alert was gone before its end');
      return undefined;
  }
}

/** All that is wrong with a request before it is read. */
function refuseRequest(
  { secretOf, log }: AlertRouteOptions,
  { method, headers }: IncomingMessage,
  hook: AlertHook | undefined,
): Answer | undefined {
  if (method !== 'POST') {
    return { ...failure(405, 'Alerts are sent by POST.'), headers: { allow: 'POST' } };
  }
  if (hook === undefined) {
    return failure(404, 'There is no such alert hook in the policy.');
  }
  const secret = secretOf(hook.name);
  if (secret === undefined) {
    log.error({ hook: hook.name }, 'an alert was turned away: this hook has no secret');
  }
  if (secret === undefined || !isAuthorized(headers.authorization, secret)) {
    const sentence = 'Send the secret of this hook as a bearer token, or as the password of basic authentication.';
    return { ...failure(401, sentence), headers: { 'www-authenticate': 'Bearer' } };
  }
  const encoding = headers['content-encoding'];
  return encoding === undefined || encoding === 'identity'
    ? undefined
    : failure(415, 'Send the body as it is, without a content encoding.');
}

async function take({ hash, receive }: AlertRouteOptions, hook: AlertHook, body: string): Promise<Answer> {
  const notice = readNotice(hook.format, body, hash);
  if (!notice.ok) {
    return failure(notice.refusal.status, notice.refusal.sentence);
  }
  const incidents = await receive(hook, notice.value);
  return { status: 200, body: { incidents: incidents.map(incidentName) } };
}

function failure(status: number, error: string): Answer {
  return { status, body: { error } };
}
