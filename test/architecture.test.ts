import { describe, expect, it } from 'vitest';
import { forbiddenCalls } from './support/architecture/forbidden-calls.ts';
import { misshapenFiles } from './support/architecture/misshapen-files.ts';
import { readSources } from './support/architecture/source-file.ts';
import { wrongImports } from './support/architecture/wrong-imports.ts';

const sources = readSources(['src', 'migrations']);
const everything = [...sources, ...readSources(['test', 'bench', 'scripts'])];

function aFile(path: string, ...imports: readonly string[]) {
  return { path, text: imports.map((specifier) => `import { x } from '${specifier}';\n`).join('') };
}

describe('wrongImports', () => {
  it('finds none here', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(wrongImports(sources)).toEqual([]);
  });

  it.each([
    ['src/domain/incident/a.ts', '../../use-cases/ports.ts'],
    ['src/domain/a.ts', '../slack/a.ts'],
    ['src/domain/a.ts', 'zod'],
    ['src/domain/a.ts', 'node:fs'],
    ['src/domain/a.ts', 'date-fns/format'],
    ['src/domain/time.ts', 'date-fns'],
    ['src/use-cases/a.ts', '../database/schema.ts'],
    ['src/use-cases/incident/a.ts', '@slack/web-api'],
    ['src/slack/a.ts', '../database/a.ts'],
    ['src/slack/a.ts', '../config.ts'],
    ['src/slack/a.ts', 'date-fns/format'],
    ['src/web/a.ts', '../slack/a.ts'],
    ['src/work/a.ts', '../system/a.ts'],
    ['src/cli/a.ts', '../database/migrate.ts'],
    ['src/cli/a.ts', '../compose.ts'],
    ['src/database/a.ts', '../use-cases/incident/declare-incident.ts'],
    ['src/system/a.ts', '../use-cases/change.ts'],
    ['src/system/a.ts', '../config.ts'],
    ['src/webhooks/a.ts', '../use-cases/change.ts'],
    ['src/webhooks/a.ts', '../slack/a.ts'],
    ['src/trackers/a.ts', '../webhooks/a.ts'],
    ['src/http/a.ts', '../webhooks/a.ts'],
    ['src/sandbox/a.ts', '../domain/ids.ts'],
    ['src/sandbox/a.ts', '../use-cases/ports.ts'],
    ['src/sandbox/a.ts', '../slack/a.ts'],
    ['src/config.ts', './use-cases/ports.ts'],
    ['src/policy/a.ts', '../system/a.ts'],
    ['src/slack/a.ts', '../main.ts'],
    ['src/slack/a.ts', '../../test/support/a.ts'],
    ['src/new-thing.ts', './domain/ids.ts'],
    ['migrations/0001-a.ts', '../src/database/schema.ts'],
    ['migrations/0001-a.ts', 'zod'],
  ])('finds that %s imports %s', (path, imported) => {
    expect(wrongImports([aFile(path, imported)])).toHaveLength(1);
  });

  it.each([
    ['src/domain/incident/a.ts', '../ids.ts'],
    ['src/domain/time.ts', 'date-fns/format'],
    ['src/domain/time.ts', '@date-fns/tz/date'],
    ['src/use-cases/a.ts', '../domain/ids.ts'],
    ['src/slack/listeners/a.ts', '../../use-cases/incident/declare-incident.ts'],
    ['src/slack/a.ts', '@slack/bolt'],
    ['src/cli/a.ts', '../policy.ts'],
    ['src/database/a.ts', '../use-cases/ports.ts'],
    ['src/database/a.ts', '../use-cases/stores.ts'],
    ['src/database/a.ts', '../../migrations/index.ts'],
    ['src/system/a.ts', '../use-cases/system.ts'],
    ['src/webhooks/a.ts', '../use-cases/webhooks.ts'],
    ['src/trackers/a.ts', '../use-cases/tracker-port.ts'],
    ['src/trackers/a.ts', '../http/a.ts'],
    ['src/sandbox/a.ts', '../use-cases/system.ts'],
    ['src/compose.ts', './database/a.ts'],
    ['src/main.ts', './compose.ts'],
    ['migrations/index.ts', './0001-a.ts'],
    ['migrations/0001-a.ts', 'kysely'],
  ])('allows that %s imports %s', (path, imported) => {
    expect(wrongImports([aFile(path, imported)])).toEqual([]);
  });

  it.each([
    "import '../slack/a.ts';",
    "import type { A } from '../slack/a.ts';",
    "export { a } from '../slack/a.ts';",
    "export * from '../slack/a.ts';",
    "const a = await import('../slack/a.ts');",
    "let a: import('../slack/a.ts').A;",
    "import {\n  a,\n  b,\n} from '../slack/a.ts';",
  ])('sees %j', (text) => {
    expect(wrongImports([{ path: 'src/domain/a.ts', text }])).toEqual(['src/domain/a.ts → src/slack/a.ts']);
  });
});

describe('forbiddenCalls', () => {
  it('finds none here', () => {
    expect(forbiddenCalls(sources)).toEqual([]);
  });

  it.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const number = Math.random();',
    'const id = randomUUID();',
    'setTimeout(run, 1);',
    "import { setTimeout as sleep } from 'node:timers/promises';",
    'setInterval(run, 1);',
    'const port = process.env.PORT;',
  ])('finds %j', (line) => {
    const found = forbiddenCalls(['src/slack/a.ts', 'src/sandbox/a.ts'].map((path) => ({ path, text: `\n${line}` })));

    expect(found).toEqual([
      expect.stringContaining('src/slack/a.ts:2: '),
      expect.stringContaining('src/sandbox/a.ts:2: '),
    ]);
  });

  it.each([
    ['src/system/clock.ts', 'Date.now()'],
    ['src/sandbox/signature.ts', 'Date.now()'],
    ['src/main.ts', 'process.env'],
    ['src/slack/a.ts', 'new Date(milliseconds)'],
    ['src/slack/a.ts', '// Date.now() would be wrong'],
  ])('allows in %s %j', (path, text) => {
    expect(forbiddenCalls([{ path, text }])).toEqual([]);
  });
});

describe('misshapenFiles', () => {
  it('finds none here', () => {
    expect(misshapenFiles(everything)).toEqual([]);
  });

  it.each([
    ['src/a.ts', 'x\n'.repeat(251), '251 lines, more than 250'],
    ['test/a.test.ts', 'x\n'.repeat(401), '401 lines, more than 400'],
    ['src/utils.ts', '', 'say in the name'],
    ['src/slack/view-helpers.ts', '', 'say in the name'],
    ['src/lib/a.ts', '', 'say in the name'],
    ['src/aFile.ts', '', 'kebab-case'],
    ['src/a.ts', 'export default function a() {}', 'default export'],
    ['src/a.ts', 'export { a as default };', 'default export'],
  ])('finds %s', (path, text, complaint) => {
    expect(misshapenFiles([{ path, text }])).toEqual([expect.stringContaining(complaint)]);
  });

  it.each([
    ['src/a.ts', 'x\n'.repeat(250)],
    ['test/a.test.ts', 'x\n'.repeat(400)],
    ['src/library.ts', ''],
  ])('allows %s', (path, text) => {
    expect(misshapenFiles([{ path, text }])).toEqual([]);
  });
});
