import type { PersonId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Rota } from './rota.ts';
import type { RotaOverride } from './rota-override.ts';
import { turnAt } from './turn.ts';

/**
 * Who is called when the rota is. Overrides are gone through as they were set: each puts somebody in the place of one
 * who would be on duty until then, so that the latest wins, and whoever covers can be covered in turn.
 */
export function onDuty(rota: Rota, overrides: readonly RotaOverride[], at: Instant): PersonId {
  const turn = turnAt(rota, at).person;
  let standIns: readonly PersonId[] = [];
  for (const { by, coversFor } of inOrder(overrides.filter((override) => holds(override, rota, at)))) {
    const places = [turn, ...standIns];
    const place = coversFor === undefined ? places.length - 1 : places.lastIndexOf(coversFor);
    standIns = place === -1 ? standIns : [...places.slice(1, place + 1), by];
  }
  return standIns.at(-1) ?? turn;
}

function holds(override: RotaOverride, rota: Rota, at: Instant): boolean {
  return override.rota === rota.name && override.from <= at && at < override.until;
}

function inOrder(overrides: readonly RotaOverride[]): readonly RotaOverride[] {
  const key = ({ setAt, id }: RotaOverride) => `${setAt} ${id}`;
  return overrides.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
