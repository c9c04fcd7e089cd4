import { cp, rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  // Chunks, so that what a verb imports late is loaded late: the checks of the runtime come first.
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  // A native module, and what is loaded only where PostgreSQL is used.
  external: ['better-sqlite3', 'pg', 'pg-native'],
  // Bundled CommonJS asks for these; an ES module has none.
  banner: {
    js: [
      "import { createRequire as __createRequire } from 'node:module';",
      'const require = __createRequire(import.meta.url);',
      'const __filename = import.meta.filename;',
      'const __dirname = import.meta.dirname;',
    ].join('\n'),
  },
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'info',
});
// The demo reads them as they are.
await cp('src/sandbox/scenarios', 'dist/sandbox/scenarios', { recursive: true });
