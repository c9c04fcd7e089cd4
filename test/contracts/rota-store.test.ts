import { describe, expect, it } from 'vitest';
import { coverId, personId, teamId } from '../../src/domain/ids.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { aCover, ben, claire, inMay } from '../support/rota-builder.ts';

const team = teamId('T0TRAVEL');
const before = inMay('01 00:00');

describe.each(engines)('the covers of a rota on $name', ({ open }) => {
  it.each([
    ['for one person', aCover()],
    ['for whoever is on duty', aCover({ coversFor: undefined, by: personId('U0É') })],
  ])('come back as they were put in: %s', async (_, cover) => {
    const opened = await open();

    await commit(opened, ({ rotas }) => rotas.addCover(team, cover));

    const { rotas } = opened.database.records;
    expect(await rotas.findCover(cover.id)).toStrictEqual({ teamId: team, cover, takenBack: undefined });
    expect(await rotas.listCovers(team, 'database', before)).toStrictEqual([cover]);
    expect(await rotas.findCover(coverId('none'))).toBeUndefined();
  });

  it('are listed in the order in which they were set, of that rota and workspace alone', async () => {
    const opened = await open();
    const [first, second, third] = ['O9', 'O1', 'O2'].map((id, index) =>
      aCover({ id: coverId(id), setAt: inMay(index === 0 ? '07 05:00' : '07 06:00') }),
    ) as [ReturnType<typeof aCover>, ReturnType<typeof aCover>, ReturnType<typeof aCover>];
    await commit(opened, async ({ rotas }) => {
      for (const cover of [third, first, second]) {
        await rotas.addCover(team, cover);
      }
      await rotas.addCover(team, aCover({ id: coverId('O3'), rota: 'network' }));
      await rotas.addCover(teamId('T0OTHER'), aCover({ id: coverId('O4') }));
    });

    expect(await opened.database.records.rotas.listCovers(team, 'database', before)).toEqual([first, second, third]);
  });

  it.each([
    ['before it begins', '07 07:59', 1],
    ['until it ends', '07 19:59', 1],
    ['not when it ends', '07 20:00', 0],
  ])('are listed where they end later: %s', async (_, at, count) => {
    const opened = await open();
    await commit(opened, ({ rotas }) => rotas.addCover(team, aCover()));

    expect(await opened.database.records.rotas.listCovers(team, 'database', inMay(at))).toHaveLength(count);
  });

  it('are kept when they are taken back, and ended then', async () => {
    const opened = await open();
    const cover = aCover();
    await commit(opened, ({ rotas }) => rotas.addCover(team, cover));

    const at = inMay('07 12:00');
    await commit(opened, ({ rotas }) => rotas.takeBackCover(cover.id, { by: claire, at }));
    await commit(opened, ({ rotas }) => rotas.takeBackCover(cover.id, { by: ben, at: inMay('07 13:00') }));

    const { rotas } = opened.database.records;
    expect(await rotas.findCover(cover.id)).toEqual({ teamId: team, cover, takenBack: { by: claire, at } });
    expect(await rotas.listCovers(team, 'database', inMay('07 11:59'))).toEqual([{ ...cover, until: at }]);
    expect(await rotas.listCovers(team, 'database', at)).toEqual([]);
  });

  it.each(['07 07:00', '07 08:00'])('never were where they were taken back before they held: %s', async (at) => {
    const opened = await open();
    await commit(opened, async ({ rotas }) => {
      await rotas.addCover(team, aCover());
      await rotas.takeBackCover(aCover().id, { by: claire, at: inMay(at) });
    });

    expect(await opened.database.records.rotas.listCovers(team, 'database', before)).toEqual([]);
  });
});
