import type { ActionItem } from '../../../src/domain/action-items/action-item.ts';
import { type ActionItemId, actionItemId, type IncidentId, type PersonId } from '../../../src/domain/ids.ts';
import { canBeReached, type Party, type Person } from '../../../src/domain/people/person.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Standing } from './ladder-by-hand.ts';
import { type Stretch, type Version, YEAR_START, type Year } from './year.ts';

const MINUTE = 60_000;
/** So long the bot may take to follow a change, while it and the chat system are up. */
const FOLLOWS_WITHIN = 20 * MINUTE;

/** What was so, and when, as an onlooker sees it who knows nothing of the bot. */
export class Chronicle {
  readonly year: Year;
  /** When the bot or the chat system was down, in order and apart. */
  readonly down: readonly Stretch[];
  readonly #returned: ReadonlyMap<ActionItemId, readonly number[]>;
  readonly #concerned = new Map<PersonId, Set<ActionItemId>>();

  constructor(year: Year, returned: ReadonlyMap<ActionItemId, readonly number[]>) {
    this.year = year;
    this.#returned = returned;
    this.down = merge([...year.slackDown, ...year.botDown]);
    for (const [id, versions] of year.items) {
      const leaders = versions.flatMap(({ value }) => year.commanders.get(value.incidentId) ?? []);
      const people = [
        ...versions.flatMap(({ value }) => this.behind(value.owner)),
        ...leaders.map(({ value }) => value),
      ];
      for (const person of people) {
        this.#concerned.set(person, (this.#concerned.get(person) ?? new Set()).add(id));
      }
    }
  }

  /** What came back from people who left is the bot's own doing, and the only thing that is read from its records. */
  static async read(year: Year): Promise<Chronicle> {
    const returned = new Map<ActionItemId, readonly number[]>();
    const rows = await year.opened.sql('select action_item_id, at from action_item_change where changed_by is null');
    for (const { action_item_id, at } of rows) {
      const id = actionItemId(String(action_item_id));
      const versions = year.items.get(id) ?? [];
      const from = Date.parse(String(at)) - Date.parse(YEAR_START);
      returned.set(id, [...(returned.get(id) ?? []), from]);
      const place = versions.findLastIndex((version) => version.from <= from);
      const before = versions[place];
      if (before !== undefined) {
        const value = { ...before.value, owner: undefined, acceptedAt: undefined, plannedAt: at as Instant };
        versions.splice(place + 1, 0, { from, value });
      }
    }
    return new Chronicle(year, returned);
  }

  /** When it came back from somebody who had left. */
  returnedAt(id: ActionItemId): readonly number[] {
    return this.#returned.get(id) ?? [];
  }

  behind(owner: Party | undefined): readonly PersonId[] {
    if (owner === undefined) {
      return [];
    }
    return owner.kind === 'person' ? [owner.id] : (this.year.cast.groups.get(owner.id) ?? []);
  }

  itemsOf(person: PersonId): readonly ActionItemId[] {
    return [...(this.#concerned.get(person) ?? [])];
  }

  person(id: PersonId, at: number): Person {
    return versionAt(this.year.people.get(id), at) ?? fail(`${id} is nobody`);
  }

  item(id: ActionItemId, at: number): ActionItem | undefined {
    return versionAt(this.year.items.get(id), at);
  }

  leader(incident: IncidentId, at: number): PersonId {
    return versionAt(this.year.commanders.get(incident), at) ?? fail(`nobody leads ${incident}`);
  }

  /** Undefined where they have nothing to do with it then. */
  standing(person: PersonId, id: ActionItemId, at: number): Standing | undefined {
    const item = this.item(id, at);
    if (item === undefined || item.status !== 'open') {
      return undefined;
    }
    const owners = this.behind(item.owner).filter((owner) => canBeReached(this.person(owner, at)));
    if (owners.includes(person)) {
      return { item, capacity: 'owner', lacksOwner: false };
    }
    const lacksOwner = owners.length === 0;
    return this.leader(item.incidentId, at) === person ? { item, capacity: 'leader', lacksOwner } : undefined;
  }

  isUp(from: number, until: number): boolean {
    return !this.down.some((stretch) => stretch.from < until && from < stretch.until);
  }

  /** Whatever was so before then, the bot must know by `at`. */
  knownSince(at: number): number {
    const last = this.down.findLast(({ from }) => from < at);
    if (last === undefined || at - last.until >= FOLLOWS_WITHIN) {
      return at - FOLLOWS_WITHIN;
    }
    return this.knownSince(last.from);
  }

  /** The instants whose truth the bot may still take for true at `at`: that one, and those just before each change. */
  mayBelieve(at: number, ...histories: readonly (readonly Version<unknown>[] | undefined)[]): readonly number[] {
    const since = this.knownSince(at);
    const changes = histories.flatMap((versions) => (versions ?? []).map(({ from }) => from));
    return [at, ...changes.filter((from) => since <= from && from <= at).map((from) => from - 1)];
  }

  /** All on which somebody's reminders of an item rest. */
  historiesOf(person: PersonId, id: ActionItemId): readonly (readonly Version<unknown>[] | undefined)[] {
    const { items, people, commanders } = this.year;
    const versions = items.get(id) ?? [];
    const owners = new Set(versions.flatMap(({ value }) => this.behind(value.owner)));
    const incident = versions[0]?.value.incidentId;
    return [
      versions,
      ...[...owners, person].map((id) => people.get(id)),
      incident === undefined ? undefined : commanders.get(incident),
    ];
  }
}

export function versionAt<Value>(versions: readonly Version<Value>[] | undefined, at: number): Value | undefined {
  return versions?.findLast(({ from }) => from <= at)?.value;
}

function merge(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last !== undefined && stretch.from <= last.until) {
      merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, stretch.until) };
    } else {
      merged.push(stretch);
    }
  }
  return merged;
}

function fail(why: string): never {
  throw new Error(why);
}
