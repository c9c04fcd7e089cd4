import { z } from 'zod';
import { accept, type Result, refuse } from '../domain/result.ts';

/** One of the requests by which Slack tells an app of something. */
export interface Payload {
  /** `a slash command`. */
  readonly what: string;
  /** The workspace that it comes from, where it says so. */
  readonly teamId: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

const EXPECTED =
  'expected is what Slack sends an app: an event in its envelope, a button, form or shortcut, or the fields of a slash command, as JSON or as the body that Slack posts';

const Id = z.string().min(1);
const interactive = {
  user: z.looseObject({ id: Id, team_id: Id.optional() }),
  team: z.looseObject({ id: Id }).nullish(),
};

/** What the bot reads of each kind in any case. https://docs.slack.dev/reference/interaction-payloads */
const KINDS = {
  event_callback: {
    what: 'an event',
    shape: z.looseObject({ team_id: Id, event_id: Id, event: z.looseObject({ type: Id }) }),
  },
  block_actions: {
    what: 'a button or a menu',
    shape: z.looseObject({
      ...interactive,
      trigger_id: Id,
      actions: z.array(z.looseObject({ type: Id, action_id: Id, action_ts: Id })).min(1),
    }),
  },
  view_submission: {
    what: 'a form',
    shape: z.looseObject({
      ...interactive,
      view: z.looseObject({
        id: Id,
        hash: Id,
        callback_id: Id,
        private_metadata: z.string(),
        blocks: z.array(z.unknown()),
        state: z.looseObject({ values: z.record(z.string(), z.unknown()) }),
      }),
    }),
  },
  message_action: {
    what: 'a message shortcut',
    shape: z.looseObject({
      ...interactive,
      callback_id: Id,
      trigger_id: Id,
      channel: z.looseObject({ id: Id }),
      message: z.looseObject({ ts: Id }),
    }),
  },
  shortcut: {
    what: 'a global shortcut',
    shape: z.looseObject({ ...interactive, callback_id: Id, trigger_id: Id }),
  },
  command: {
    what: 'a slash command',
    shape: z.looseObject({
      team_id: Id,
      user_id: Id,
      channel_id: Id,
      trigger_id: Id,
      command: z.string().startsWith('/'),
    }),
  },
} as const;

const Team = z.union([
  z.object({ team_id: Id }).transform(({ team_id }) => team_id),
  z.object({ team: z.object({ id: Id }) }).transform(({ team }) => team.id),
  z.object({ user: z.object({ team_id: Id }) }).transform(({ user }) => user.team_id),
]);

/** Reads a recorded payload, called `name`; a refusal is the sentence that says what is wrong with it. */
export function readPayload(text: string, name: string): Result<Payload, string> {
  const written = text.trim();
  if (written === '') {
    return refuse(`${name} is empty; ${EXPECTED}.`);
  }
  const body = z
    .record(z.string(), z.unknown())
    .safeParse(written.startsWith('{') ? readJson(written) : readForm(written));
  const kind = body.success ? kindOf(body.data) : undefined;
  if (!body.success || kind === undefined) {
    return refuse(`${name} is not a payload of Slack’s; ${EXPECTED}.`);
  }
  const { what, shape } = KINDS[kind];
  const checked = shape.safeParse(body.data);
  if (!checked.success) {
    const fields = [...new Set(checked.error.issues.map(({ path }) => path.join('.')))];
    const are = fields.length === 1 ? 'is' : 'are';
    return refuse(`${name} is ${what} that is not whole: ${fields.join(', ')} ${are} missing or malformed.`);
  }
  return accept({ what, teamId: Team.safeParse(body.data).data, body: body.data });
}

function kindOf(body: Readonly<Record<string, unknown>>): keyof typeof KINDS | undefined {
  const kind = body.command === undefined ? body.type : 'command';
  return typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? (kind as keyof typeof KINDS) : undefined;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#payloads: interactions come as JSON in a form's field. */
function readForm(body: string): unknown {
  const fields = new URLSearchParams(body);
  const payload = fields.get('payload');
  return payload === null ? Object.fromEntries(fields) : readJson(payload);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
