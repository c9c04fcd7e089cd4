import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml';
import { accept, type Result, refuse } from '../domain/result.ts';
import { explainYamlError } from './explain-yaml-error.ts';
import type { PolicyProblem } from './policy-problem.ts';

/** What a YAML file says, and where it says it. */
export interface YamlText {
  /** Scalars are text, whatever they look like: `+1` and `09:00` stay as written. */
  readonly content: unknown;
  problemAt(path: readonly string[], sentence: string): PolicyProblem;
  problemAtKey(path: readonly string[], sentence: string): PolicyProblem;
}

export function readYaml(text: string, file: string): Result<YamlText, readonly PolicyProblem[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const problem = (offset: number, sentence: string): PolicyProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), sentence };
  };

  const problems = [
    ...document.errors.map((error) => problem(error.pos[0], explainYamlError(error))),
    ...aliases(document.contents).map((offset) =>
      problem(offset, 'Write the value itself: a name after * is not understood here.'),
    ),
  ];
  if (problems.length > 0) {
    return refuse(problems);
  }
  return accept({
    content: document.contents === null ? {} : document.toJS(),
    problemAt: (path, sentence) => problem(offsetOf(document.contents, path).value, sentence),
    problemAtKey: (path, sentence) => problem(offsetOf(document.contents, path).key, sentence),
  });
}

function aliases(root: ParsedNode | null): readonly number[] {
  const offsets: number[] = [];
  visit(root, {
    Alias: (_, alias) => {
      offsets.push(alias.range?.[0] ?? 0);
    },
  });
  return offsets;
}

/** Where a value stands; one that spans lines, or is missing, where its key stands. */
function offsetOf(root: ParsedNode | null, path: readonly string[]): { readonly key: number; readonly value: number } {
  let node = root;
  let key = root?.range[0] ?? 0;
  for (const name of path) {
    const pair = isMap<ParsedNode, ParsedNode | null>(node)
      ? node.items.find((item) => isScalar(item.key) && item.key.value === name)
      : undefined;
    key = pair?.key.range[0] ?? key;
    node = pair?.value ?? null;
  }
  return { key, value: isScalar(node) && node.source !== '' ? node.range[0] : key };
}
