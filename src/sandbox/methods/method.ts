import { z } from 'zod';
import type { ChannelKind, ChannelRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { SlackError } from './slack-error.ts';

/** One method of the Web API. */
export interface Method {
  /** The kind of token it takes. */
  readonly token: 'bot' | 'app';
  run(state: State, given: Readonly<Record<string, unknown>>): object;
}

/**
 * `schema` is strict throughout: Slack passes over arguments that it does not know, but a bot that sends one means
 * something by it. `Response` is Slack's published type of what the method answers.
 */
interface Definition<Schema extends z.ZodType, Response> {
  readonly token?: Method['token'];
  readonly schema: Schema;
  /** Any one of these allows the call. */
  readonly scopes?: readonly string[];
  /** What Slack answers where an argument is missing or wrong; `invalid_arguments` where nothing is said. */
  readonly refusals?: Readonly<Record<string, string>>;
  run(state: State, given: z.output<Schema>): Response;
}

/** What Slack's answer holds beside `ok` and what the transport adds. */
export type Answer<Response> = Plain<Omit<Response, 'ok' | 'error' | 'needed' | 'provided'>>;

/** Slack's published types keep the enums of their texts to themselves. */
type Plain<Type> = Type extends string
  ? string
  : Type extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : Type extends object
      ? { [Key in keyof Type]: Plain<Type[Key]> }
      : Type;

export function defineMethod<Schema extends z.ZodType, Response extends object>(
  definition: Definition<Schema, Response>,
): Method {
  return {
    token: definition.token ?? 'bot',
    run(state, { team_id: _, ...given }) {
      // Bolt's client adds `team_id` to every call, which says nothing where an app is installed in one workspace.
      requireScope(state, definition.scopes ?? []);
      const parsed = definition.schema.safeParse(given);
      if (!parsed.success) {
        throw refusal(parsed.error, definition.refusals);
      }
      return definition.run(state, parsed.data);
    },
  };
}

export function requireScope(state: State, allowing: readonly string[]): void {
  if (allowing.length > 0 && !allowing.some((scope) => state.scopes.includes(scope))) {
    throw new SlackError('missing_scope', { needed: allowing.join(','), provided: state.scopes.join(',') });
  }
}

/** Many methods ask for another scope in each kind of channel: `channels:history`, `groups:history`, `im:history`. */
export function requireChannelScope(
  state: State,
  channel: Pick<ChannelRecord, 'kind'>,
  scopes: Readonly<Record<ChannelKind, readonly string[]>>,
): void {
  requireScope(state, scopes[channel.kind]);
}

/** No method finds a channel that is not named. */
const REFUSALS: Definition<z.ZodType, object>['refusals'] = { channel: 'channel_not_found' };

function refusal({ issues }: z.ZodError, refusals: Definition<z.ZodType, object>['refusals']): SlackError {
  const codes = { ...REFUSALS, ...refusals };
  const own = issues.map(({ path }) => codes[String(path[0])]).find((code) => code !== undefined);
  const messages = issues.map(({ message, path }) => `[ERROR] ${message} [json-pointer:/${path.join('/')}]`);
  return new SlackError(own ?? 'invalid_arguments', { response_metadata: { messages } });
}

/** Arguments travel as text in a form; what has a structure is JSON in it. */
export const JsonArgument = z.unknown().transform((value, context): unknown => {
  if (typeof value !== 'string') {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    context.addIssue('invalid JSON');
    return z.NEVER;
  }
});

export const BooleanArgument = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'true' || value === '1');

export const ListArgument = z.string().transform((text) => text.split(',').map((part) => part.trim()));
