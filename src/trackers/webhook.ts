import { z } from 'zod';
import type { ActionItemStatus } from '../domain/action-items/action-item.ts';
import type { Ticket } from '../domain/action-items/ticket.ts';
import type { TrackerPolicy } from '../domain/policy.ts';
import { type Instant, instant } from '../domain/time.ts';
import { sign } from '../http/sign.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import type { TicketContent, Tracker } from '../use-cases/tracker-port.ts';
import type { TrackerSystem } from './github-client.ts';
import { parseJson, readAnswer, sendJson } from './json-client.ts';

export interface WebhookTrackerOptions {
  readonly policy: Extract<TrackerPolicy, { format: 'webhook' }>;
  readonly secret: string;
  readonly system: TrackerSystem;
}

/** Where a tracker does not say when it was, whatever it tells later is newer. */
const NEVER = instant(0);

const GONE = [404, 410];

/** A field that is not as it must be takes none of the others with it: what it made is there, and its key is how it is called. */
const Made = z
  .object({
    key: z
      .union([z.string(), z.number()])
      .transform(String)
      .pipe(z.string().min(1).max(200))
      .optional()
      .catch(undefined),
    url: z.string().max(2_000).optional().catch(undefined),
    at: z
      .string()
      .refine((told) => !Number.isNaN(Date.parse(told)))
      .transform((told): Instant => instant(new Date(told)))
      .optional()
      .catch(undefined),
  })
  .catch({ key: undefined, url: undefined, at: undefined });

/** Any tracker that takes our signed calls, which docs/trackers.md describes. */
export function createWebhookTracker(options: WebhookTrackerOptions): Tracker {
  const { system } = options;
  return {
    kind: 'webhook',
    name: 'the tracker',
    polling: undefined,
    async create(content, attempt) {
      const answer = await send(options, { event: 'create', key: null, status: 'open', content, attempt });
      readAnswer(z.unknown(), answer, system);
      const { key = content.actionItemId, url, at = NEVER } = Made.parse(parseJson(answer.body));
      return { key, url, state: 'open', heardAt: at };
    },
    async update(ticket, { status }, content, attempt) {
      const after = status ?? statusOf(ticket);
      const answer = await send(options, { event: 'update', key: ticket.key, status: after, content, attempt });
      if (GONE.includes(answer.status)) {
        return { state: 'gone', heardAt: ticket.heardAt };
      }
      readAnswer(z.unknown(), answer, system);
      const { at = ticket.heardAt } = Made.parse(parseJson(answer.body));
      return { state: after, heardAt: at };
    },
  };
}

interface Sent {
  readonly event: 'create' | 'update';
  readonly key: string | null;
  readonly status: ActionItemStatus;
  readonly content: TicketContent;
  readonly attempt: Attempt;
}

function send({ policy, secret, system }: WebhookTrackerOptions, { event, key, status, content, attempt }: Sent) {
  const body = JSON.stringify({
    event,
    delivery: attempt.key,
    action_item: content.actionItemId,
    key,
    status,
    title: content.title.toWellFormed(),
    why: content.why.toWellFormed(),
    done_when: content.doneWhen ?? null,
    due_on: content.dueOn ?? null,
    kind: content.kind ?? null,
    priority: content.priority ?? null,
    owner: content.owner === undefined ? null : { name: content.owner.name, email: content.owner.email ?? null },
    links: content.links,
    labels: policy.labels,
  });
  const headers = { 'X-Faultline-Delivery': attempt.key, ...sign(body, secret, system.clock.now()) };
  return sendJson(system, { method: 'POST', url: policy.url, headers, body });
}

function statusOf({ state }: Ticket): ActionItemStatus {
  return state === 'gone' ? 'open' : state;
}
