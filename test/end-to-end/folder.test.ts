import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closed } from '../support/close.ts';
import { askDatabase } from '../support/engines.ts';
import { gitRepository } from '../support/git-repository.ts';
import { openRoom } from '../support/open-room.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const author = { name: 'Faultline', email: 'faultline@example.com' };

describe('the folder of postmortems', () => {
  it('has a commit for the close and for each change after it', async () => {
    const { path, git } = gitRepository();
    const room = await openRoom({ policy: { postmortemFolder: { path, git: 'commit', author } } });
    const channel = await closed(room, { summary: 'First <b>words</b>' });
    expect(git('show', 'HEAD:2024/inc-1.md')).toContain('First &lt;b>words');
    const commits = () => Number(git('rev-list', '--count', 'HEAD'));
    const before = commits();

    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ben Watch the pool by 2024-05-20', channel);
    await room.settle();

    expect(git('show', 'HEAD:2024/inc-1.md')).toContain('Watch the pool');
    expect(git('log', '-1', '--format=%s')).toBe('INC-1: Booking is down');
    // The second is for the link to where the channel saw the item.
    expect(commits() - before).toBeLessThanOrEqual(2);
  });

  it('is not asked for where the policy names none', async () => {
    const room = await openRoom();
    await closed(room);

    const asked = await askDatabase(room.config.databaseUrl, "select id from work where kind = 'keep-in-folder'");
    expect(asked).toEqual([]);
  });

  it('holds nobody up while it is not there, and is caught up with when it is', async () => {
    const path = join(temporaryFolder(), 'disk');
    const room = await openRoom({ policy: { postmortemFolder: { path, git: 'off', author } } });
    const channel = await closed(room);
    expect(channel.canvases()).toHaveLength(1);
    expect(channel.files()).toHaveLength(3);

    mkdirSync(path);
    await room.pass(60 * 60_000);

    expect(readdirSync(join(path, '2024'))).toEqual(['inc-1.md']);
  });

  it('tells the declarer in the end that it is not there', async () => {
    const path = join(temporaryFolder(), 'none');
    const room = await openRoom({ policy: { postmortemFolder: { path, git: 'off', author } } });
    await closed(room);
    for (let hour = 0; hour < 30; hour++) {
      await room.pass(60 * 60_000);
    }

    const told = room.workspace
      .person('ana')
      .directMessages()
      .map((message) => message.visibleText());
    expect(told.join()).toContain(
      'could not be written to the folder of postmortems. The folder of the policy is not there.',
    );
  });

  it('never has a private incident', async () => {
    const { path, git } = gitRepository();
    const room = await openRoom({ policy: { postmortemFolder: { path, git: 'commit', author } } });
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const channel = await closed(room, { summary: 'Secret' }, room.workspace.channel('inc-1-leak'));
    await ana.types('/incident log 13:40 Somebody was late', channel);
    await room.settle();

    expect(channel.files()).toHaveLength(3);
    expect(git('log', '--format=%s')).toBe('Begin');
    expect(readdirSync(path)).toEqual(['.git']);
  });
});
