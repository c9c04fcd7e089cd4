import { addMilliseconds, earlier, type Instant, later, MINUTE, millisecondsBetween } from '../../time.ts';

export interface Range {
  readonly from: Instant;
  readonly to: Instant;
}

const SHORTEST = 10 * MINUTE;
/** So much of the incident's own length is drawn before it and after it. */
const AROUND = 0.5;

/**
 * From the first event to the last, but no more than half of the incident's length around it: a meeting on the day after
 * would press all that matters into one corner. `core` are the milestones; a resolution that is missing ends nothing.
 */
export function rangeOf(
  instants: readonly Instant[],
  { core, isOver }: { readonly core: readonly Instant[]; readonly isOver: boolean },
): Range {
  const whole = spanOf([...instants, ...core]);
  const inner = core.length === 0 ? whole : spanOf(core);
  const margin = Math.max(SHORTEST / 2, millisecondsBetween(inner.from, inner.to) * AROUND);
  const from = later(whole.from, addMilliseconds(inner.from, -margin));
  const to = isOver ? earlier(whole.to, addMilliseconds(inner.to, margin)) : whole.to;
  const lacking = Math.max(0, SHORTEST - millisecondsBetween(from, to)) / 2;
  return { from: addMilliseconds(from, -lacking), to: addMilliseconds(to, lacking) };
}

function spanOf(instants: readonly Instant[]): Range {
  const [first, ...rest] = instants;
  if (first === undefined) {
    throw new Error('there is nothing to draw');
  }
  return { from: rest.reduce(earlier, first), to: rest.reduce(later, first) };
}
