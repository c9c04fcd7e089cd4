import type { PersonId } from '../ids.ts';
import { addMilliseconds, DAY, earlier, type Instant } from '../time.ts';
import type { Cover } from './cover.ts';
import { onDuty } from './on-duty.ts';
import type { Rota } from './rota.ts';
import type { Span } from './span.ts';
import { turnAt } from './turn.ts';

/** Some time in which one person is on duty. */
export interface Duty extends Span {
  readonly person: PersonId;
}

export interface DutyNow {
  readonly person: PersonId;
  /** Who comes next, and from when on; undefined where nobody else does for a year. */
  readonly next: { readonly person: PersonId; readonly from: Instant } | undefined;
}

/** Nobody plans further ahead. */
const A_YEAR = 366 * DAY;

export function dutyAt(rota: Rota, covers: readonly Cover[], at: Instant): DutyNow {
  const person = onDuty(rota, covers, at);
  for (let from = nextMove(rota, covers, at); from < addMilliseconds(at, A_YEAR); ) {
    const next = onDuty(rota, covers, from);
    if (next !== person) {
      return { person, next: { person: next, from } };
    }
    from = nextMove(rota, covers, from);
  }
  return { person, next: undefined };
}

/** Who is on duty when within that time, a year of it at most, in order and without gaps. */
export function dutiesBetween(rota: Rota, covers: readonly Cover[], { from, until }: Span): readonly Duty[] {
  const end = earlier(until, addMilliseconds(from, A_YEAR));
  const duties: Duty[] = [];
  for (let at = from; at < end; ) {
    const { person, next } = dutyAt(rota, covers, at);
    const duty = { person, from: at, until: next === undefined ? end : earlier(next.from, end) };
    duties.push(duty);
    at = duty.until;
  }
  return duties;
}

/** The next instant at which somebody else may be on duty. */
function nextMove(rota: Rota, covers: readonly Cover[], after: Instant): Instant {
  const edges = covers.flatMap(({ from, until }) => [from, until]).filter((edge) => edge > after);
  return edges.reduce(earlier, turnAt(rota, after).until);
}
