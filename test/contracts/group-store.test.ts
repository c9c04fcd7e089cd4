import { describe, expect, it } from 'vitest';
import { groupId, teamId } from '../../src/domain/ids.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';

const team = teamId('T0TRAVEL');
const dba = { id: groupId('S0DBA'), handle: 'dba' };
const network = { id: groupId('S0NETWORK'), handle: 'Network' };
const abroad = { id: groupId('S0ABROAD'), handle: 'éclair' };

describe.each(engines)('groups on $name', ({ open }) => {
  it('are those that were heard of last, by handle', async () => {
    const opened = await open();
    await commit(opened, ({ groups }) => groups.replace(team, [dba, { id: groupId('S0GONE'), handle: 'gone' }]));

    await commit(opened, ({ groups }) => groups.replace(team, [abroad, { ...dba, handle: 'databases' }, network]));

    expect(await opened.database.records.groups.list(team)).toStrictEqual([
      network,
      { ...dba, handle: 'databases' },
      abroad,
    ]);
  });

  it('are each workspace’s own', async () => {
    const opened = await open();
    const other = teamId('T0OTHER');
    await commit(opened, ({ groups }) => groups.replace(team, [dba]));

    await commit(opened, ({ groups }) => groups.replace(other, [{ ...dba, handle: 'theirs' }]));
    await commit(opened, ({ groups }) => groups.replace(other, []));

    expect(await opened.database.records.groups.list(team)).toStrictEqual([dba]);
    expect(await opened.database.records.groups.list(other)).toStrictEqual([]);
  });

  it('may be more than one statement takes', async () => {
    const opened = await open();
    const many = Array.from({ length: 2_500 }, (_, index) => ({ id: groupId(`S${index}`), handle: `g${index}` }));

    await commit(opened, ({ groups }) => groups.replace(team, many));

    expect(await opened.database.records.groups.list(team)).toHaveLength(2_500);
  });
});
