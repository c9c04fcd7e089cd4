import type { CancelTimer } from '../../use-cases/system.ts';
import type { DeliveryKind, DeliveryRecord } from '../record.ts';
import type { SocketServer } from '../server/socket-server.ts';
import { signRequest } from '../signature.ts';
import type { State } from '../state/state.ts';

/** Slack waits so long for an answer, by its own clock. */
const PATIENCE_MILLISECONDS = 3_000;

/** Whoever stands still for so long in real time will not answer, however still the workspace's clock stands. */
const NET_MILLISECONDS = 10_000;

export interface Delivery {
  readonly kind: DeliveryKind;
  readonly payload: Readonly<Record<string, unknown>>;
  /** 1 for the first. */
  readonly attempt?: number;
  /** Why the attempt before failed, in Slack's words. */
  readonly retryReason?: string;
}

export interface Delivered {
  /** 0 where there was no answer. */
  readonly status: number;
  readonly body: string;
  /** Why Slack would call this interaction failed. */
  readonly failed?: string;
}

/** How the bot is reached: the address of its HTTP receiver, or a socket that it opened. */
type Destination = { readonly url: string | undefined; readonly sockets: SocketServer };

/** Delivers once and records what came of it. */
export async function deliver(
  state: State,
  to: Destination,
  signingSecret: string,
  delivery: Delivery,
): Promise<Delivered> {
  const { kind, payload, attempt = 1 } = delivery;
  const record: DeliveryRecord = { kind, payload, attempt, at: state.clock.now(), status: 0, body: '' };
  state.record.deliveries.push(record);
  const delivered = await state.traffic.track(
    isTurnedOff(state, kind)
      ? Promise.resolve({ status: 0, body: '', failed: 'interactivity_disabled' })
      : withPatience(state, send(to, signingSecret, delivery)),
  );
  record.status = delivered.status;
  record.body = delivered.body;
  if (delivered.failed !== undefined) {
    record.failed = delivered.failed;
  }
  return delivered;
}

function send(to: Destination, signingSecret: string, delivery: Delivery): Promise<Delivered> {
  return to.sockets.isConnected ? overSocket(to, delivery) : overHttp(to.url, signingSecret, delivery);
}

/** Events and commands come without it. https://docs.slack.dev/reference/app-manifest#settings */
function isTurnedOff({ manifest }: State, kind: DeliveryKind): boolean {
  return kind !== 'event' && kind !== 'command' && !manifest.settings.interactivity.is_enabled;
}

async function withPatience(state: State, delivery: Promise<Delivered>): Promise<Delivered> {
  let cancel: CancelTimer = () => undefined;
  const late = new Promise<Delivered>((resolve) => {
    const giveUp = () => resolve({ status: 0, body: '', failed: 'operation_timeout' });
    const cancelTimer = state.clock.after(PATIENCE_MILLISECONDS, giveUp);
    const net = AbortSignal.timeout(NET_MILLISECONDS);
    net.addEventListener('abort', giveUp);
    cancel = () => {
      cancelTimer();
      net.removeEventListener('abort', giveUp);
    };
  });
  const delivered = await Promise.race([delivery, late]);
  cancel();
  return delivered;
}

async function overSocket({ sockets }: Destination, delivery: Delivery): Promise<Delivered> {
  const { kind, payload, attempt = 1, retryReason = '' } = delivery;
  const answer =
    kind === 'event'
      ? await sockets.send({ type: 'events_api', payload, retry_attempt: attempt - 1, retry_reason: retryReason })
      : await sockets.send({ type: kind === 'command' ? 'slash_commands' : 'interactive', payload });
  return { status: 200, body: answer === undefined ? '' : JSON.stringify(answer) };
}

async function overHttp(url: string | undefined, signingSecret: string, delivery: Delivery): Promise<Delivered> {
  if (url === undefined) {
    return { status: 0, body: '', failed: 'no_request_url' };
  }
  const { body, contentType } = encode(delivery);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType, ...signRequest(signingSecret, body), ...retryHeaders(delivery) },
      body,
    });
    const text = await response.text();
    const failed = response.ok ? {} : { failed: `http_${response.status}` };
    return { status: response.status, body: text, ...failed };
  } catch {
    return { status: 0, body: '', failed: 'connection_failed' };
  }
}

function encode({ kind, payload }: Delivery): { readonly body: string; readonly contentType: string } {
  if (kind === 'event') {
    return { body: JSON.stringify(payload), contentType: 'application/json' };
  }
  const form = kind === 'command' ? textOf(payload) : { payload: JSON.stringify(payload) };
  return { body: String(new URLSearchParams(form)), contentType: 'application/x-www-form-urlencoded' };
}

function textOf(payload: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
}

/** https://docs.slack.dev/apis/events-api/#retries */
function retryHeaders({ attempt = 1, retryReason }: Delivery): Record<string, string> {
  return attempt === 1
    ? {}
    : { 'x-slack-retry-num': String(attempt - 1), 'x-slack-retry-reason': retryReason ?? 'http_timeout' };
}
