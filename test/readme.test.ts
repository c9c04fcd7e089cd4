import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADVICE } from '../src/config-advice.ts';
import { hookSecretVariable } from '../src/config-hook-secrets.ts';
import { defaultPolicy } from '../src/policy.ts';
import { COMMAND, CONFIRMATION, verbs } from '../src/slack/identifiers.ts';
import { usage } from '../src/slack/messages/help-message.ts';

const readme = readFileSync('README.md', 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/action-items.md',
  'docs/alerts.md',
  'docs/check.md',
  'docs/lint.md',
  'docs/trackers.md',
  'docs/webhooks.md',
  ...adrs(),
];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

function adrs(): readonly string[] {
  return readdirSync('docs/adr').map((name) => join('docs/adr', name));
}

/** The cells of a table's rows, under the heading. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('README', () => {
  it('begins with one line that shows it and one that tests it', () => {
    expect(/```sh\n([\s\S]*?)```/u.exec(readme)?.[1]).toBe('npm ci && npm run demo\nnpm ci && npm test\n');
  });

  it('lists the commands as the help does', () => {
    const listed = tableUnder('Commands').map(([form, does]) => ({ form, does }));
    const helped = verbs.map((verb) => ({
      form: `\`${[COMMAND, verb, usage[verb].form].filter((part) => part !== '').join(' ')}\``,
      does: usage[verb].does,
    }));
    expect(listed).toEqual(helped);
  });

  it('lists the reactions as the policy has them', () => {
    const listed = tableUnder('Reactions').map(([reaction = '', kind]) => [/`(.*)`/u.exec(reaction)?.[1], kind]);
    const { round_pushpin: _, ...reactions } = defaultPolicy.reactions;
    expect(Object.fromEntries(listed)).toEqual(reactions);
    expect(CONFIRMATION).toBe('memo');
  });

  it('lists every variable that is read', () => {
    const listed = tableUnder('Configuration').flatMap(([names = '']) => names.match(/[A-Z_]{4,}/gu) ?? []);
    expect(listed.toSorted()).toEqual([...Object.keys(ADVICE), hookSecretVariable('')].sort());
  });
});

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  it('names only scripts that exist', () => {
    const named = [...text.matchAll(/npm (?:run )?([a-z][a-z:]*)/gu)].map(([, name = '']) => name);
    expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)/gu)].map(([, path = '']) => join(dirname(page), path));
    expect(linked.filter((path) => !existsSync(path))).toEqual([]);
  });
});
