import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type Linted, lintDocument } from '../../../src/cli/lint/linted.ts';
import { writeGithub } from '../../../src/cli/lint/write-github.ts';
import { writeJson } from '../../../src/cli/lint/write-json.ts';
import { writeSarif } from '../../../src/cli/lint/write-sarif.ts';
import { RULES } from '../../../src/domain/postmortem/check/rules.ts';
import { checkedAt, documentText } from '../../support/read-document.ts';

function linted(name: string, file = name): Linted {
  return lintDocument(file, { text: documentText(name), damages: [] }, checkedAt);
}

/** With a finding for the author alone. */
function withBlame(file = 'a.md'): Linted {
  const one = linted('day-left-out.txt', file);
  const [first] = one.findings;
  return first === undefined
    ? one
    : {
        ...one,
        findings: [...one.findings, { ...first, rule: 'name-beside-fault', isForAuthor: true, text: 'for Ana' }],
      };
}

describe('writeJson', () => {
  it('follows its published schema, and keeps every finding', () => {
    const files = [linted('day-left-out.txt'), linted('labels-and-lines.txt'), withBlame()];
    const [text = ''] = writeJson(files, '1.2.3');
    const written: unknown = JSON.parse(text);

    const check = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync('docs/lint.schema.json', 'utf8')));
    expect(check(written), JSON.stringify(check.errors)).toBe(true);
    expect(written).toMatchObject({
      format: 1,
      faultline: '1.2.3',
      files: files.map(({ file, findings }) => ({
        file,
        findings: findings.map(({ rule, line, isForAuthor }) => ({ rule, line, forAuthorOnly: isForAuthor })),
      })),
    });
  });

  it('is a whole document where there is no file', () => {
    expect(JSON.parse(writeJson([], '1.2.3').join('\n'))).toEqual({ format: 1, faultline: '1.2.3', files: [] });
  });
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly name: string; readonly rules: readonly { id: string; help: { text: string } }[] };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region: { readonly startLine: number };
          };
        }[];
      }[];
    },
  ];
}

function sarif(...files: readonly Linted[]): Sarif {
  return JSON.parse(writeSarif(files, '1.2.3').join('\n')) as Sarif;
}

describe('writeSarif', () => {
  it('has what SARIF 2.1.0 asks for', () => {
    const { version, runs } = sarif(linted('day-left-out.txt', 'post mortems/ä#1.md'));
    const [{ tool, results }] = runs;

    expect(version).toBe('2.1.0');
    expect(tool.driver.name).toBe('Faultline');
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(tool.driver.rules.every(({ help }) => help.text !== '')).toBe(true);
    expect(results.length).toBeGreaterThan(5);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      const [{ physicalLocation } = { physicalLocation: undefined }] = locations;
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).not.toBe('');
      expect(physicalLocation?.artifactLocation.uri).toBe('post%20mortems/%C3%A4%231.md');
      expect(physicalLocation?.region.startLine).toBeGreaterThanOrEqual(1);
    }
  });

  it('names a file from the root by its address', () => {
    const file = resolve('a b.md');
    const [result] = sarif(linted('day-left-out.txt', file)).runs[0].results;

    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^file:\/\/\/.*\/a%20b\.md$/u);
  });

  it('leaves out what is for the author alone', () => {
    expect(JSON.stringify(sarif(withBlame()))).not.toContain('for Ana');
  });
});

describe('writeGithub', () => {
  it('annotates each line by a workflow command', () => {
    const lines = writeGithub([linted('day-left-out.txt')], '1.2.3');

    expect(lines).toContainEqual(
      expect.stringMatching(/^::error file=day-left-out\.txt,line=9,title=end-contradicts-timeline::It is said .*%0A/u),
    );
    expect(lines.some((line) => line.startsWith('::warning file='))).toBe(true);
    expect(lines.some((line) => line.startsWith('::notice file='))).toBe(true);
    expect(lines.at(-1)).toMatch(/^Checked day-left-out\.txt: /u);
  });

  it('escapes what would end a property or a command', () => {
    const one = linted('day-left-out.txt', 'a,b:c%.md');
    const [first] = one.findings;
    const odd = first === undefined ? one : { ...one, findings: [{ ...first, text: '100 %\r\n::error::gone' }] };

    expect(writeGithub([odd], '1.2.3')[0]).toMatch(
      /^::error file=a%2Cb%3Ac%25\.md,line=\d+,title=[a-z-]+::100 %25%0D%0A::error::gone%0A/u,
    );
  });

  it('leaves out what is for the author alone', () => {
    expect(writeGithub([withBlame()], '1.2.3').join('\n')).not.toContain('for Ana');
  });
});
