import type { Instant } from '../domain/time.ts';
import { decodeDocument } from './lint/decode-document.ts';
import type { LintFormat, WriteLinted } from './lint/lint-format.ts';
import { countOf, type Linted, lintDocument } from './lint/linted.ts';
import { printable } from './lint/printable.ts';
import { readBytes } from './lint/read-bytes.ts';
import { writeGithub } from './lint/write-github.ts';
import { writeJson } from './lint/write-json.ts';
import { writeSarif } from './lint/write-sarif.ts';
import { writeText } from './lint/write-text.ts';
import type { Print } from './print.ts';

export interface LintOptions {
  /** `-` for standard input. */
  readonly files: readonly string[];
  readonly format: LintFormat;
  readonly input: AsyncIterable<Uint8Array>;
  readonly print: Print;
  readonly now: Instant;
  readonly version: string;
}

const WRITERS: Readonly<Record<LintFormat, WriteLinted>> = {
  text: writeText,
  json: writeJson,
  sarif: writeSarif,
  github: writeGithub,
};

/** Checks postmortems in files. Resolves to the exit code: 2 where one cannot be read, 1 where something must be mended. */
export async function lint({ files, format, input, print, now, version }: LintOptions): Promise<number> {
  const linted: Linted[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const bytes = await readBytes(file, input);
    const document = bytes.ok ? decodeDocument(bytes.value) : bytes;
    if (document.ok) {
      linted.push(lintDocument(file === '-' ? 'stdin' : file, document.value, now));
    } else {
      problems.push(`${file === '-' ? 'Standard input' : printable(file)} ${document.refusal}`);
    }
  }
  WRITERS[format](linted, version).forEach(print.line);
  print.problems(problems);
  if (problems.length > 0) {
    return 2;
  }
  return countOf(linted, 'must') === 0 ? 0 : 1;
}
