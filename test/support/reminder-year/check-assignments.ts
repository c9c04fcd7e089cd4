import type { ActionItemId, PersonId } from '../../../src/domain/ids.ts';
import { canBeReached } from '../../../src/domain/people/person.ts';
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
    const people = new Set([...(year.items.get(id) ?? [])].flatMap(({ value }) => chronicle.behind(value.owner)));
    const strangers = entries.filter(({ what, personId }) => what === 'assigned' && !people.has(personId));
    return [
      ...strangers.map(({ personId, at }) => `${instantAt(at)}: ${personId} is told of ${id}, which was never theirs`),
      ...[...people].flatMap((personId) =>
        checkTold(
          chronicle,
          { id, personId },
          entries.filter((entry) => entry.what === 'assigned' && entry.personId === personId),
        ),
      ),
      ...checkReturned(chronicle, id, entries),
    ];
  });
}

function checkTold(
  chronicle: Chronicle,
  { id, personId }: { readonly id: ActionItemId; readonly personId: PersonId },
  told: readonly ToldEntry[],
): readonly string[] {
  const held = stretchesOf(chronicle, id, personId);
  return held.flatMap(({ from, until }, place) => {
    const next = held[place + 1]?.from ?? Number.POSITIVE_INFINITY;
    const times = told.filter(({ at }) => from <= at && at < next).length;
    const isQuiet =
      chronicle.isUp(from, from + HOUR) && until - from > HOUR && from + HOUR < chronicle.year.days * 24 * HOUR;
    const before = held[place - 1];
    const isNew = before === undefined || before.until < chronicle.knownSince(from);
    const isThere = [from, from + HOUR].every((at) => canBeReached(chronicle.person(personId, at)));
    if (times > 1) {
      return [`${instantAt(from)}: ${personId} is told ${times} times that ${id} is theirs`];
    }
    return times === 0 && isQuiet && isNew && isThere
      ? [`${instantAt(from)}: ${personId} is not told that ${id} is theirs`]
      : [];
  });
}

/** When it was theirs and open, as one stretch over changes of anything else. */
function stretchesOf(chronicle: Chronicle, id: ActionItemId, personId: PersonId): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const versions = chronicle.year.items.get(id) ?? [];
  for (const [place, { from, value }] of versions.entries()) {
    const until = versions[place + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (value.status === 'open' && chronicle.behind(value.owner).includes(personId)) {
      const last = stretches.at(-1);
      if (last?.until === from) {
        stretches[stretches.length - 1] = { from: last.from, until };
      } else {
        stretches.push({ from, until });
      }
    }
  }
  return stretches;
}

/** Whoever leads is told at once of what somebody had who left. */
function checkReturned(chronicle: Chronicle, id: ActionItemId, told: readonly ToldEntry[]): readonly string[] {
  const versions = chronicle.year.items.get(id) ?? [];
  return versions
    .flatMap(({ from, value }, place) => {
      const { owner } = value;
      const until = versions[place + 1]?.from ?? (chronicle.year.days - 1) * 24 * HOUR;
      if (owner?.kind !== 'person' || value.status !== 'open') {
        return [];
      }
      const left = (chronicle.year.people.get(owner.id) ?? []).filter(
        (version) => version.value.isDeactivated && from <= version.from && version.from < until,
      );
      return left.flatMap(({ from: leftAt }) => {
        const hour = { from: leftAt, until: leftAt + HOUR };
        const isKept = until > hour.until && chronicle.person(owner.id, hour.until).isDeactivated;
        return isKept && chronicle.isUp(hour.from, hour.until)
          ? [`${instantAt(leftAt)}: ${owner.id} left, and ${id} stayed theirs until ${instantAt(until)}`]
          : [];
      });
    })
    .concat(untoldReturns(chronicle, id, told));
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
