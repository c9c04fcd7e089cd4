import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

export interface SourceFile {
  /** From the root of the repository, `src/domain/time.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below these folders that are there. */
export function readSources(folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    listFiles(folder)
      .filter((path) => path.endsWith('.ts'))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}

/** What a file imports: packages by name, files of ours by their path from the root. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const specifiers = [...text.matchAll(/\b(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/gu)].map(
    (match) => match[2] ?? '',
  );
  return specifiers.map((specifier) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier,
  );
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name).split(sep).join('/'),
    );
  } catch {
    return [];
  }
}
