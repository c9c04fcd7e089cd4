import { z } from 'zod';
import { type Delivered, type Receiver, type Reply, startReceiver } from './start-receiver.ts';

const WebAddress = z.url({ protocol: /^https?$/u });

/** https://developer.pagerduty.com/docs/events-api-v2/trigger-events/ */
const Payload = z.strictObject({
  summary: z.string().min(1).max(1_024),
  source: z.string().min(1),
  severity: z.enum(['critical', 'error', 'warning', 'info']),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  component: z.string().optional(),
  group: z.string().optional(),
  class: z.string().optional(),
  custom_details: z.record(z.string(), z.json()).optional(),
});

const RoutingKey = z.string().length(32, "Length of 'routing_key' is incorrect (should be 32 characters)");

const DedupKey = z.string().min(1).max(255);

export const PagerdutyEvent = z.discriminatedUnion('event_action', [
  z.strictObject({
    routing_key: RoutingKey,
    event_action: z.literal('trigger'),
    dedup_key: DedupKey.optional(),
    payload: Payload,
    client: z.string().optional(),
    client_url: WebAddress.optional(),
    links: z.array(z.strictObject({ href: WebAddress, text: z.string().optional() })).optional(),
    images: z
      .array(z.strictObject({ src: z.url(), href: WebAddress.optional(), alt: z.string().optional() }))
      .optional(),
  }),
  z.strictObject({
    routing_key: RoutingKey,
    event_action: z.enum(['acknowledge', 'resolve']),
    dedup_key: DedupKey,
    payload: Payload.optional(),
  }),
]);

type Event = z.output<typeof PagerdutyEvent>;

export interface PagerdutyAlert {
  readonly dedupKey: string;
  readonly status: 'triggered' | 'acknowledged' | 'resolved';
  readonly triggers: number;
}

export interface Pagerduty extends Receiver {
  /** `http://127.0.0.1:4000/v2/enqueue` */
  readonly url: string;
  alerts(): readonly PagerdutyAlert[];
}

/** Takes and answers events as the Events API v2 does. */
export async function startPagerduty(): Promise<Pagerduty> {
  let alerts: readonly PagerdutyAlert[] = [];
  const receiver = await startReceiver((delivered) => {
    if (delivered.path !== '/v2/enqueue' || delivered.method !== 'POST') {
      return { status: 404 };
    }
    const event = PagerdutyEvent.safeParse(parseJson(delivered));
    if (!event.success) {
      return invalid(event.error);
    }
    alerts = apply(event.data, alerts);
    return json(202, { status: 'success', message: 'Event processed', dedup_key: event.data.dedup_key });
  });
  return { ...receiver, url: `${receiver.address}/v2/enqueue`, alerts: () => alerts };
}

/** A trigger is added to the alert that is open under its key; what is said of one that is not open is dropped. */
function apply(event: Event, alerts: readonly PagerdutyAlert[]): readonly PagerdutyAlert[] {
  const key = event.dedup_key ?? `made-up-${alerts.length}`;
  const open = alerts.find(({ dedupKey, status }) => dedupKey === key && status !== 'resolved');
  if (open === undefined) {
    const isNew = event.event_action === 'trigger';
    return isNew ? [...alerts, { dedupKey: key, status: 'triggered', triggers: 1 }] : alerts;
  }
  return alerts.map((alert) => (alert === open ? changed(alert, event.event_action) : alert));
}

function changed(alert: PagerdutyAlert, action: Event['event_action']): PagerdutyAlert {
  switch (action) {
    case 'trigger':
      return { ...alert, triggers: alert.triggers + 1 };
    case 'acknowledge':
      return { ...alert, status: 'acknowledged' };
    case 'resolve':
      return { ...alert, status: 'resolved' };
  }
}

function invalid(error: z.ZodError): Reply {
  const errors = error.issues.map((issue) => issue.message);
  return json(400, { status: 'invalid event', message: 'Event object is invalid', errors });
}

function json(status: number, body: object): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function parseJson({ headers, body }: Delivered): unknown {
  if (headers['content-type'] !== 'application/json') {
    return undefined;
  }
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
