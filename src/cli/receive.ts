import type { Config, Env, LogLevel } from '../config.ts';
import type { Policy } from '../domain/policy.ts';
import { type Result, refuse } from '../domain/result.ts';
import type { Log } from '../use-cases/ports.ts';
import { explainFault } from './explain-fault.ts';
import type { Print } from './print.ts';
import { type Payload, readPayload } from './read-payload.ts';
import { readSettings, type Settings } from './read-settings.ts';

/** The bot, listening to nothing. */
export interface ReceivingBot {
  readonly teamId: string;
  /** Handles one request as if Slack had sent it, with all that follows from it by now. */
  receive(body: Payload['body']): Promise<Received>;
  stop(): Promise<void>;
}

export interface Received {
  /** What Slack would have been answered. */
  readonly acknowledged: { readonly status: number; readonly body: string } | undefined;
  /** What broke, before or after that. */
  readonly fault: unknown;
  readonly calls: readonly { readonly method: string; readonly outcome: string }[];
}

export interface ReceiveOptions {
  /** `-` for standard input. */
  readonly file: string;
  readonly env: Env;
  readonly print: Print;
  readonly readInput: (file: string) => Promise<string>;
  readonly createLog: (level: LogLevel) => Log;
  readonly openBot: (config: Config, policy: Policy, log: Log) => Promise<ReceivingBot>;
}

/** Replays a recorded payload against the bot. Resolves to the exit code: 0 where it was acknowledged. */
export async function receive(options: ReceiveOptions): Promise<number> {
  const { print, env } = options;
  const payload = await readRecorded(options);
  if (!payload.ok) {
    print.problems([payload.refusal]);
    return 1;
  }
  const settings = readSettings(env);
  if (!settings.ok) {
    print.problems(settings.refusal);
    return 1;
  }
  try {
    return await replay(options, payload.value, settings.value);
  } catch (error) {
    print.problems([explainFault(error)]);
    return 1;
  }
}

async function readRecorded({ file, readInput }: ReceiveOptions): Promise<Result<Payload, string>> {
  const name = file === '-' ? 'Standard input' : file;
  try {
    return readPayload(await readInput(file), name);
  } catch (error) {
    return refuse(`${name} ${explainReading(error)}`);
  }
}

function explainReading(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'is not there: name the file that holds the payload, or - for standard input.';
    case 'EISDIR':
      return 'is a directory: name the file in it that holds the payload.';
    default:
      return `cannot be read (${messageOf(error)}).`;
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ');
}

async function replay(options: ReceiveOptions, payload: Payload, { config, policy }: Settings): Promise<number> {
  const { print } = options;
  const log = options.createLog(config.logLevel);
  const bot = await options.openBot(config, policy, log);
  try {
    if (payload.teamId !== undefined && payload.teamId !== bot.teamId) {
      print.problems([
        `The payload is from the workspace ${payload.teamId}, but SLACK_BOT_TOKEN is for ${bot.teamId}: set the token of the workspace where it was recorded.`,
      ]);
      return 1;
    }
    const received = await bot.receive(payload.body);
    if (received.fault !== undefined) {
      log.error({ error: received.fault }, 'the payload failed');
    }
    return report(print, payload, received);
  } finally {
    await bot.stop();
  }
}

function report(print: Print, { what }: Payload, { acknowledged, fault, calls }: Received): number {
  if (acknowledged === undefined) {
    const why = fault === undefined ? 'nothing in it listens to that' : messageOf(fault);
    print.problems([`The bot did not acknowledge ${what}: ${why}.`]);
  } else {
    const body = acknowledged.body === '' ? 'without a body' : `with ${acknowledged.body}`;
    print.line(`The bot acknowledged ${what}: ${acknowledged.status}, ${body}`);
    if (fault !== undefined) {
      print.problems([`Then something broke: ${messageOf(fault)}.`]);
    }
  }
  print.line(calls.length === 0 ? 'It called no method of Slack’s.' : 'It called:');
  for (const { method, outcome } of calls) {
    print.line(`  ${method}: ${outcome}`);
  }
  return acknowledged === undefined ? 1 : 0;
}
