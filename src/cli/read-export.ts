import { parseArgs } from 'node:util';
import { teamId } from '../domain/ids.ts';
import { nearestWord } from '../domain/nearest-word.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { EXPORT_FORMATS, type ExportArguments } from './export.ts';

const USAGE = `faultline export INC-42 [--format ${EXPORT_FORMATS.join('|')}] [--output FILE]`;

/** What follows `export` on the command line. */
export function readExport(typed: readonly string[]): Result<ExportArguments, string> {
  const parsed = parse(typed);
  if (parsed === undefined) {
    return refuse(`It is: ${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [name, ...more] = positionals;
  const number = /^(?:inc-)?(?<number>[1-9]\d{0,8})$/iu.exec(name ?? '')?.groups?.number;
  if (number === undefined || more.length > 0) {
    return refuse(`Name one incident, such as INC-42: ${USAGE}`);
  }
  const format = EXPORT_FORMATS.find((known) => known === values.format);
  if (format === undefined) {
    const nearest = nearestWord(values.format, EXPORT_FORMATS);
    const hint = nearest === undefined ? `There are ${EXPORT_FORMATS.join(', ')}` : `Did you mean ${nearest}?`;
    return refuse(`There is no format ${values.format}. ${hint}`);
  }
  const team = values.team === undefined ? undefined : teamId(values.team);
  return accept({ number: Number(number), format, output: values.output, teamId: team });
}

function parse(typed: readonly string[]) {
  try {
    return parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'markdown' },
        output: { type: 'string', short: 'o', default: '-' },
        team: { type: 'string' },
      },
    });
  } catch {
    // An option that is none, or one without its value.
    return undefined;
  }
}
