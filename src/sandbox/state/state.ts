import { toMilliseconds } from '../../domain/time.ts';
import type { Clock, Timers } from '../../use-cases/system.ts';
import { Failures } from '../failures.ts';
import type { Manifest } from '../manifest.ts';
import type { WorkspaceRecord } from '../record.ts';
import { SeededIds } from '../seeded-ids.ts';
import { Traffic } from '../traffic.ts';
import type {
  CanvasRecord,
  ChannelRecord,
  FileRecord,
  GroupRecord,
  PersonRecord,
  ResponseUrlRecord,
  TriggerRecord,
  ViewRecord,
} from './records.ts';

/** An event as it happens; whether the bot hears of it, its subscriptions and channels decide. */
export interface Announcement {
  /** The name it is subscribed by, `message.channels`. */
  readonly subscription: string;
  readonly channel?: ChannelRecord;
  readonly event: { readonly type: string } & Readonly<Record<string, unknown>>;
}

/** All that the workspace knows. */
export interface State {
  readonly clock: Clock & Timers;
  readonly ids: SeededIds;
  readonly manifest: Manifest;
  scopes: readonly string[];
  readonly team: { readonly id: string; readonly name: string; readonly domain: string; readonly url: string };
  readonly bot: { readonly userId: string; readonly botId: string; readonly appId: string; readonly name: string };
  readonly tokens: { readonly bot: string; readonly app: string; readonly verification: string };
  readonly people: PersonRecord[];
  readonly groups: GroupRecord[];
  readonly channels: ChannelRecord[];
  readonly files: Map<string, FileRecord>;
  readonly canvases: CanvasRecord[];
  /** Whether the plan and the administrators allow them. */
  hasCanvases: boolean;
  /** Each person's open modals, the one before them last. */
  readonly modals: Map<string, readonly ViewRecord[]>;
  readonly homes: Map<string, ViewRecord>;
  readonly triggers: Map<string, TriggerRecord>;
  readonly responseUrls: Map<string, ResponseUrlRecord>;
  /** Each opens one socket. */
  readonly tickets: Set<string>;
  readonly record: WorkspaceRecord;
  readonly traffic: Traffic;
  readonly failures: Failures;
  /** Where this workspace's server is reached, `http://127.0.0.1:4000`. */
  address: string;
  limitsRates: boolean;
  lastMicroseconds: number;
  announce: (announcement: Announcement) => void;
}

export function createState(clock: Clock & Timers, manifest: Manifest): State {
  const ids = new SeededIds();
  const botName = manifest.features.bot_user.display_name;
  const bot = { userId: ids.next('U'), botId: ids.next('B'), appId: ids.next('A'), name: botName };
  return {
    clock,
    ids,
    manifest,
    scopes: manifest.oauth_config.scopes.bot,
    team: { id: ids.next('T'), name: 'Sandbox', domain: 'sandbox', url: 'https://sandbox.slack.com/' },
    bot,
    tokens: { bot: 'xoxb-sandbox-bot', app: 'xapp-sandbox-app', verification: 'sandbox-verification' },
    people: [
      {
        id: bot.userId,
        name: botName,
        realName: manifest.display_information.name,
        timeZone: 'America/Los_Angeles',
        locale: 'en-US',
        isDeactivated: false,
        isBot: true,
      },
    ],
    groups: [],
    channels: [],
    files: new Map(),
    canvases: [],
    hasCanvases: true,
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    tickets: new Set(),
    record: { calls: [], deliveries: [] },
    traffic: new Traffic(),
    failures: new Failures(),
    address: '',
    limitsRates: false,
    lastMicroseconds: 0,
    announce: () => undefined,
  };
}

export function nowMilliseconds(state: State): number {
  return toMilliseconds(state.clock.now());
}

export function nowSeconds(state: State): number {
  return Math.floor(nowMilliseconds(state) / 1_000);
}

/** `1700000000.123001`: later than every one before it, also within one instant. */
export function nextTimestamp(state: State): string {
  state.lastMicroseconds = Math.max(state.lastMicroseconds, nowMilliseconds(state) * 1_000) + 1;
  const seconds = Math.floor(state.lastMicroseconds / 1_000_000);
  return `${seconds}.${String(state.lastMicroseconds % 1_000_000).padStart(6, '0')}`;
}
