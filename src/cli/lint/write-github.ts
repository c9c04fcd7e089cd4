import type { Level } from '../../domain/postmortem/check/rule.ts';
import type { WriteLinted } from './lint-format.ts';
import { printable } from './printable.ts';
import { countLevels } from './write-text.ts';

const COMMANDS: Readonly<Record<Level, string>> = { must: 'error', should: 'warning', hint: 'notice' };

/** Workflow commands, which GitHub Actions shows at the lines of a pull request. What is for the author alone is left out there. */
export const writeGithub: WriteLinted = (linted) =>
  linted.flatMap((one) => {
    const { file, findings } = one;
    const commands = findings
      .filter(({ isForAuthor }) => !isForAuthor)
      .map(
        ({ level, line, rule, text, why }) =>
          `::${COMMANDS[level]} file=${property(file)},line=${line},title=${property(rule)}::${message(`${text}\n${why}`)}`,
      );
    return [...commands, `Checked ${printable(file)}: ${countLevels(one)}.`];
  });

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function message(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
