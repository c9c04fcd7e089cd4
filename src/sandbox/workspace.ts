import type { Clock, Timers } from '../use-cases/system.ts';
import { deliver } from './delivery/deliver.ts';
import { EventDelivery } from './delivery/deliver-events.ts';
import { announcePerson } from './effects/change-person.ts';
import { addChannel } from './effects/create-channel.ts';
import { postMessage } from './effects/post-message.ts';
import type { Failure } from './failures.ts';
import { readManifest } from './manifest.ts';
import { Channel } from './people/channel.ts';
import { Message } from './people/message.ts';
import { Person } from './people/person.ts';
import type { Place, Scene } from './people/scene.ts';
import { channelAt } from './people/scene.ts';
import type { WorkspaceRecord } from './record.ts';
import { startServer } from './server/start-server.ts';
import { groupByHandle, personByName } from './state/find.ts';
import { createState, type State } from './state/state.ts';

export interface NewPerson {
  readonly name: string;
  readonly realName?: string;
  readonly timeZone?: string;
  readonly isDeactivated?: boolean;
  readonly isBot?: boolean;
}

export interface NewGroup {
  readonly handle: string;
  readonly members: readonly string[];
}

export interface NewRoom {
  readonly name: string;
  readonly members?: readonly string[];
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
}

export interface WorkspaceOptions {
  readonly clock: Clock & Timers;
  readonly manifestFile: string;
  readonly people?: readonly NewPerson[];
  readonly groups?: readonly NewGroup[];
  readonly channels?: readonly NewRoom[];
}

export const SIGNING_SECRET = 'sandbox-signing-secret';

/** A Slack workspace in this process, in which one app is installed. */
export class Workspace {
  readonly apiUrl: string;
  readonly signingSecret = SIGNING_SECRET;
  readonly #state: State;
  readonly #scene: Scene;
  readonly #events: EventDelivery;
  readonly #close: () => Promise<void>;
  readonly #send: { url: string | undefined };

  constructor(parts: {
    readonly state: State;
    readonly scene: Scene;
    readonly events: EventDelivery;
    readonly close: () => Promise<void>;
    readonly send: { url: string | undefined };
  }) {
    this.apiUrl = `${parts.state.address}/api/`;
    this.#state = parts.state;
    this.#scene = parts.scene;
    this.#events = parts.events;
    this.#close = parts.close;
    this.#send = parts.send;
  }

  get botToken(): string {
    return this.#state.tokens.bot;
  }

  get appToken(): string {
    return this.#state.tokens.app;
  }

  get teamId(): string {
    return this.#state.team.id;
  }

  get botUserId(): string {
    return this.#state.bot.userId;
  }

  get record(): WorkspaceRecord {
    return this.#state.record;
  }

  /** Where the bot takes requests over HTTP; while it is connected over a socket, that comes first. */
  deliverTo(url: string): void {
    this.#send.url = url;
  }

  /** Resolves when nothing is under way between the workspace and the bot. */
  settled(): Promise<void> {
    return this.#state.traffic.settled();
  }

  person(name: string): Person {
    return new Person(this.#scene, personByName(this.#state, name));
  }

  channel(place: Place): Channel {
    return new Channel(this.#state, channelAt(this.#state, place));
  }

  channels(): readonly Channel[] {
    return this.#state.channels
      .filter(({ kind }) => kind !== 'direct')
      .map((record) => new Channel(this.#state, record));
  }

  addPerson({ name, realName = name, timeZone = 'UTC', isDeactivated = false, isBot = false }: NewPerson): Person {
    const id = this.#state.ids.next('U');
    this.#state.people.push({ id, name, realName, timeZone, locale: 'en-US', isDeactivated, isBot });
    return this.person(name);
  }

  addGroup({ handle, members }: NewGroup): void {
    const ids = members.map((name) => personByName(this.#state, name).id);
    this.#state.groups.push({ id: this.#state.ids.next('S'), handle, name: handle, members: ids, isDisabled: false });
  }

  addChannel({ name, members = [], isPrivate = false, isArchived = false }: NewRoom): Channel {
    const ids = members.map((member) => personByName(this.#state, member).id);
    const creator = ids[0] ?? this.#state.bot.userId;
    const kind = isPrivate ? 'private' : 'public';
    return new Channel(this.#state, addChannel(this.#state, { name, kind, creator, members: ids, isArchived }));
  }

  changeGroup(handle: string, members: readonly string[]): void {
    groupByHandle(this.#state, handle).members = members.map((name) => personByName(this.#state, name).id);
  }

  /** Somebody changes their profile, or an administrator does. */
  changePerson(name: string, change: { timeZone?: string; realName?: string; isDeactivated?: boolean }): void {
    announcePerson(this.#state, Object.assign(personByName(this.#state, name), change));
  }

  /** What another app posts, an alert say. */
  postAs(app: string, where: Place, text: string): Message {
    const message = postMessage(this.#state, channelAt(this.#state, where), {
      botId: `B-${app}`,
      appName: app,
      subtype: 'bot_message',
      text,
    });
    return new Message(this.#state, message);
  }

  archive(where: Place): void {
    channelAt(this.#state, where).isArchived = true;
  }

  /** From now on the method fails so, once or `times` often. */
  fails(method: string, failure: Failure): void {
    this.#state.failures.plan(method, failure);
  }

  /** From now on every event comes so many times more than once. */
  repeatsDeliveries(times: number): void {
    this.#events.repeat(times);
  }

  limitsRates(on: boolean): void {
    this.#state.limitsRates = on;
  }

  close(): Promise<void> {
    return this.#close();
  }
}

export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const state = createState(options.clock, readManifest(options.manifestFile));
  const server = await startServer(state);
  const send: { url: string | undefined } = { url: undefined };
  const scene: Scene = {
    state,
    deliver: (delivery) => deliver(state, { url: send.url, sockets: server.sockets }, SIGNING_SECRET, delivery),
  };
  const events = new EventDelivery(state, scene.deliver);
  state.announce = (announcement) => events.announce(announcement);
  const workspace = new Workspace({ state, scene, events, close: () => server.close(), send });
  for (const person of options.people ?? []) {
    workspace.addPerson(person);
  }
  for (const group of options.groups ?? []) {
    workspace.addGroup(group);
  }
  for (const channel of options.channels ?? []) {
    workspace.addChannel(channel);
  }
  return workspace;
}
