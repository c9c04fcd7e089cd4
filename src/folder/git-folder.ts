import type { PostmortemAuthor } from '../domain/policy.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { FolderFile, PostmortemFolder } from '../use-cases/postmortem-folder.ts';
import { type GitEnvironment, GitFault, runGit } from './run-git.ts';

export interface GitFolderOptions {
  readonly path: string;
  readonly author: PostmortemAuthor;
  readonly isPushed: boolean;
  readonly environment: GitEnvironment;
  readonly files: PostmortemFolder;
}

/**
 * A folder in a git repository: one commit a change, of that one file, whatever else somebody has changed there. What an
 * earlier attempt wrote and did not commit, or committed and did not push, is found and finished by the next.
 */
export class GitFolder implements PostmortemFolder {
  readonly #options: GitFolderOptions;

  constructor(options: GitFolderOptions) {
    this.#options = options;
  }

  async keep(file: FolderFile): Promise<void> {
    const { isPushed, files } = this.#options;
    if (isPushed) {
      await this.#pull();
    }
    await files.keep(file);
    const path = file.path.join('/');
    await this.#git('add', '--force', '--', path);
    if (await this.#isStaged(path)) {
      await this.#commit(path, file.message);
    }
    if (isPushed && (await this.#isAhead())) {
      await this.#git('push', '--quiet');
    }
  }

  /** Where both changed the same file ours stands, as it is written anew each time; theirs is in the history. */
  async #pull(): Promise<void> {
    try {
      await this.#git('pull', '--rebase', '--strategy-option=theirs', '--autostash', '--quiet');
    } catch (fault) {
      await this.#git('rebase', '--abort').catch(() => '');
      throw fault;
    }
  }

  async #commit(path: string, message: string): Promise<void> {
    const { name, email } = this.#options.author;
    const identity = ['-c', `user.name=${name}`, '-c', `user.email=${email}`];
    await this.#git(...identity, 'commit', '--quiet', '--cleanup=verbatim', '-m', message, '--only', '--', path);
  }

  async #isStaged(path: string): Promise<boolean> {
    return (await this.#git('status', '--porcelain', '--', path)).trim() !== '';
  }

  async #isAhead(): Promise<boolean> {
    return (await this.#git('rev-list', '--count', '@{upstream}..HEAD')).trim() !== '0';
  }

  async #git(...typed: readonly string[]): Promise<string> {
    try {
      return await runGit(this.#options.path, typed, this.#options.environment);
    } catch (fault) {
      const reason = fault instanceof GitFault && fault.isMissing ? 'git_is_not_there' : 'git_failed';
      throw new DeliveryError({ sort: 'again-later', reason, cause: fault });
    }
  }
}
