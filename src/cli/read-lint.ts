import { parseArgs } from 'node:util';
import { nearestWord } from '../domain/nearest-word.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { LINT_FORMATS, type LintFormat } from './lint/lint-format.ts';

export interface LintArguments {
  /** `-` for standard input. */
  readonly files: readonly string[];
  readonly format: LintFormat;
}

const USAGE = `faultline lint FILE… [--format ${LINT_FORMATS.join('|')}]`;

/** What follows `lint` on the command line. */
export function readLint(typed: readonly string[]): Result<LintArguments, string> {
  const parsed = parse(typed);
  if (parsed === undefined) {
    return refuse(`It is: ${USAGE}`);
  }
  const { values, positionals: files } = parsed;
  const format = LINT_FORMATS.find((known) => known === values.format);
  if (format === undefined) {
    const nearest = nearestWord(values.format, LINT_FORMATS);
    const hint = nearest === undefined ? `There are ${LINT_FORMATS.join(', ')}` : `Did you mean ${nearest}?`;
    return refuse(`There is no format ${values.format}. ${hint}`);
  }
  return files.length === 0
    ? refuse(`Name each file that holds a postmortem, or - for standard input: ${USAGE}`)
    : accept({ files, format });
}

function parse(typed: readonly string[]) {
  try {
    return parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' } },
    });
  } catch {
    // An option that is none, or one without its value.
    return undefined;
  }
}
