import { parseArgs } from 'node:util';
import { nearestWord } from '../domain/nearest-word.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { ExportArguments } from './export.ts';
import { readExport } from './read-export.ts';
import { type LintArguments, readLint } from './read-lint.ts';

export type Verb =
  | { readonly kind: 'serve' }
  | { readonly kind: 'migrate' }
  | { readonly kind: 'demo'; readonly names: readonly string[] }
  | { readonly kind: 'receive'; readonly file: string }
  | { readonly kind: 'policy-check'; readonly file: string | undefined }
  | ({ readonly kind: 'export' } & ExportArguments)
  | ({ readonly kind: 'lint' } & LintArguments)
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

const PLAIN_VERBS = ['serve', 'migrate', 'help'] as const;
const VERBS = [...PLAIN_VERBS, 'demo', 'receive', 'export', 'lint', 'policy check'];

/** What somebody asked for on the command line; a refusal is the line that tells them what they may ask for. */
export function readArguments(typed: readonly string[]): Result<Verb, string> {
  const [first, ...rest] = typed;
  if (first === 'export') {
    const asked = readExport(rest);
    return asked.ok ? accept({ kind: 'export', ...asked.value }) : asked;
  }
  if (first === 'lint' && !rest.some((word) => word === '-h' || word === '--help')) {
    const asked = readLint(rest);
    return asked.ok ? accept({ kind: 'lint', ...asked.value }) : asked;
  }
  const options = typed.filter((word) => word.startsWith('-') && word !== '-');
  const unknown = options.find((option) => !['-h', '--help', '-v', '--version'].includes(option));
  if (unknown !== undefined) {
    return refuse(`There is no option ${unknown}. Try: faultline help`);
  }
  const { values, positionals } = parseArgs({
    args: [...typed],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } },
  });
  if (values.help || values.version) {
    return accept({ kind: values.help ? 'help' : 'version' });
  }
  return readVerb(positionals);
}

function readVerb([verb = 'serve', ...rest]: readonly string[]): Result<Verb, string> {
  if (verb === 'policy') {
    return readPolicyVerb(rest);
  }
  if (verb === 'demo') {
    return accept({ kind: 'demo', names: rest });
  }
  if (verb === 'receive') {
    const [file, ...more] = rest;
    return file === undefined || more.length > 0
      ? refuse('faultline receive takes one FILE that holds a payload of Slack’s, or - for standard input')
      : accept({ kind: 'receive', file });
  }
  const plain = PLAIN_VERBS.find((known) => known === verb);
  if (plain === undefined) {
    const nearest = nearestWord(verb, VERBS);
    return refuse(
      `There is no verb ${verb}. ${nearest === undefined ? 'Try: faultline help' : `Did you mean: faultline ${nearest}`}`,
    );
  }
  return rest.length === 0
    ? accept({ kind: plain })
    : refuse(`faultline ${plain} takes nothing more: leave out ${rest.join(' ')}`);
}

function readPolicyVerb([verb, file, ...rest]: readonly string[]): Result<Verb, string> {
  return verb === 'check' && rest.length === 0
    ? accept({ kind: 'policy-check', file })
    : refuse('Did you mean: faultline policy check [FILE]');
}
