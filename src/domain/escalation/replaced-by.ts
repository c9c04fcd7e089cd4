import type { PersonId } from '../ids.ts';
import type { Cover } from './cover.ts';
import { dutiesBetween } from './duty.ts';
import type { Rota } from './rota.ts';

/** Who would be on duty but for that cover, which is among `covers`, once each; nobody where it changes nothing. */
export function replacedBy(rota: Rota, covers: readonly Cover[], cover: Cover): readonly PersonId[] {
  const others = covers.filter(({ id }) => id !== cover.id);
  const without = dutiesBetween(rota, others, cover);
  const replaced = without.filter((duty) =>
    dutiesBetween(rota, covers, duty).some(({ person }) => person !== duty.person),
  );
  return [...new Set(replaced.map(({ person }) => person))];
}
