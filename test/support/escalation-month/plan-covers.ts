import type { Rota } from '../../../src/domain/escalation/rota.ts';
import { coverId } from '../../../src/domain/ids.ts';
import { addMilliseconds, HOUR, later } from '../../../src/domain/time.ts';
import { commit } from '../commit.ts';
import { TEAM } from './cast.ts';
import type { MonthCover } from './duty-by-hand.ts';
import { MONTH_DAYS, MONTH_START, type Month } from './month.ts';

/** No two of one rota hold at once. */
const APART_HOURS = 60;

/** People cover for others in the rotas now and then, over hand-overs too; some of it is taken back while it holds. */
export function planCovers(month: Month): void {
  for (const rota of month.cast.policy.rotas) {
    for (let hours = 0; hours < MONTH_DAYS * 24; hours += APART_HOURS) {
      planCover(month, rota, hours);
    }
  }
}

function planCover(month: Month, rota: Rota, hours: number): void {
  const { dice, cast, opened } = month;
  const about = ['cover', rota.name, hours] as const;
  const from = hours + dice.between(1, 12, ...about, 'from');
  const until = from + dice.between(6, APART_HOURS - 13, ...about, 'until');
  const setBy = dice.pick(cast.staff, ...about, 'set by');
  month.agenda.schedule((from - dice.between(0, 30, ...about, 'set')) * HOUR, async () => {
    const setAt = month.now();
    const cover: MonthCover = {
      id: coverId(`COVER-${rota.name}-${hours}`),
      rota: rota.name,
      by: dice.pick(cast.staff, ...about, 'by'),
      coversFor: dice.chance(0.4, ...about, 'for') ? dice.pick(rota.members, ...about, 'whom') : undefined,
      setBy,
      setAt,
      // The bot's clock may have jumped there already.
      from: later(setAt, addMilliseconds(MONTH_START, from * HOUR)),
      until: addMilliseconds(MONTH_START, until * HOUR),
      takenBackAt: undefined,
    };
    month.covers.push(cover);
    await commit(opened, (records) => records.rotas.addCover(TEAM, cover));
    if (dice.chance(0.25, ...about, 'taken back')) {
      month.agenda.schedule(((from + until) / 2) * HOUR, async () => {
        cover.takenBackAt = month.now();
        await commit(opened, (records) =>
          records.rotas.takeBackCover(cover.id, { by: setBy, at: cover.takenBackAt ?? month.now() }),
        );
      });
    }
  });
}
