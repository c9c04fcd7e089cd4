import { describe, expect, it } from 'vitest';
import { actionItemId, groupId, type PersonId, personId, teamId } from '../../src/domain/ids.ts';
import { COMMANDER } from '../../src/domain/roles/role.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anEventAt, anItem, aRecordedIncident, at, claire, devops, mahari } from '../support/record-builder.ts';

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

  it('are those near somebody: theirs, of their groups, and of incidents that they may have led', async () => {
    const opened = await openWithIncident(open);
    // Mahari declared it.
    const stranger = personId('U0NOBODY');
    await commit(opened, async ({ actionItems, groupMembers }) => {
      await groupMembers.replace(team, devops.id, [claire]);
      await actionItems.add(anItem({ id: named('a'), owner: { kind: 'person', id: claire } }));
      await actionItems.add(anItem({ id: named('b'), owner: devops }));
      await actionItems.add(anItem({ id: named('c'), owner: { ...devops, id: groupId('S0OTHER') } }));
      await actionItems.add(anItem({ id: named('d'), owner: devops, status: 'done', endedAt: at('17:00') }));
    });
    const near = async (person: PersonId) => {
      const items = await opened.database.records.actionItems.listOpenNear(team, person);
      return items.map(({ id }) => id).toSorted();
    };

    expect(await near(claire)).toEqual(['a', 'b']);
    expect(await near(mahari)).toEqual(['a', 'b', 'c']);
    expect(await near(stranger)).toEqual([]);

    await commit(opened, ({ roles }) =>
      roles.add({
        incidentId: aRecordedIncident().id,
        role: COMMANDER,
        person: stranger,
        assignedBy: mahari,
        at: at('15:30'),
      }),
    );
    expect(await near(stranger)).toEqual(['a', 'b', 'c']);

    const closer = personId('U0CLOSER');
    await commit(opened, ({ timeline }) => timeline.add(anEventAt('16:40', { kind: 'note', recordedBy: closer })));
    expect(await near(closer)).toEqual([]);
    await commit(opened, ({ timeline }) => timeline.add(anEventAt('16:41', { kind: 'closed', recordedBy: closer })));
    expect(await near(closer)).toEqual(['a', 'b', 'c']);
    expect(await opened.database.records.actionItems.listOpenNear(teamId('T0OTHER'), closer)).toEqual([]);
  });
});
