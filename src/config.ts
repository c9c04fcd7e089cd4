import { z } from 'zod';
import { ADVICE, type Variable } from './config-advice.ts';
import { FITS_HEADER, type HookSecrets, readHookSecrets, SHORTEST_SHARED_SECRET } from './config-hook-secrets.ts';
import type { TrackerSecrets } from './config-tracker.ts';
import { accept, type Result, refuse } from './domain/result.ts';

export interface Config {
  readonly slack: SlackConfig;
  readonly databaseUrl: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Where browsers reach the bot, without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** As somebody named it; missing: `faultline.yaml`, where there is one. */
  readonly policyFile: string | undefined;
  readonly logLevel: LogLevel;
  readonly hookSecrets: HookSecrets;
  readonly tracker: TrackerSecrets;
  readonly gitEnvironment: Readonly<Record<string, string>>;
}

/** All that git, and the hooks of a clone, get of our environment: no secret of ours. */
const FOR_GIT = ['PATH', 'HOME', 'SSH_AUTH_SOCK', 'LANG'];

export interface SlackConfig {
  readonly botToken: string;
  /** With a slash at the end. */
  readonly apiUrl: string;
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** A variable that stops the start. The sentence never holds a value, which may be a secret. */
export interface ConfigProblem {
  readonly kind: 'missing' | 'malformed';
  readonly variable: Variable;
  readonly sentence: string;
}

export type Env = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Env): Result<Config, readonly ConfigProblem[]> {
  const values = withoutBlanks(env);
  const read = 'SLACK_APP_TOKEN' in values ? check(SocketConfig, values) : check(HttpConfig, values);
  return read.ok
    ? accept({ ...read.value, hookSecrets: readHookSecrets(values), gitEnvironment: readGitEnvironment(values) })
    : read;
}

export function readGitEnvironment(env: Env): Config['gitEnvironment'] {
  return Object.fromEntries(FOR_GIT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

/** All that a verb needs which never talks to Slack. */
export function readDatabaseUrl(env: Env): Result<string, readonly ConfigProblem[]> {
  return check(
    Storage.transform(({ DATABASE_URL }) => DATABASE_URL),
    withoutBlanks(env),
  );
}

/** The policy file that somebody named. */
export function readPolicyFile(env: Env): string | undefined {
  return withoutBlanks(env).POLICY_FILE;
}

/** Of the variables whose names are known. */
type Settings = Omit<Config, 'hookSecrets' | 'gitEnvironment'>;

const Storage = z.object({
  DATABASE_URL: z.string().refine(isDatabaseUrl).default('file:./faultline.db'),
});

const Common = Storage.extend({
  SLACK_BOT_TOKEN: z.string().regex(/^xoxb-\S+$/u),
  SLACK_API_URL: z.string().refine(isWebUrl).default('https://slack.com/api/'),
  HOST: z.string().regex(/^\S+$/u).default('0.0.0.0'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(3000),
  PUBLIC_URL: z.string().refine(isWebUrl).optional(),
  POLICY_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  TRACKER_TOKEN: z.string().regex(FITS_HEADER).optional(),
  TRACKER_USER: z
    .string()
    .regex(/^[^\s:]+@[^\s:]+$/u)
    .optional(),
  TRACKER_WEBHOOK_SECRET: z.string().min(SHORTEST_SHARED_SECRET).regex(FITS_HEADER).optional(),
});

const SocketConfig = Common.extend({
  SLACK_APP_TOKEN: z.string().regex(/^xapp-\S+$/u),
}).transform((env): Settings => toConfig(env, { kind: 'socket', appToken: env.SLACK_APP_TOKEN }));

const HttpConfig = Common.extend({
  SLACK_SIGNING_SECRET: z.string().regex(/^(?!xox|xapp)\S+$/u),
}).transform((env): Settings => toConfig(env, { kind: 'http', signingSecret: env.SLACK_SIGNING_SECRET }));

function toConfig(env: z.output<typeof Common>, mode: SlackConfig['mode']): Settings {
  return {
    slack: { botToken: env.SLACK_BOT_TOKEN, apiUrl: `${withoutSlash(env.SLACK_API_URL)}/`, mode },
    databaseUrl: env.DATABASE_URL,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL === undefined ? undefined : withoutSlash(env.PUBLIC_URL),
    policyFile: env.POLICY_FILE,
    logLevel: env.LOG_LEVEL,
    tracker: { token: env.TRACKER_TOKEN, user: env.TRACKER_USER, webhookSecret: env.TRACKER_WEBHOOK_SECRET },
  };
}

function check<Value>(schema: z.ZodType<Value>, env: Env): Result<Value, readonly ConfigProblem[]> {
  const read = schema.safeParse(env);
  return read.success ? accept(read.data) : refuse(read.error.issues.map((issue) => toProblem(issue, env)));
}

function toProblem(issue: z.core.$ZodIssue, env: Env): ConfigProblem {
  const variable = issue.path[0] as Variable;
  const kind = env[variable] === undefined ? 'missing' : 'malformed';
  return { kind, variable, sentence: `${variable} is ${kind}: ${ADVICE[variable]}` };
}

/** `PORT=` in a file of variables, and compose's `${PORT:-}`, mean that nobody set it. */
function withoutBlanks(env: Env): Env {
  const entries = Object.entries(env).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

function isDatabaseUrl(text: string): boolean {
  return (
    (/^file:./u.test(text) && !text.includes(':memory:')) || (/^postgres(?:ql)?:\/\//u.test(text) && URL.canParse(text))
  );
}

function isWebUrl(text: string): boolean {
  return /^https?:\/\//u.test(text) && URL.canParse(text);
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/u, '');
}
