import type { PersonId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Cover } from './cover.ts';
import type { Rota } from './rota.ts';
import { turnAt } from './turn.ts';

/**
 * Who is called when the rota is. `covers` are in the order in which they were set, and gone through in it: each puts
 * somebody in the place of one who would be on duty until then, so that the latest wins, and whoever covers can be
 * covered in turn.
 */
export function onDuty(rota: Rota, covers: readonly Cover[], at: Instant): PersonId {
  const turn = turnAt(rota, at).person;
  let standIns: readonly PersonId[] = [];
  for (const { by, coversFor } of covers.filter((cover) => holds(cover, rota, at))) {
    const places = [turn, ...standIns];
    const place = coversFor === undefined ? places.length - 1 : places.lastIndexOf(coversFor);
    standIns = place === -1 ? standIns : [...places.slice(1, place + 1), by];
  }
  return standIns.at(-1) ?? turn;
}

function holds(cover: Cover, rota: Rota, at: Instant): boolean {
  return cover.rota === rota.name && cover.from <= at && at < cover.until;
}
