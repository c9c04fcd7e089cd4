import type { EscalationId, MessageRef, PersonId, WorkId } from '../../../src/domain/ids.ts';
import { addMilliseconds, HOUR, type Instant, instant, MINUTE, millisecondsBetween } from '../../../src/domain/time.ts';
import { ManualClock } from '../../../src/sandbox/manual-clock.ts';
import type { WorkKind } from '../../../src/use-cases/work.ts';
import type { TestDatabase } from '../engines.ts';
import { Agenda } from '../simulation/agenda.ts';
import type { Dice } from '../simulation/dice.ts';
import type { Cast } from './cast.ts';
import type { MonthCover } from './duty-by-hand.ts';
import { History, type NewEntry } from './history.ts';
import type { MonthProcess } from './month-process.ts';

/** In New York and Berlin they go forward, in Auckland back. */
export const CHANGES_OF_CLOCKS = [
  '2026-03-08T07:00:00.000Z',
  '2026-03-29T01:00:00.000Z',
  '2026-04-04T14:00:00.000Z',
].map((at) => instant(new Date(at)));

/** With its 30 days it holds all of them. */
export const MONTH_START = '2026-03-07T00:00:00.000Z' as Instant;
export const MONTH_DAYS = 30;

/** In milliseconds since the month began. */
interface Outage {
  readonly from: number;
  readonly until: number;
}

/** Everything that a simulated month is made of. */
export class Month {
  readonly dice: Dice;
  readonly cast: Cast;
  readonly opened: TestDatabase;
  readonly history = new History();
  readonly clock = new ManualClock(MONTH_START);
  /** When the bot went on after it had stood still, or its clock had jumped, as that shows it: what is late is late by that. */
  readonly stalls: Instant[] = [];
  /** When the chat system, and the systems outside, answer nobody. */
  readonly slackDown: readonly Outage[];
  readonly webhooksDown: readonly Outage[];
  /** The order of escalations, by which chance knows them: ids differ from run to run. */
  readonly indexes = new Map<EscalationId, number>();
  /** What stands in the chat system, by the work that posted it. */
  readonly posted = new Map<WorkId, MessageRef>();
  /** How often each thing was tried. */
  readonly tries = new Map<string, number>();
  /** Work that failed for good, as somebody was told of it. */
  readonly failures: { readonly personId: PersonId; readonly what: WorkKind; readonly key: WorkId }[] = [];
  /** Who covers for whom in a rota, from when they were set on. */
  readonly covers: MonthCover[] = [];
  starts = 0;
  jumps = 0;
  process: MonthProcess | undefined;
  /** The next effect happens, and then the process dies before it can write that down. */
  isCrashDue = false;
  #skew = 0;
  readonly agenda = new Agenda(() => this.elapsed());

  constructor(parts: { readonly dice: Dice; readonly cast: Cast; readonly opened: TestDatabase }) {
    this.dice = parts.dice;
    this.cast = parts.cast;
    this.opened = parts.opened;
    this.slackDown = outages(parts.dice, 'slack', 6, 90);
    this.webhooksDown = outages(parts.dice, 'webhooks', 6, 180);
  }

  /** Milliseconds since the month began, in truth. */
  elapsed(): number {
    return millisecondsBetween(MONTH_START, this.clock.now());
  }

  /** What the bot's clock shows. */
  now(): Instant {
    return addMilliseconds(this.clock.now(), this.#skew);
  }

  /** When it will have shown that, unless it jumps before. */
  elapsedAt(shown: Instant): number {
    return millisecondsBetween(MONTH_START, shown) - this.#skew;
  }

  jump(milliseconds: number): void {
    this.#skew += milliseconds;
    this.jumps += 1;
    this.stalls.push(this.now());
  }

  note(entry: NewEntry): void {
    this.history.add({ at: this.now(), elapsed: this.elapsed() }, entry);
  }

  indexOf(id: EscalationId): number {
    const index = this.indexes.get(id) ?? this.indexes.size;
    this.indexes.set(id, index);
    return index;
  }

  isIn(stalls: readonly Outage[]): boolean {
    const now = this.elapsed();
    return stalls.some(({ from, until }) => from <= now && now < until);
  }
}

function outages(dice: Dice, name: string, count: number, mostMinutes: number): readonly Outage[] {
  return Array.from({ length: count }, (_, index) => {
    const from = dice.between(0, MONTH_DAYS * 24, name, index) * HOUR;
    return { from, until: from + dice.between(10, mostMinutes, name, index, 'length') * MINUTE };
  });
}
