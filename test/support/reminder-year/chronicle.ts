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
      const people = [...this.everBehind(id), ...leaders.map(({ value }) => value)];
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

  behind(owner: Party | undefined, at: number): readonly PersonId[] {
    if (owner === undefined) {
      return [];
    }
    return owner.kind === 'person' ? [owner.id] : (versionAt(this.year.groups.get(owner.id), at) ?? []);
  }

  /** All whose it was, or may have been for a moment. */
  everBehind(id: ActionItemId): ReadonlySet<PersonId> {
    const owners = this.#ownersOf(id);
    const people = owners.flatMap((owner) => (owner.kind === 'person' ? [owner.id] : []));
    const members = this.#membershipsOf(id).flatMap((versions) => versions.flatMap(({ value }) => value));
    return new Set([...people, ...members]);
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

  /** Its commander, else whoever declared it; undefined where neither may see it. */
  #leader(id: IncidentId, at: number): PersonId | undefined {
    const commanders = this.year.commanders.get(id);
    const candidates = [versionAt(commanders, at), commanders?.[0]?.value].filter((person) => person !== undefined);
    return candidates.find((person) => this.#maySee(person, id, at));
  }

  #maySee(person: PersonId, id: IncidentId, at: number): boolean {
    return versionAt(this.year.channels.get(id), at)?.includes(person) ?? true;
  }

  /** When whoever owned it then was given it. */
  ownedSince(id: ActionItemId, at: number): number {
    const versions = (this.year.items.get(id) ?? []).filter(({ from }) => from <= at);
    const owner = versions.at(-1)?.value.owner?.id;
    const other = versions.findLastIndex(({ value }) => value.owner?.id !== owner);
    return versions[other + 1]?.from ?? fail(`${id} is not there yet`);
  }

  /** Undefined where they have nothing to do with it then. */
  standing(person: PersonId, id: ActionItemId, at: number): Standing | undefined {
    const item = this.item(id, at);
    if (item === undefined || item.status !== 'open') {
      return undefined;
    }
    const owners = this.hearers(item, at);
    if (owners.includes(person)) {
      return { item, capacity: 'owner', lacksOwner: false };
    }
    const lacksOwner = owners.length === 0;
    return this.#leader(item.incidentId, at) === person ? { item, capacity: 'leader', lacksOwner } : undefined;
  }

  /** Those behind its owner who are there and may see it. */
  hearers({ owner, incidentId }: ActionItem, at: number): readonly PersonId[] {
    return this.behind(owner, at).filter(
      (person) => canBeReached(this.person(person, at)) && this.#maySee(person, incidentId, at),
    );
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
    const { items, people, commanders, channels } = this.year;
    const versions = items.get(id) ?? [];
    const incident = versions[0]?.value.incidentId;
    return [
      versions,
      ...[...this.everBehind(id), person].map((id) => people.get(id)),
      ...this.#membershipsOf(id),
      ...(incident === undefined ? [] : [commanders.get(incident), channels.get(incident)]),
    ];
  }

  #ownersOf(id: ActionItemId): readonly Party[] {
    return (this.year.items.get(id) ?? []).flatMap(({ value }) => value.owner ?? []);
  }

  #membershipsOf(id: ActionItemId): readonly (readonly Version<readonly PersonId[]>[])[] {
    const groups = this.#ownersOf(id).flatMap((owner) => (owner.kind === 'group' ? [owner.id] : []));
    return [...new Set(groups)].map((group) => this.year.groups.get(group) ?? []);
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
