import { describe, expect, it } from 'vitest';
import { personId, teamId } from '../../src/domain/ids.ts';
import { UTC } from '../../src/domain/time.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { aPerson, at, claire, mahari } from '../support/record-builder.ts';

const team = teamId('T0TRAVEL');

describe.each(engines)('people on $name', ({ open }) => {
  it.each([
    ['a colleague', aPerson({ id: claire, name: 'Claire' })],
    ['someone whose locale is known', aPerson({ id: claire, name: 'Claire', locale: 'fr-FR' })],
    ['a bot', aPerson({ id: claire, name: 'Deploys', isBot: true, timeZone: UTC })],
    ['someone who administers the workspace', aPerson({ id: claire, name: 'Claire', isAdmin: true })],
    ['someone who is away', aPerson({ id: claire, name: 'Claire', awayUntil: at('18:00') })],
    ['someone who left', aPerson({ id: claire, name: 'Claire', isDeactivated: true })],
  ])('come back as they were put in: %s', async (_, person) => {
    const opened = await open();

    await commit(opened, ({ people }) => people.save(person));

    expect(await opened.database.records.people.find(team, [claire])).toStrictEqual(new Map([[claire, person]]));
  });

  it('are as last heard of', async () => {
    const opened = await open();
    const now = aPerson({ id: claire, name: 'Claire Dubois', timeZone: UTC, isDeactivated: true });

    await commit(opened, ({ people }) => people.save(aPerson({ id: claire, name: 'Claire' })));
    await commit(opened, ({ people }) => people.save(now));

    expect((await opened.database.records.people.find(team, [claire])).get(claire)).toStrictEqual(now);
  });

  it('keep the locale that was told last, also where none was told since', async () => {
    const opened = await open();
    const tell = (locale: string | undefined, name: string) =>
      commit(opened, ({ people }) => people.save(aPerson({ id: claire, name, locale })));
    const heard = async () => (await opened.database.records.people.find(team, [claire])).get(claire);

    await tell(undefined, 'Claire');
    expect(await heard()).toMatchObject({ name: 'Claire', locale: undefined });
    await tell('fr-FR', 'Claire');
    expect(await heard()).toMatchObject({ locale: 'fr-FR' });
    await tell(undefined, 'Claire Dubois');
    expect(await heard()).toMatchObject({ name: 'Claire Dubois', locale: 'fr-FR' });
    await tell('en-GB', 'Claire Dubois');
    expect(await heard()).toMatchObject({ locale: 'en-GB' });
  });

  it('are found many at once, a name asked for twice once, and those unknown left out', async () => {
    const opened = await open();
    await commit(opened, async ({ people }) => {
      await people.save(aPerson({ id: claire, name: 'Claire' }));
      await people.save(aPerson({ id: mahari, name: 'Mahari' }));
    });

    const found = await opened.database.records.people.find(team, [mahari, claire, mahari, personId('U0NOBODY')]);

    expect([...found.keys()].toSorted()).toEqual([claire, mahari]);
  });

  it('are nobody where nobody was asked for', async () => {
    const { people } = (await open()).database.records;

    expect(await people.find(team, [])).toEqual(new Map());
  });

  it('of one workspace are unknown to another, even under the same id', async () => {
    const opened = await open();
    const other = teamId('T0OTHER');
    await commit(opened, async ({ people }) => {
      await people.save(aPerson({ id: claire, name: 'Claire' }));
      await people.save(aPerson({ id: claire, name: 'Another Claire', teamId: other }));
      await people.save(aPerson({ id: mahari, name: 'Mahari', teamId: other }));
    });

    const found = await opened.database.records.people.find(team, [claire, mahari]);

    expect([...found.values()].map(({ name }) => name)).toEqual(['Claire']);
  });

  it('may be 2 000, the largest list one can be asked about at once', async () => {
    const opened = await open();
    const ids = Array.from({ length: 2_000 }, (_, index) => personId(`U${index}`));
    await commit(opened, async ({ people }) => {
      await people.save(aPerson({ id: personId('U1999'), name: 'The last' }));
    });

    const found = await opened.database.records.people.find(team, ids);

    expect([...found.values()].map(({ name }) => name)).toEqual(['The last']);
  });

  it('heard of twice at the same moment are saved', async () => {
    const opened = await open();
    const other = await opened.peer();
    const save = ({ database }: Pick<typeof opened, 'database'>, name: string) =>
      commit({ database }, ({ people }) => people.save(aPerson({ id: claire, name })));

    await Promise.all([save(opened, 'Claire'), save(other, 'Claire'), save(opened, 'Claire'), save(other, 'Claire')]);

    expect((await opened.database.records.people.find(team, [claire])).get(claire)?.name).toBe('Claire');
  });
});
