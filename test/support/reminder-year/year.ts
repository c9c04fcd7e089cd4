import type { OpenDatabase } from '../../../src/database/open-database.ts';
import type { ActionItem } from '../../../src/domain/action-items/action-item.ts';
import type { ActionItemId, GroupId, IncidentId, MessageRef, PersonId, WorkId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { addMilliseconds, DAY, HOUR, type Instant, MINUTE, millisecondsBetween } from '../../../src/domain/time.ts';
import { ManualClock } from '../../../src/sandbox/manual-clock.ts';
import type { HeardItem } from '../../../src/use-cases/action-item-stores.ts';
import type { TestDatabase } from '../engines.ts';
import { Agenda } from '../simulation/agenda.ts';
import type { Dice } from '../simulation/dice.ts';
import type { Cast } from './cast.ts';
import type { YearProcess } from './year-process.ts';

/** A Monday; in its year clocks change in both halves of the world, both ways. */
export const YEAR_START = '2026-01-05T00:00:00.000Z' as Instant;

/** From then until then, in milliseconds since the year began. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Something as it was from then on, until the next version of it. */
export interface Version<Value> {
  readonly from: number;
  readonly value: Value;
}

export interface SentDigestEntry {
  readonly at: number;
  readonly personId: PersonId;
  readonly items: readonly { readonly id: ActionItemId; readonly capacity: HeardItem['capacity'] | 'nobody' }[];
}

export interface ToldEntry {
  readonly at: number;
  readonly what: 'assigned' | 'handed-back' | 'unheard';
  /** Undefined where nobody leads, and the channel is told. */
  readonly personId: PersonId | undefined;
  readonly itemId: ActionItemId;
}

export type Crash = 'before-sending' | 'after-sending' | 'after-commit';

/** Everything that a simulated year is made of, and what happened in it. */
export class Year {
  readonly dice: Dice;
  readonly cast: Cast;
  readonly days: number;
  readonly opened: TestDatabase;
  /** The same database, as each replica sees it. */
  readonly peers: readonly OpenDatabase[];
  readonly clock = new ManualClock(YEAR_START);
  /** When the chat system answers nobody. */
  readonly slackDown: readonly Stretch[];
  /** When no process ran. */
  readonly botDown: Stretch[] = [];
  readonly people = new Map<PersonId, Version<Person>[]>();
  readonly items = new Map<ActionItemId, Version<ActionItem>[]>();
  readonly commanders = new Map<IncidentId, Version<PersonId>[]>();
  readonly groups = new Map<GroupId, Version<readonly PersonId[]>[]>();
  /** Who is in the channel of each private incident; the others anybody may see. */
  readonly channels = new Map<IncidentId, Version<readonly PersonId[]>[]>();
  readonly digests: SentDigestEntry[] = [];
  readonly told: ToldEntry[] = [];
  /** What stands in the chat system, by the work that posted it. */
  readonly posted = new Map<WorkId, { readonly message: MessageRef; readonly at: Instant }>();
  readonly failures: string[] = [];
  /** How often each thing was done, for the summary. */
  readonly counts = new Map<string, number>();
  readonly processes: (YearProcess | undefined)[];
  crashDue: Crash | undefined;
  starts = 0;
  readonly agenda = new Agenda(() => this.elapsed());

  constructor(parts: {
    readonly dice: Dice;
    readonly cast: Cast;
    readonly days: number;
    readonly opened: TestDatabase;
    readonly peers: readonly OpenDatabase[];
  }) {
    this.dice = parts.dice;
    this.cast = parts.cast;
    this.days = parts.days;
    this.opened = parts.opened;
    this.peers = parts.peers;
    this.processes = parts.peers.map(() => undefined);
    this.slackDown = slackOutages(parts.dice, parts.days);
  }

  /** Milliseconds since the year began. */
  elapsed(): number {
    return millisecondsBetween(YEAR_START, this.clock.now());
  }

  get isBotUp(): boolean {
    return this.processes.some((process) => process !== undefined);
  }

  get isSlackDown(): boolean {
    const now = this.elapsed();
    return this.slackDown.some(({ from, until }) => from <= now && now < until);
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  personNow(id: PersonId): Person {
    return latest(this.people.get(id));
  }

  membersNow(id: GroupId): readonly PersonId[] {
    return latest(this.groups.get(id));
  }

  /** Undefined where the incident is not private. */
  channelNow(id: IncidentId): readonly PersonId[] | undefined {
    return this.channels.get(id)?.at(-1)?.value;
  }

  /** Keeps what something is from now on. */
  keep<Key, Value>(versions: Map<Key, Version<Value>[]>, key: Key, value: Value): void {
    const kept = versions.get(key) ?? [];
    versions.set(key, kept);
    kept.push({ from: this.elapsed(), value });
  }
}

export function instantAt(elapsed: number): Instant {
  return addMilliseconds(YEAR_START, elapsed);
}

function latest<Value>(versions: readonly Version<Value>[] | undefined): Value {
  const last = versions?.at(-1);
  if (last === undefined) {
    throw new Error('nothing is known of it');
  }
  return last.value;
}

/** Short ones at any time, and now and then six hours that begin when many are at work. */
function slackOutages(dice: Dice, days: number): readonly Stretch[] {
  const short = Array.from({ length: Math.ceil(days / 12) }, (_, index) => {
    const from = dice.between(0, days * 24, 'slack', index) * HOUR;
    return { from, until: from + dice.between(5, 90, 'slack', index, 'length') * MINUTE };
  });
  const long = Array.from({ length: Math.ceil(days / 90) }, (_, index) => {
    const day = dice.between(index * 90, Math.min(index * 90 + 80, days - 1), 'six hours', index);
    const from = day * DAY + dice.between(4, 16, 'six hours', index, 'from') * HOUR;
    return { from, until: from + 6 * HOUR };
  });
  return [...short, ...long];
}
