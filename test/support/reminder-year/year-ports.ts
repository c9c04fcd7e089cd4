import { calendarsOf } from '../../../src/calendars/calendar-of.ts';
import { type ActionItemId, channelId, messageKey, type PersonId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { ActionItemMessenger, SentMessage } from '../../../src/use-cases/action-items/action-item-messenger.ts';
import type { Attempt } from '../../../src/use-cases/messenger.ts';
import { DeliveryError, type Ports } from '../../../src/use-cases/ports.ts';
import {
  idleActionItemMessenger,
  idleBoard,
  idleCaller,
  idleDirectory,
  idleMessenger,
  idleReviewMessenger,
} from '../escalation-month/idle-ports.ts';
import { CALENDARS } from './cast.ts';
import type { Crash, ToldEntry, Year } from './year.ts';

type YearPorts = Omit<Ports, 'clock' | 'ids' | 'timers' | 'random' | 'hash' | 'database' | 'policy' | 'wake'>;

/** The world as a process reaches it. `dies` asks whether the process dies at that point, and has it die. */
export function yearPorts(year: Year, dies: (place: Crash) => boolean): YearPorts {
  const world = new World(year, dies);
  return {
    caller: idleCaller,
    webhooks: { send: async () => '' },
    directory: {
      ...idleDirectory,
      findPerson: async (id) => world.answer(() => year.personNow(id)),
      listPeople: async () =>
        world.answer(() => ({
          people: [...year.people.keys()].map((id) => year.personNow(id)),
          nextCursor: undefined,
        })),
      listGroupMembers: async (id) => world.answer(() => year.membersNow(id)),
      listGroupHandles: async () => world.answer(() => new Map([...year.groups.keys()].map((id) => [id, id]))),
    },
    messenger: {
      ...idleMessenger,
      linkTo: () => 'https://year.example/',
      refreshCard: async () => true,
      setTopic: async () => {},
      invite: async () => {},
      postEventLine: async (channel) => ({ channel, key: messageKey('line') }),
      refreshEventLine: async () => true,
    },
    actionItemMessenger: itemMessenger(year, world),
    calendarOf: calendarsOf(CALENDARS),
    reviewMessenger: idleReviewMessenger,
    postmortemFiles: { write: () => [] },
    board: idleBoard,
    folder: undefined,
    tracker: undefined,
  };
}

function itemMessenger(year: Year, world: World): ActionItemMessenger {
  const tellAll = (what: ToldEntry['what'], personId: PersonId, ids: readonly ActionItemId[], attempt: Attempt) =>
    world
      .send(personId, attempt, () =>
        year.told.push(...ids.map((itemId) => ({ at: year.elapsed(), what, personId, itemId }))),
      )
      .then(({ message }) => message);
  const tell = (what: ToldEntry['what'], personId: PersonId, itemId: ActionItemId, attempt: Attempt) =>
    tellAll(what, personId, [itemId], attempt);
  return {
    ...idleActionItemMessenger,
    postLine: async (channel) => ({ channel, key: messageKey('line') }),
    tellAssigned: (person, { item }, attempt) => tell('assigned', person, item.id, attempt),
    tellHandedBack: (person, { item }, attempt) => tell('handed-back', person, item.id, attempt),
    tellUnheard: (person, { item }, attempt) => tell('unheard', person, item.id, attempt),
    tellReturned: (person, { items }, attempt) =>
      tellAll(
        'unheard',
        person,
        items.map(({ item }) => item.id),
        attempt,
      ),
    sentAt: () => year.clock.now(),
    tellChannel: async (channel, shown) => {
      const items = shown.kind === 'returned' ? shown.returned.items : [];
      const [at, what] = [year.elapsed(), 'unheard' as const];
      year.told.push(...items.map(({ item }) => ({ at, what, personId: undefined, itemId: item.id })));
      return { channel, key: messageKey('asked') };
    },
    remind: (personId, { items }, attempt) =>
      world.send(personId, attempt, () =>
        year.digests.push({
          at: year.elapsed(),
          personId,
          items: items.flatMap(({ item, capacity }) => (capacity === 'nobody' ? [] : [{ id: item.id, capacity }])),
        }),
      ),
    findReminder: async (_, { key }) => world.answer(() => year.posted.get(key)),
    findInChannel: async () => undefined,
    redraw: async () => world.answer(() => true),
  };
}

/** What can go wrong between a process and the chat system. */
class World {
  readonly #year: Year;
  readonly #dies: (place: Crash) => boolean;
  #asked = 0;

  constructor(year: Year, dies: (place: Crash) => boolean) {
    this.#year = year;
    this.#dies = dies;
  }

  async answer<Value>(say: () => Value): Promise<Value> {
    if (this.#year.isSlackDown) {
      throw new DeliveryError({ sort: 'again-later', reason: 'http_503' });
    }
    return say();
  }

  /** Once for each piece of work, as the chat system is asked to; sometimes its answer is lost. */
  async send(person: PersonId, { key, isRepeat }: Attempt, heard: () => void): Promise<SentMessage> {
    const year = this.#year;
    const earlier = isRepeat ? await this.answer(() => year.posted.get(key)) : undefined;
    if (earlier !== undefined) {
      year.count('found earlier');
      return earlier;
    }
    await this.#dieAt('before-sending');
    this.#asked += 1;
    const fate = year.dice.roll('fate', key.slice(0, 10), person, this.#asked);
    await this.answer(() => undefined);
    if (fate < 0.01) {
      year.count('asked to wait');
      throw new DeliveryError({ sort: 'again-later', reason: 'ratelimited', retryAfterMilliseconds: 30_000 });
    }
    const at: Instant = year.clock.now();
    const message = { channel: channelId(`D${person}`), key: messageKey(`${year.posted.size}`) };
    year.posted.set(key, { message, at });
    heard();
    await this.#dieAt('after-sending');
    if (fate < 0.03) {
      year.count('answer lost');
      throw new DeliveryError({ sort: 'again-later', reason: 'request_timeout' });
    }
    return { message, at };
  }

  async #dieAt(place: Crash): Promise<void> {
    if (this.#dies(place)) {
      await new Promise(() => {});
    }
  }
}
