import type { EscalationState } from '../../../src/domain/escalation/escalation.ts';
import type { CallId, EscalationId, PersonId, WorkId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';

/** Something that people, the bot's effects on them, or the machine did. */
export interface Entry {
  /** Counts up over everything that happened. */
  readonly number: number;
  /** What the bot's clock showed, and how long the month had gone on in truth, in milliseconds. */
  readonly at: Instant;
  readonly elapsed: number;
  readonly what: EffectKind | ActKind;
  readonly escalationId: EscalationId;
  readonly callId?: CallId | undefined;
  readonly personId?: PersonId | undefined;
  readonly webhook?: string | undefined;
  /** By which a system outside knows an alert again, or the bot a delivery. */
  readonly key?: string | undefined;
  /** By which a system outside was told. */
  readonly workId?: WorkId | undefined;
  /** What an effect showed, or what an act led to: `answered`, `already-acknowledged`. */
  readonly shown?: EscalationState | undefined;
  readonly heldBy?: PersonId | undefined;
  readonly outcome?: string | undefined;
  readonly text?: string | undefined;
}

export type EffectKind =
  | 'call-person'
  | 'call-channel'
  | 'trigger'
  | 'acknowledge'
  | 'resolve'
  | 'refresh-call'
  | 'refresh-escalation'
  | 'post-escalation'
  | 'post-step'
  | 'post-unreached'
  | 'post-unanswered'
  | 'tell-unanswered'
  | 'tell-ended'
  | 'ask-still-on-it'
  | 'report-failure'
  | 'refuse';

export type ActKind = 'ask' | 'answer' | 'write' | 'pass-on' | 'ask-later' | 'stay' | 'end';

export type NewEntry = Omit<Entry, 'number' | 'at' | 'elapsed'>;

/** What happened in each escalation, in the order in which it happened. */
export class History {
  readonly #entries = new Map<EscalationId, Entry[]>();
  #last = 0;

  add(now: Pick<Entry, 'at' | 'elapsed'>, entry: NewEntry): void {
    this.#last += 1;
    const entries = this.#entries.get(entry.escalationId) ?? [];
    entries.push({ ...now, ...entry, number: this.#last });
    this.#entries.set(entry.escalationId, entries);
  }

  of(id: EscalationId): readonly Entry[] {
    return this.#entries.get(id) ?? [];
  }

  count(what: Entry['what'], outcome?: string): number {
    let count = 0;
    for (const entries of this.#entries.values()) {
      count += entries.filter(
        (entry) => entry.what === what && (outcome === undefined || entry.outcome === outcome),
      ).length;
    }
    return count;
  }
}

/** For people: a line for each entry. */
export function tellHistory(entries: readonly Entry[]): string {
  return entries
    .map(({ at, what, personId, webhook, shown, heldBy, outcome, text, callId }) =>
      [at, what, personId, webhook, callId?.slice(-4), shown, heldBy && `held by ${heldBy}`, outcome, text]
        .filter((part) => part !== undefined)
        .join(' '),
    )
    .join('\n');
}
