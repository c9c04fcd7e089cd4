import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

export interface GitRepository {
  readonly path: string;
  /** Runs git there as somebody of the team. */
  git(...typed: readonly string[]): string;
}

/** A repository with one commit. */
export function gitRepository(): GitRepository {
  const repository = at(temporaryFolder());
  repository.git('init', '--quiet', '--initial-branch=main');
  repository.git('commit', '--quiet', '--allow-empty', '-m', 'Begin');
  return repository;
}

/** A repository that is pushed to, and a clone of it. */
export function gitClone(): { readonly origin: GitRepository; readonly clone: GitRepository } {
  const origin = gitRepository();
  origin.git('config', 'receive.denyCurrentBranch', 'updateInstead');
  return { origin, clone: cloneOf(origin) };
}

export function cloneOf(origin: GitRepository): GitRepository {
  const path = join(temporaryFolder(), 'clone');
  origin.git('clone', '--quiet', origin.path, path);
  return at(path);
}

function at(path: string): GitRepository {
  const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  return {
    path,
    git: (...typed) =>
      execFileSync('git', ['-C', path, ...identity, ...typed], { encoding: 'utf8', stdio: 'pipe' }).trim(),
  };
}
