import { lstat, mkdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { DeliveryError } from '../use-cases/ports.ts';
import type { FolderFile, PostmortemFolder } from '../use-cases/postmortem-folder.ts';

/** A folder on this computer. */
export class PlainFolder implements PostmortemFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async keep({ path, content }: FolderFile): Promise<void> {
    try {
      await this.#keep(path, content);
    } catch (fault) {
      throw fault instanceof DeliveryError ? fault : unreachableFolder(fault);
    }
  }

  async #keep(path: readonly string[], content: string): Promise<void> {
    if (!path.every((name) => /^[a-z0-9][a-z0-9.-]*$/u.test(name))) {
      throw new DeliveryError({ sort: 'never', reason: 'outside_of_the_folder' });
    }
    // The folder itself is the operator's to make: one that is not there may be a disk that is not mounted yet.
    const folder = await realpath(this.#path);
    const file = join(folder, ...path);
    await mkdir(dirname(file), { recursive: true });
    // Somebody may have put a link to elsewhere in the place of a year.
    if (relative(folder, await realpath(dirname(file))) !== path.slice(0, -1).join(sep)) {
      throw new DeliveryError({ sort: 'never', reason: 'outside_of_the_folder' });
    }
    if (!(await says(file, content))) {
      // Whoever reads it meanwhile has the file of before; a crash leaves no half of one.
      const beside = `${file}.part`;
      await writeFile(beside, content);
      await rename(beside, file);
    }
  }
}

/** Only a file of its own counts: a link is put out of the way, and what it leads to left alone. */
async function says(file: string, content: string): Promise<boolean> {
  try {
    return (await lstat(file)).isFile() && (await readFile(file, 'utf8')) === content;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') {
      return false;
    }
    throw fault;
  }
}

function unreachableFolder(fault: unknown): DeliveryError {
  const reason = (fault as NodeJS.ErrnoException).code === 'ENOENT' ? 'folder_is_not_there' : 'folder_not_written';
  return new DeliveryError({ sort: 'again-later', reason, cause: fault });
}
