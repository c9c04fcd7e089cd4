import { describe, expect, it } from 'vitest';
import { actionItemId, groupId, personId, teamId } from '../../src/domain/ids.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anItem, at, claire, devops, mahari } from '../support/record-builder.ts';

const team = teamId('T0TRAVEL');
const named = (name: string) => actionItemId(name);

describe.each(engines)('open action items on $name', ({ open }) => {
  it('are listed by who owns them, person or group', async () => {
    const opened = await openWithIncident(open);
    const hers = [anItem({ id: named('a') }), anItem({ id: named('b'), title: 'Another' })];
    const theirs = anItem({ id: named('c'), owner: devops });
    await commit(opened, async ({ actionItems }) => {
      const done = { status: 'done', endedAt: at('17:00') } as const;
      const others = [
        anItem({ id: named('d'), owner: { kind: 'person', id: mahari } }),
        anItem({ id: named('e'), owner: undefined }),
        anItem({ id: named('f'), ...done }),
        anItem({ id: named('g'), ...done, owner: { ...devops, id: groupId('S0DONE') } }),
      ];
      for (const item of [...hers, theirs, ...others].toReversed()) {
        await actionItems.add(item);
      }
    });

    const { actionItems } = opened.database.records;
    const known = await actionItems.findAll([named('c'), named('nobody knows'), named('b')]);
    expect([...known.keys()].toSorted()).toEqual(['b', 'c']);
    expect(known.get(named('c'))).toStrictEqual(theirs);
    expect(await actionItems.findAll([])).toEqual(new Map());
    expect(await actionItems.listOpenOf(team, { kind: 'person', id: claire })).toStrictEqual(hers);
    expect(await actionItems.listOpenOf(team, devops)).toStrictEqual([theirs]);
    expect(await actionItems.listOpenOf(team, { kind: 'person', id: personId(devops.id) })).toEqual([]);
    expect(await actionItems.listOpenOf(teamId('T0OTHER'), devops)).toEqual([]);
    expect(await actionItems.listOwningGroups(team)).toEqual([devops.id]);
    expect(await actionItems.listOwningGroups(teamId('T0OTHER'))).toEqual([]);
  });
});
