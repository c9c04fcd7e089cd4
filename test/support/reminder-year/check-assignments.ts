import type { ActionItemId, PersonId } from '../../../src/domain/ids.ts';
import type { Chronicle } from './chronicle.ts';
import { instantAt, type Stretch, type ToldEntry } from './year.ts';

const HOUR = 3_600_000;

/** Each owner is told once that an item is theirs; and what was somebody's who left goes back at once. */
export function checkAssignments(chronicle: Chronicle): readonly string[] {
  const { year } = chronicle;
  const told = new Map<ActionItemId, ToldEntry[]>();
  for (const entry of year.told) {
    told.set(entry.itemId, [...(told.get(entry.itemId) ?? []), entry]);
  }
  return [...year.items.keys()].flatMap((id) => {
    const entries = told.get(id) ?? [];
    const people = chronicle.everBehind(id);
    const assigned = entries.filter(({ what }) => what === 'assigned');
    const strangers = assigned.filter(({ personId }) => personId === undefined || !people.has(personId));
    return [
      ...strangers.map(({ personId, at }) => `${instantAt(at)}: ${personId} is told of ${id}, which was never theirs`),
      ...[...people].flatMap((personId) => {
        const times = assigned.filter((entry) => entry.personId === personId).map(({ at }) => at);
        return checkTold(chronicle, { id, personId }, times);
      }),
      ...checkReturned(chronicle, id),
      ...untoldReturns(chronicle, id, entries),
    ];
  });
}

interface Theirs {
  readonly id: ActionItemId;
  readonly personId: PersonId;
}

function checkTold(chronicle: Chronicle, { id, personId }: Theirs, told: readonly number[]): readonly string[] {
  const held = stretchesOf(chronicle, { id, personId });
  return held.flatMap(({ from, until, owners }, place) => {
    const next = held[place + 1]?.from ?? Number.POSITIVE_INFINITY;
    const times = told.filter((at) => from <= at && at < next).length;
    const isQuiet =
      chronicle.isUp(from, from + HOUR) && until - from > HOUR && from + HOUR < chronicle.year.days * 24 * HOUR;
    const before = held[place - 1];
    const isNew = before === undefined || before.last < chronicle.knownSince(from);
    if (times > owners) {
      return [`${instantAt(from)}: ${personId} is told ${times} times that ${id} is theirs`];
    }
    return times === 0 && isQuiet && isNew && isOpenFor(chronicle, id, from)
      ? [`${instantAt(from)}: ${personId} is not told that ${id} is theirs`]
      : [];
  });
}

function isOpenFor(chronicle: Chronicle, id: ActionItemId, from: number): boolean {
  const later = (chronicle.year.items.get(id) ?? []).filter(
    (version) => from < version.from && version.from <= from + HOUR,
  );
  return [chronicle.item(id, from), ...later.map(({ value }) => value)].every((item) => item?.status === 'open');
}

/** When it was theirs and they could know it, as one stretch over changes of anything else, and over its end. */
interface Held extends Stretch {
  /** Since when its owner, who may be a group, has it; undefined where they heard of it from an owner before that one. */
  readonly ownedSince: number | undefined;
  /** By how many owners, of each of which they may be told: a reopened item is told as whose it is by then. */
  readonly owners: number;
  /** When they last had it from that owner: of who comes and goes they are told once. */
  readonly last: number;
}

function stretchesOf(chronicle: Chronicle, { id, personId }: Theirs): readonly Held[] {
  const edges = [
    ...new Set(chronicle.historiesOf(personId, id).flatMap((each) => (each ?? []).map(({ from }) => from))),
  ];
  edges.sort((one, other) => one - other);
  const stretches: Held[] = [];
  for (const [place, from] of edges.entries()) {
    const until = edges[place + 1] ?? Number.POSITIVE_INFINITY;
    const item = chronicle.item(id, from);
    if (item !== undefined && chronicle.hearers(item, from).includes(personId)) {
      const ownedSince = chronicle.ownedSince(id, from);
      const before = stretches.at(-1);
      if (before?.last === from) {
        const same = before.ownedSince === ownedSince ? ownedSince : undefined;
        const isFirst = before.until === before.last;
        stretches[stretches.length - 1] = {
          ...before,
          until: isFirst ? until : before.until,
          last: until,
          ownedSince: same,
          owners: before.owners + (same === undefined ? 1 : 0),
        };
      } else if (before !== undefined && before.ownedSince === ownedSince) {
        stretches[stretches.length - 1] = { ...before, last: until };
      } else {
        stretches.push({ from, until, last: until, ownedSince, owners: 1 });
      }
    }
  }
  return stretches;
}

/** Nothing stays with somebody who left, whether it was theirs before or is opened again after. */
function checkReturned(chronicle: Chronicle, id: ActionItemId): readonly string[] {
  const versions = chronicle.year.items.get(id) ?? [];
  return versions.flatMap(({ from, value: { owner, status } }, place) => {
    const until = versions[place + 1]?.from ?? (chronicle.year.days - 1) * 24 * HOUR;
    if (owner?.kind !== 'person' || status !== 'open') {
      return [];
    }
    const changes = (chronicle.year.people.get(owner.id) ?? []).map((version) => version.from);
    const begins = [from, ...changes.filter((at) => from < at && at < until)];
    const stays = begins.find(
      (at) =>
        until > at + HOUR &&
        [at, ...changes.filter((change) => at < change && change <= at + HOUR)].every(
          (then) => chronicle.person(owner.id, then).isDeactivated,
        ) &&
        chronicle.isUp(at, at + HOUR),
    );
    return stays === undefined
      ? []
      : [`${instantAt(stays)}: ${owner.id} is gone, and ${id} stayed theirs until ${instantAt(until)}`];
  });
}

function untoldReturns(chronicle: Chronicle, id: ActionItemId, told: readonly ToldEntry[]): readonly string[] {
  return chronicle.returnedAt(id).flatMap((at) => {
    const isTold = told.some((entry) => entry.what === 'unheard' && at <= entry.at && entry.at <= at + HOUR);
    const isQuiet =
      chronicle.isUp(at, at + HOUR) && chronicle.item(id, at)?.owner === chronicle.item(id, at + HOUR)?.owner;
    const isOpen = chronicle.item(id, at + HOUR)?.status === 'open';
    return isTold || !isQuiet || !isOpen ? [] : [`${instantAt(at)}: nobody is told that ${id} came back`];
  });
}
