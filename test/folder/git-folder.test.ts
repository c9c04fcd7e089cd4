import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readGitEnvironment } from '../../src/config.ts';
import { openFolder } from '../../src/folder/open-folder.ts';
import type { FolderFile, PostmortemFolder } from '../../src/use-cases/postmortem-folder.ts';
import { cloneOf, gitClone, gitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const environment = readGitEnvironment(process.env);
const author = { name: 'Faultline', email: 'faultline@example.com' };

function aFile(content: string, more: Partial<FolderFile> = {}): FolderFile {
  return { path: ['2026', 'inc-42.md'], content, message: 'INC-42: Booking is down', ...more };
}

function open(path: string, git: 'off' | 'commit' | 'push'): PostmortemFolder {
  return openFolder({ path, git, author }, environment) ?? expect.unreachable('no folder');
}

describe('a folder without git', () => {
  it('holds the file as it was said last, and nothing else', async () => {
    const path = temporaryFolder();
    const folder = open(path, 'off');
    await folder.keep(aFile('first\n'));
    await folder.keep(aFile('second\n'));

    expect(readFileSync(join(path, '2026/inc-42.md'), 'utf8')).toBe('second\n');
    expect(existsSync(join(path, '2026/inc-42.md.part'))).toBe(false);
  });

  it.each([[['..', 'x.md']], [['2026', '..', '..', 'x.md']], [['/etc', 'x.md']], [['2026', 'a/b.md']], [['', 'x.md']]])(
    'is not left by %j',
    async (path) => {
      await expect(open(temporaryFolder(), 'off').keep(aFile('x', { path }))).rejects.toMatchObject({
        sort: 'never',
        reason: 'outside_of_the_folder',
      });
    },
  );

  it('is not left by a link in it, to a folder or to a file', async () => {
    const [path, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(elsewhere, 'theirs.md'), 'theirs');
    symlinkSync(elsewhere, join(path, '2025'));
    mkdirSync(join(path, '2026'));
    symlinkSync(join(elsewhere, 'theirs.md'), join(path, '2026', 'inc-42.md'));

    const through = open(path, 'off').keep(aFile('x', { path: ['2025', 'theirs.md'] }));
    await expect(through).rejects.toMatchObject({ reason: 'outside_of_the_folder' });
    await open(path, 'off').keep(aFile('ours'));

    expect(readFileSync(join(elsewhere, 'theirs.md'), 'utf8')).toBe('theirs');
    expect(readFileSync(join(path, '2026', 'inc-42.md'), 'utf8')).toBe('ours');
  });

  it('is waited for where it is not there', async () => {
    const path = join(temporaryFolder(), 'not-mounted');

    await expect(open(path, 'off').keep(aFile('x'))).rejects.toMatchObject({
      sort: 'again-later',
      reason: 'folder_is_not_there',
    });
    expect(existsSync(path)).toBe(false);
  });
});

describe('a folder in a git repository', () => {
  it('has one commit a change, by whom the policy says, and none where nothing changed', async () => {
    const { path, git } = gitRepository();
    const folder = open(path, 'commit');
    await folder.keep(aFile('first\n'));
    await folder.keep(aFile('first\n'));
    await folder.keep(aFile('second\n', { message: 'INC-42: --amend; rm -rf "$HOME" `x`' }));

    expect(git('log', '--format=%an <%ae> %cn: %s').split('\n')).toEqual([
      'Faultline <faultline@example.com> Faultline: INC-42: --amend; rm -rf "$HOME" `x`',
      'Faultline <faultline@example.com> Faultline: INC-42: Booking is down',
      'Somebody <somebody@example.com> Somebody: Begin',
    ]);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('show', 'HEAD:2026/inc-42.md')).toBe('second');
  });

  it('tells its hooks nothing of our environment but what git needs', async () => {
    const { path, git } = gitRepository();
    vi.stubEnv('SLACK_BOT_TOKEN', 'xoxb-1');
    onTestFinished(() => void vi.unstubAllEnvs());
    const seen = join(temporaryFolder(), 'seen');
    writeFileSync(join(path, '.git/hooks/pre-commit'), `#!/bin/sh\nenv > ${seen}\n`, { mode: 0o755 });

    await open(path, 'commit').keep(aFile('first\n'));

    expect(git('show', 'HEAD:2026/inc-42.md')).toBe('first');
    expect(readFileSync(seen, 'utf8')).toContain('GIT_TERMINAL_PROMPT=0');
    expect(readFileSync(seen, 'utf8')).not.toContain('SLACK_BOT_TOKEN');
  });

  it('finishes what a crash left written and not committed', async () => {
    const { path, git } = gitRepository();
    await open(path, 'off').keep(aFile('written\n'));
    expect(git('status', '--porcelain')).not.toBe('');

    await open(path, 'commit').keep(aFile('written\n'));

    expect(git('show', 'HEAD:2026/inc-42.md')).toBe('written');
  });

  it('leaves alone what somebody else has changed or staged there', async () => {
    const { path, git } = gitRepository();
    writeFileSync(join(path, 'staged.txt'), 'mine');
    writeFileSync(join(path, 'notes.txt'), 'mine too');
    git('add', 'staged.txt');

    await open(path, 'commit').keep(aFile('ours\n'));

    expect(git('show', '--format=', '--name-only', 'HEAD')).toBe('2026/inc-42.md');
    expect(git('status', '--porcelain').split('\n')).toEqual(['A  staged.txt', '?? notes.txt']);
  });

  it('may be a folder below the root of the repository', async () => {
    const { path, git } = gitRepository();
    mkdirSync(join(path, 'docs'));

    await open(join(path, 'docs'), 'commit').keep(aFile('below\n'));

    expect(git('show', 'HEAD:docs/2026/inc-42.md')).toBe('below');
  });

  it.each([
    ['no repository', () => temporaryFolder()],
    ['no folder', () => join(temporaryFolder(), 'none')],
  ])('is tried again later where there is %s', async (_, path) => {
    await expect(open(path(), 'commit').keep(aFile('x'))).rejects.toMatchObject({ sort: 'again-later' });
  });

  it('is tried again later while somebody else’s git holds the lock', async () => {
    const { path, git } = gitRepository();
    writeFileSync(join(path, '.git/index.lock'), '');
    await expect(open(path, 'commit').keep(aFile('x\n'))).rejects.toMatchObject({ reason: 'git_failed' });
    expect(git('log', '--format=%s')).toBe('Begin');
  });
});

describe('a folder that is pushed', () => {
  it('brings each change to the others, also after theirs', async () => {
    const { origin, clone } = gitClone();
    await open(clone.path, 'push').keep(aFile('first\n'));
    origin.git('commit', '--quiet', '--allow-empty', '-m', 'Theirs');
    await open(clone.path, 'push').keep(aFile('second\n'));

    expect(origin.git('log', '--format=%s').split('\n')).toEqual([
      'INC-42: Booking is down',
      'Theirs',
      'INC-42: Booking is down',
      'Begin',
    ]);
    expect(origin.git('show', 'HEAD:2026/inc-42.md')).toBe('second');
  });

  it('pushes what was committed while the others could not be reached', async () => {
    const { origin, clone } = gitClone();
    await open(clone.path, 'commit').keep(aFile('alone\n'));

    await open(clone.path, 'push').keep(aFile('alone\n'));

    expect(origin.git('show', 'HEAD:2026/inc-42.md')).toBe('alone');
  });

  it('says the last word on its own file, and keeps theirs in the history', async () => {
    const { origin, clone } = gitClone();
    await open(clone.path, 'push').keep(aFile('first\n'));
    await open(clone.path, 'commit').keep(aFile('ours\n'));
    const other = cloneOf(origin);
    writeFileSync(join(other.path, '2026/inc-42.md'), 'theirs\n');
    other.git('commit', '--quiet', '-am', 'By hand');
    other.git('push', '--quiet');

    await open(clone.path, 'push').keep(aFile('ours\n'));

    expect(origin.git('show', 'HEAD:2026/inc-42.md')).toBe('ours');
    expect(origin.git('log', '--format=%s')).toContain('By hand');
    expect(clone.git('status', '--porcelain')).toBe('');
  });

  it('leaves a clone that works where the others cannot be reached', async () => {
    const { origin, clone } = gitClone();
    clone.git('remote', 'set-url', 'origin', join(origin.path, 'gone'));

    await expect(open(clone.path, 'push').keep(aFile('x\n'))).rejects.toMatchObject({ sort: 'again-later' });
    expect(clone.git('status', '--porcelain')).toBe('');
  });
});
