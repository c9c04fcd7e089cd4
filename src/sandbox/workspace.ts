import type { Clock, Timers } from '../use-cases/system.ts';
import { deliver } from './delivery/deliver.ts';
import { EventDelivery } from './delivery/deliver-events.ts';
import { archiveChannel, unarchiveChannel } from './effects/change-channel.ts';
import { announceGroup } from './effects/change-group.ts';
import { announcePerson } from './effects/change-person.ts';
import { type NewMessage, postMessage } from './effects/post-message.ts';
import type { Failure } from './failures.ts';
import {
  addGroup,
  addPerson,
  addRoom,
  type Furniture,
  furnish,
  idsOf,
  type NewGroup,
  type NewPerson,
  type NewRoom,
} from './furnish.ts';
import { readManifest } from './manifest.ts';
import { Channel } from './people/channel.ts';
import { Message } from './people/message.ts';
import { Person } from './people/person.ts';
import { channelAt, type Place, type Scene } from './people/scene.ts';
import type { WorkspaceRecord } from './record.ts';
import { startServer } from './server/start-server.ts';
import { groupByHandle, personByName } from './state/find.ts';
import type { GroupRecord, PersonRecord } from './state/records.ts';
import { createState, type State } from './state/state.ts';

interface WorkspaceOptions extends Furniture {
  readonly clock: Clock & Timers;
  readonly manifestFile: string;
}

const SIGNING_SECRET = 'sandbox-signing-secret';

/** A Slack workspace in this process, in which one app is installed. */
export class Workspace {
  readonly signingSecret: string = SIGNING_SECRET;
  readonly #state: State;
  readonly #scene: Scene;
  readonly #events: EventDelivery;
  /** Where the bot takes requests over HTTP; while it is connected over a socket, that comes first. */
  readonly deliverTo: (url: string) => void;
  readonly close: () => Promise<void>;

  constructor(parts: {
    readonly scene: Scene;
    readonly events: EventDelivery;
    readonly deliverTo: (url: string) => void;
    readonly close: () => Promise<void>;
  }) {
    this.#scene = parts.scene;
    this.#state = parts.scene.state;
    this.#events = parts.events;
    this.deliverTo = parts.deliverTo;
    this.close = parts.close;
  }

  get apiUrl(): string {
    return `${this.#state.address}/api/`;
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
    const named = this.#state.channels.filter(({ kind }) => kind !== 'direct');
    return named.map((record) => new Channel(this.#state, record));
  }

  addPerson(person: NewPerson): Person {
    addPerson(this.#state, person);
    return this.person(person.name);
  }

  addChannel(channel: NewRoom): Channel {
    return new Channel(this.#state, addRoom(this.#state, channel));
  }

  groupId(handle: string): string {
    return groupByHandle(this.#state, handle).id;
  }

  changeGroup(handle: string, members: readonly string[]): void {
    const group = groupByHandle(this.#state, handle);
    group.members = idsOf(this.#state, members);
    announceGroup(this.#state, group, 'subteam_updated');
  }

  addGroup(group: NewGroup): void {
    announceGroup(this.#state, addGroup(this.#state, group), 'subteam_created');
  }

  /** An administrator renames a group, disables it or enables it again. */
  editGroup(handle: string, change: Partial<Pick<GroupRecord, 'handle' | 'isDisabled'>>): void {
    announceGroup(this.#state, Object.assign(groupByHandle(this.#state, handle), change), 'subteam_updated');
  }

  /** Somebody changes their profile, or an administrator does. */
  changePerson(
    name: string,
    change: Partial<
      Pick<PersonRecord, 'timeZone' | 'locale' | 'realName' | 'isDeactivated' | 'isAdmin' | 'quietUntil' | 'status'>
    >,
  ): void {
    announcePerson(this.#state, Object.assign(personByName(this.#state, name), change));
  }

  /** What another app posts, an alert say; many say nothing in the text and all in the parts beside it. */
  postAs(app: string, where: Place, text: string, parts: Pick<NewMessage, 'attachments' | 'blocks'> = {}): Message {
    const said = { botId: `B-${app}`, appName: app, subtype: 'bot_message', text, ...parts };
    return new Message(this.#state, postMessage(this.#state, channelAt(this.#state, where), said));
  }

  archive(where: Place): void {
    const channel = channelAt(this.#state, where);
    archiveChannel(this.#state, { channel, by: channel.creator });
  }

  unarchive(where: Place): void {
    const channel = channelAt(this.#state, where);
    unarchiveChannel(this.#state, { channel, by: channel.creator });
  }

  /** From now on the method fails so, once or `times` often. */
  fails(method: string, failure: Failure): void {
    this.#state.failures.plan(method, failure);
  }

  /** What was planned to fail does not any more. */
  recovers(): void {
    this.#state.failures.forget();
  }

  /** An administrator installs the app anew without one of its scopes. */
  loses(scope: string): void {
    this.#state.scopes = this.#state.scopes.filter((other) => other !== scope);
  }

  /** From now on every event comes so many times more than once. */
  repeatsDeliveries(times: number): void {
    this.#events.repeat(times);
  }

  /** An administrator turns canvases on or off. */
  allowsCanvases(on: boolean): void {
    this.#state.hasCanvases = on;
  }

  limitsRates(on: boolean): void {
    this.#state.limitsRates = on;
  }
}

export async function startWorkspace({ clock, manifestFile, ...furniture }: WorkspaceOptions): Promise<Workspace> {
  const state = createState(clock, readManifest(manifestFile));
  const { sockets, close } = await startServer(state);
  let url: string | undefined;
  const scene: Scene = { state, deliver: (delivery) => deliver(state, { url, sockets }, SIGNING_SECRET, delivery) };
  const events = new EventDelivery(state, scene.deliver);
  state.announce = (announcement) => events.announce(announcement);
  furnish(state, furniture);
  const deliverTo = (address: string) => {
    url = address;
  };
  return new Workspace({ scene, events, deliverTo, close });
}
