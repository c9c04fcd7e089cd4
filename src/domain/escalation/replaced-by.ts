import type { PersonId } from '../ids.ts';
import { dutiesBetween } from './duty.ts';
import type { Rota } from './rota.ts';
import type { RotaOverride } from './rota-override.ts';

/** Who would be on duty but for that override, once each; nobody where it changes nothing. */
export function replacedBy(
  rota: Rota,
  overrides: readonly RotaOverride[],
  override: RotaOverride,
): readonly PersonId[] {
  const others = overrides.filter(({ id }) => id !== override.id);
  const without = dutiesBetween(rota, others, override);
  const replaced = without.filter((duty) =>
    dutiesBetween(rota, [...others, override], duty).some(({ person }) => person !== duty.person),
  );
  return [...new Set(replaced.map(({ person }) => person))];
}
