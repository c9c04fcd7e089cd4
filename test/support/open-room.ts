import { onTestFinished } from 'vitest';
import { compose } from '../../src/compose.ts';
import type { Bot } from '../../src/composed-bot.ts';
import { type Config, readGitEnvironment } from '../../src/config.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { Instant } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { startWorkspace, type Workspace } from '../../src/sandbox/workspace.ts';
import { createSystem } from '../../src/system/create-system.ts';
import type { Log } from '../../src/use-cases/ports.ts';
import type { System } from '../../src/use-cases/system.ts';
import { postgres, sqlite, type TestEngine } from './engines.ts';
import { silentLog } from './silent-log.ts';

/** A Tuesday in May, 14:00 in UTC. */
export const START = '2024-05-07T14:00:00.000Z' as Instant;

export interface RoomOptions {
  /** By default SQLite, or what DATABASE_URL says. */
  readonly engine?: TestEngine;
  readonly mode?: 'http' | 'socket';
  readonly policy?: Partial<Policy>;
  /** By their variables' names without `HOOK_SECRET_`. */
  readonly hookSecrets?: Config['hookSecrets'];
  readonly trackerSecrets?: Partial<Config['tracker']>;
  readonly log?: Log;
}

/** A workspace with people in it and the real bot beside it, as `compose.ts` builds it for production. */
export interface Room {
  readonly workspace: Workspace;
  readonly clock: ManualClock;
  readonly system: System;
  readonly config: Config;
  bot: Bot;
  /** Waits until neither side has anything left to do at this instant. */
  settle(): Promise<void>;
  /** Settles, moves the clock, and settles again. */
  pass(milliseconds: number): Promise<void>;
  /** Stops the bot as SIGTERM does, and starts it again on the same database, perhaps with another policy. */
  restart(changed?: Partial<Policy>): Promise<void>;
  /** Starts the bot once more beside the first, on the same database, which must be PostgreSQL; Slack delivers to it. */
  addReplica(): Promise<Bot>;
  stop(): Promise<void>;
}

export async function openRoom(options: RoomOptions = {}): Promise<Room> {
  const clock = new ManualClock(START);
  const workspace = await startWorkspace({
    clock,
    manifestFile: 'manifest.yml',
    people: [
      { name: 'ana', realName: 'Ana', timeZone: 'UTC' },
      { name: 'ben', realName: 'Ben', timeZone: 'America/New_York' },
      { name: 'mahari', realName: 'Mahari', timeZone: 'Africa/Addis_Ababa' },
      { name: 'gone', realName: 'Gone', isDeactivated: true },
      { name: 'robot', realName: 'Robot', isBot: true },
    ],
    groups: [
      { handle: 'dba', members: ['ben', 'mahari'] },
      { handle: 'nobody', members: ['gone'] },
    ],
    channels: [
      { name: 'general', members: ['ana', 'ben', 'mahari'] },
      { name: 'incidents', members: ['ana'] },
    ],
  });
  const system: System = { ...createSystem(), clock, timers: clock, random: () => 0.5 };
  const databaseUrl = await (options.engine ?? defaultEngine()).migratedUrl();
  const config = roomConfig(workspace, { ...options, databaseUrl });
  let policy: Policy = { ...defaultPolicy, announcementChannel: 'incidents', ...options.policy };
  const start = async (changed: Partial<Policy> = {}) => {
    policy = { ...policy, ...changed };
    const bot = await compose({ config, policy, system, log: options.log ?? silentLog });
    await bot.start();
    workspace.deliverTo(`${bot.address}/slack/events`);
    return bot;
  };
  const room = createRoom({ workspace, clock, system, config, bot: await start() }, start);
  onTestFinished(() => room.stop());
  await room.settle();
  return room;
}

function createRoom(
  parts: Pick<Room, 'workspace' | 'clock' | 'system' | 'config' | 'bot'>,
  start: (changed?: Partial<Policy>) => Promise<Bot>,
): Room {
  const replicas: Bot[] = [];
  const all = () => [room.bot, ...replicas];
  const room: Room = {
    ...parts,
    async settle() {
      // Each side may give the other something to do; two quiet rounds in a row mean that both are done.
      for (let round = 0; round < 2; round++) {
        const calls = room.workspace.record.calls.length;
        await Promise.all(all().map((bot) => bot.idle()));
        await room.workspace.settled();
        round = room.workspace.record.calls.length === calls ? round : -1;
      }
    },
    async pass(milliseconds) {
      await room.settle();
      room.clock.advance(milliseconds);
      await room.settle();
    },
    async restart(changed) {
      await room.bot.stop();
      room.bot = await start(changed);
    },
    async addReplica() {
      const replica = await start();
      replicas.push(replica);
      return replica;
    },
    async stop() {
      await Promise.all(all().map((bot) => bot.stop()));
      await room.workspace.close();
    },
  };
  return room;
}

function defaultEngine(): TestEngine {
  return process.env.DATABASE_URL?.startsWith('postgres') ? postgres : sqlite;
}

function roomConfig(workspace: Workspace, options: RoomOptions & { readonly databaseUrl: string }): Config {
  return {
    slack: {
      botToken: workspace.botToken,
      apiUrl: workspace.apiUrl,
      mode:
        options.mode === 'socket'
          ? { kind: 'socket', appToken: workspace.appToken }
          : { kind: 'http', signingSecret: workspace.signingSecret },
    },
    databaseUrl: options.databaseUrl,
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    policyFile: undefined,
    hookSecrets: options.hookSecrets ?? new Map(),
    tracker: { token: undefined, user: undefined, webhookSecret: undefined, ...options.trackerSecrets },
    gitEnvironment: readGitEnvironment(process.env),
    logLevel: 'silent',
  };
}
