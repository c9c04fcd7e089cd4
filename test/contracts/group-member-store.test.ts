import { describe, expect, it } from 'vitest';
import { groupId, personId, teamId } from '../../src/domain/ids.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { claire, mahari } from '../support/record-builder.ts';

const team = teamId('T0TRAVEL');
const dba = groupId('S0DBA');

describe.each(engines)('members of groups on $name', ({ open }) => {
  it('are those that were heard of last, of each group and workspace its own', async () => {
    const opened = await open();
    await commit(opened, async ({ groupMembers }) => {
      await groupMembers.replace(team, dba, [mahari]);
      await groupMembers.replace(team, groupId('S0NETWORK'), [claire]);
      await groupMembers.replace(teamId('T0OTHER'), dba, [claire]);
    });

    await commit(opened, ({ groupMembers }) => groupMembers.replace(team, dba, [claire, mahari]));

    const { groupMembers } = opened.database.records;
    expect((await groupMembers.list(team, dba)).toSorted()).toEqual([claire, mahari]);
    expect((await groupMembers.listGroups(team)).toSorted()).toEqual([dba, 'S0NETWORK']);
    await commit(opened, (records) => records.groupMembers.replace(team, dba, []));
    expect(await groupMembers.list(team, dba)).toEqual([]);
    expect(await groupMembers.listGroups(team)).toEqual(['S0NETWORK']);
    const many = Array.from({ length: 25_000 }, (_, index) => personId(`U${index}`));
    await commit(opened, (records) => records.groupMembers.replace(team, dba, many));
    expect(await groupMembers.list(team, dba)).toHaveLength(many.length);
    expect(await groupMembers.list(team, groupId('S0NETWORK'))).toEqual([claire]);
    expect(await groupMembers.list(teamId('T0OTHER'), dba)).toEqual([claire]);
  });
});
