import type { PostmortemFolderPolicy } from '../domain/policy.ts';
import type { PostmortemFolder } from '../use-cases/postmortem-folder.ts';
import { GitFolder } from './git-folder.ts';
import { PlainFolder } from './plain-folder.ts';
import type { GitEnvironment } from './run-git.ts';

/** The folder that the policy names. */
export function openFolder(
  policy: PostmortemFolderPolicy | undefined,
  environment: GitEnvironment,
): PostmortemFolder | undefined {
  if (policy === undefined) {
    return undefined;
  }
  const { path, git, author } = policy;
  const files = new PlainFolder(path);
  return git === 'off' ? files : new GitFolder({ path, author, files, environment, isPushed: git === 'push' });
}
