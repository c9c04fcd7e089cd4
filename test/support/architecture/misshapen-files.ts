import type { SourceFile } from './source-file.ts';

const LONGEST_SOURCE = 250;
const LONGEST_TEST = 400;

/** Files that are too long, named after nothing, or that export without a name. */
export function misshapenFiles(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [...tooLong(file), ...badlyNamed(file), ...defaultExports(file)]);
}

function tooLong({ path, text }: SourceFile): readonly string[] {
  const lines = text.trimEnd().split('\n').length;
  const longest = path.startsWith('test/') ? LONGEST_TEST : LONGEST_SOURCE;
  return lines > longest ? [`${path}: ${lines} lines, more than ${longest}`] : [];
}

function badlyNamed({ path }: SourceFile): readonly string[] {
  return [
    ...(/(?:^|[/-])(?:utils?|helpers?|common|misc|lib|manager)(?=[/.-])/u.test(path)
      ? [`${path}: say in the name what it is`]
      : []),
    ...(/[A-Z_\s]/u.test(path) ? [`${path}: write the name in kebab-case`] : []),
  ];
}

function defaultExports({ path, text }: SourceFile): readonly string[] {
  return /^export (?:default\b|\{[^}]*\bas default\b)/mu.test(text) ? [`${path}: give the default export a name`] : [];
}
