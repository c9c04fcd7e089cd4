import type { SourceFile } from './source-file.ts';

const CALLS: readonly { readonly name: string; readonly pattern: RegExp; readonly allowed: RegExp }[] = [
  { name: 'Date.now', pattern: /\bDate\.now\b/u, allowed: /^src\/(?:system\/|main\.ts$|sandbox\/signature\.ts$)/u },
  { name: 'new Date()', pattern: /\bnew Date\(\s*\)|\bDate\(\s*\)/u, allowed: /^src\/(?:system\/|main\.ts$)/u },
  { name: 'performance.now', pattern: /\bperformance\.now\b/u, allowed: /^src\/system\//u },
  { name: 'Math.random', pattern: /\bMath\.random\b/u, allowed: /^src\/system\//u },
  { name: 'randomUUID', pattern: /\brandom(?:UUID|Bytes|Int)\b/u, allowed: /^src\/system\//u },
  { name: 'setTimeout', pattern: /\bsetTimeout\b|\bnode:timers\b/u, allowed: /^src\/(?:system\/|main\.ts$)/u },
  { name: 'setInterval', pattern: /\bsetInterval\b/u, allowed: /^src\/(?:system\/|main\.ts$)/u },
  { name: 'process.env', pattern: /\bprocess\.env\b/u, allowed: /^src\/(?:config|main)\.ts$/u },
];

/** Where code asks the machine itself for the time, a number, a timer or a setting, as `file:line: call`. */
export function forbiddenCalls(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        isComment(line)
          ? []
          : CALLS.filter(({ pattern, allowed }) => pattern.test(line) && !allowed.test(path)).map(
              ({ name }) => `${path}:${index + 1}: ${name}`,
            ),
      ),
  );
}

function isComment(line: string): boolean {
  return /^\s*(?:\/\/|\/?\*)/u.test(line);
}
