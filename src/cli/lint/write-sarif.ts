import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Level } from '../../domain/postmortem/check/rule.ts';
import { RULES } from '../../domain/postmortem/check/rules.ts';
import type { WriteLinted } from './lint-format.ts';
import type { LineFinding } from './linted.ts';

const LEVELS: Readonly<Record<Level, string>> = { must: 'error', should: 'warning', hint: 'note' };

/** SARIF 2.1.0, as code scanning reads it. What is for the author alone is left out, as others read that. */
export const writeSarif: WriteLinted = (linted, version) => {
  const results = linted.flatMap(({ file, findings }) =>
    findings.filter(({ isForAuthor }) => !isForAuthor).map((finding) => resultOf(file, finding)),
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Faultline', version, rules: RULES.map(descriptorOf) } }, results }],
  };
  return [JSON.stringify(log, null, 2)];
};

function descriptorOf({ id, level, why }: (typeof RULES)[number]) {
  return {
    id,
    shortDescription: { text: inWords(id) },
    fullDescription: { text: why },
    help: { text: why },
    defaultConfiguration: { level: LEVELS[level] },
  };
}

function resultOf(file: string, { rule, level, line, text }: LineFinding) {
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
    level: LEVELS[level],
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: { uri: addressOf(file) }, region: { startLine: line } } }],
  };
}

/** `action-item-without-owner` → `Action item without owner` */
function inWords(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Relative to where it was run, unless the file was named from the root. */
function addressOf(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : file.split(/[\\/]/u).map(encodeURIComponent).join('/');
}
