import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LintFormat } from '../../src/cli/lint/lint-format.ts';
import { lint } from '../../src/cli/lint.ts';
import { memoryPrint } from '../support/memory-print.ts';
import { checkedAt, documentText } from '../support/read-document.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const document = 'test/support/postmortems/day-left-out.txt';

async function* typed(...chunks: readonly (string | Uint8Array)[]) {
  for (const chunk of chunks) {
    yield Buffer.from(chunk);
  }
}

async function run(files: readonly string[], { format = 'text', input = typed() }: Partial<Run> = {}) {
  const print = memoryPrint();
  const code = await lint({ files, format, input, print, now: checkedAt, version: '1.2.3' });
  return { code, ...print };
}

interface Run {
  readonly format: LintFormat;
  readonly input: AsyncIterable<Uint8Array>;
}

function fileOf(content: string | Uint8Array): string {
  const file = join(temporaryFolder(), 'postmortem.md');
  writeFileSync(file, content);
  return file;
}

describe('lint', () => {
  it('tells each finding with its file and line, why it matters, and how many there are', async () => {
    const { code, lines, complaints } = await run([document]);

    expect({ code, complaints }).toEqual({ code: 1, complaints: [] });
    const at = lines.findIndex((line) => line.startsWith(`${document}:9: must end-contradicts-timeline: `));
    expect(lines[at]).toContain('until 12:40 AM GMT+2, but the timeline has it resolved at 6:30 PM GMT+2');
    expect(lines[at + 1]).toMatch(/^ {4}\S/u);
    expect(lines.at(-1)).toMatch(new RegExp(`^${document}: \\d must, \\d should, \\d hints?\\.$`, 'u'));
  });

  it('says why a rule matters once for each file', async () => {
    const { lines } = await run(['test/support/postmortems/dates-in-numbers.txt']);
    const owners = lines.filter((line) => line.includes(' must action-item-without-owner: '));

    expect(owners).toHaveLength(2);
    expect(lines.filter((line) => line === '    What belongs to everybody is done by nobody.')).toHaveLength(1);
  });

  it('ends with 0 where nothing must be mended', async () => {
    const text = documentText('labels-and-lines.txt').replace('â€“', '–');

    expect((await run([fileOf(text)])).code).toBe(0);
  });

  it('says what it understood', async () => {
    const told =
      '## Summary\nBookings failed.\n\n## Root causes\nThe pool.\n\n## Action items\n- Test the pool\n- Alert on it\n';

    expect((await run(['-'], { input: typed(told) })).lines).toContain(
      'stdin: understood: summary, impact, root causes, 2 action items',
    );
    expect((await run(['-'], { input: typed('## Zusammenfassung\n') })).lines).toContain('stdin: understood: nothing');
    const { lines } = await run(['-'], { input: typed(told), format: 'json' });
    expect(JSON.parse(lines.join('\n')).files[0].understood).toEqual({
      sections: ['summary', 'impact', 'root-causes'],
      events: 0,
      actionItems: 2,
    });
  });

  it('says what it did not understand', async () => {
    const { lines } = await run(['-'], { input: typed('# Outage\n\n## Zusammen', 'fassung\n\nDer Laden war zu.\n') });

    expect(lines).toContain('stdin:3: not understood: Zusammenfassung');
    expect(lines.at(-1)).toMatch(/^stdin: .*; 1 line not understood\.$/u);
  });

  it('goes on with the other files where one cannot be read', async () => {
    const { code, lines, complaints } = await run(['nothing.md', document]);

    expect(code).toBe(2);
    expect(complaints).toEqual([
      'nothing.md is not there: name the file that holds the postmortem, or - for standard input.',
    ]);
    expect(lines.at(-1)).toMatch(new RegExp(`^${document}: `, 'u'));
  });

  it.each([
    ['a directory', () => temporaryFolder(), / is a directory: name the files in it\.$/u],
    ['an empty file', () => fileOf(' \n'), / is empty: there is nothing to check\.$/u],
    ['an image', () => fileOf(new Uint8Array([0x89, 0x50, 0, 0, 1])), / is not text: /u],
    ['a huge file', () => fileOf(new Uint8Array(21 * 1024 * 1024).fill(97)), / is larger than 20 MB: /u],
    ['a name that is none', () => join(temporaryFolder(), 'a\u001b[31m.md'), /a\[31m\.md is not there/u],
  ])('refuses %s in a sentence', async (_, file, sentence) => {
    const { code, lines, complaints } = await run([file()]);

    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(complaints).toEqual([expect.stringMatching(sentence)]);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeff## Zürich\n', 'utf16le')],
    ['UTF-8 with a mark', Buffer.from('\ufeff## Zürich\n', 'utf8')],
    ['no UTF-8', Buffer.from('## Zürich\n', 'latin1')],
  ])('reads %s', async (encoding, bytes) => {
    const { lines } = await run(['-'], { input: typed('', bytes) });

    expect(lines.some((line) => line.includes('damaged-text'))).toBe(encoding === 'no UTF-8');
    expect(lines.join('\n')).not.toContain('ZÃ');
  });

  it('prints nothing that steers a terminal', async () => {
    const { lines } = await run(['-'], {
      input: typed('## A\n\n## B\u001b[31m\u202e\n\n## Action items\n- Do\u001b[2J it\n'),
    });

    expect(lines.join('')).not.toMatch(/\p{Control}|\u202e/u);
  });

  it('names a file in a folder as it was named', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a b'));
    const file = join(folder, 'a b', 'c,d:e.md');
    writeFileSync(file, 'The shop was down.');

    expect((await run([file])).lines[0]).toMatch(/c,d:e\.md:1: must /u);
  });
});
