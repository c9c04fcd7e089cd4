import { z } from 'zod';
import { type Delivered, type Receiver, type Reply, startReceiver } from './start-receiver.ts';

/** https://docs.opsgenie.com/docs/alert-api */
const ActionFields = {
  user: z.string().max(100).optional(),
  note: z.string().max(25_000).optional(),
  source: z.string().max(100).optional(),
};

const Responder = z.strictObject({
  type: z.enum(['team', 'user', 'escalation', 'schedule']),
  id: z.string().optional(),
  name: z.string().optional(),
  username: z.string().optional(),
});

export const OpsgenieAlertRequest = z.strictObject({
  ...ActionFields,
  message: z.string().min(1, 'Message can not be empty.').max(130),
  alias: z.string().max(512).optional(),
  description: z.string().max(15_000).optional(),
  responders: z.array(Responder).max(50).optional(),
  visibleTo: z.array(Responder).max(50).optional(),
  actions: z.array(z.string().max(50)).max(10).optional(),
  tags: z.array(z.string().max(50)).max(20).optional(),
  details: z
    .record(z.string(), z.string())
    .refine((details) => Object.entries(details).flat().join('').length <= 8_000)
    .optional(),
  entity: z.string().max(512).optional(),
  priority: z.enum(['P1', 'P2', 'P3', 'P4', 'P5']).optional(),
});

export const OpsgenieActionRequest = z.strictObject(ActionFields);

export interface OpsgenieAlert {
  readonly alias: string;
  readonly status: 'open' | 'closed';
  readonly acknowledged: boolean;
  readonly count: number;
  /** What was said to each change of it, oldest first. */
  readonly notes: readonly string[];
}

export interface Opsgenie extends Receiver {
  /** `http://127.0.0.1:4000/v2/alerts` */
  readonly url: string;
  alerts(): readonly OpsgenieAlert[];
}

type Change = (alerts: readonly OpsgenieAlert[]) => readonly OpsgenieAlert[];

/** Takes and answers requests as the Alert API does: all that is well formed is accepted, and applied where it can be. */
export async function startOpsgenie(apiKey: string): Promise<Opsgenie> {
  let alerts: readonly OpsgenieAlert[] = [];
  const receiver = await startReceiver((delivered) => {
    if (delivered.headers.authorization !== `GenieKey ${apiKey}`) {
      return json(401, { message: 'Could not authenticate' });
    }
    const change = readChange(delivered);
    if (change === undefined) {
      return json(404, { message: 'No handler found for the request' });
    }
    if (change instanceof z.ZodError) {
      const errors = Object.fromEntries(change.issues.map(({ path, message }) => [path.join('.'), message]));
      return json(422, { message: 'Request body is not processable. Please check the errors.', errors });
    }
    alerts = change(alerts);
    return json(202, { result: 'Request will be processed' });
  });
  return { ...receiver, url: `${receiver.address}/v2/alerts`, alerts: () => alerts };
}

function readChange(delivered: Delivered): Change | z.ZodError | undefined {
  const url = new URL(delivered.path, 'http://opsgenie');
  if (delivered.method !== 'POST' || delivered.headers['content-type'] !== 'application/json') {
    return undefined;
  }
  if (url.pathname === '/v2/alerts') {
    const request = OpsgenieAlertRequest.safeParse(JSON.parse(delivered.body));
    return request.success ? (alerts) => create(request.data.alias ?? '', alerts) : request.error;
  }
  const [, identifier = '', action] = /^\/v2\/alerts\/([^/]+)\/(acknowledge|close)$/u.exec(url.pathname) ?? [];
  if (action === undefined) {
    return undefined;
  }
  const request = OpsgenieActionRequest.safeParse(JSON.parse(delivered.body));
  if (!request.success) {
    return request.error;
  }
  const isByAlias = url.searchParams.get('identifierType') === 'alias';
  const alias = isByAlias ? decodeURIComponent(identifier) : undefined;
  const state = action === 'close' ? { status: 'closed' as const } : { acknowledged: true };
  return (alerts) =>
    alerts.map((alert) =>
      alert.alias === alias && alert.status === 'open'
        ? { ...alert, ...state, notes: [...alert.notes, request.data.note ?? ''] }
        : alert,
    );
}

function create(alias: string, alerts: readonly OpsgenieAlert[]): readonly OpsgenieAlert[] {
  const open = alerts.find((alert) => alert.alias === alias && alert.status === 'open');
  return open === undefined
    ? [...alerts, { alias, status: 'open', acknowledged: false, count: 1, notes: [] }]
    : alerts.map((alert) => (alert === open ? { ...alert, count: alert.count + 1 } : alert));
}

function json(status: number, body: object): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, took: 0.107, requestId: '43a29c5c-3dbf-4fa4-9c26-f4f71023e120' }),
  };
}
