import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, visit, type YAMLParseError } from 'yaml';
import { accept, type Result, refuse } from '../domain/result.ts';
import { explainYamlError } from './explain-yaml-error.ts';
import type { PolicyProblem } from './policy-problem.ts';

/** What a YAML file says, and where it says it. */
export interface YamlText {
  /** Scalars are text, whatever they look like: `+1` and `09:00` stay as written. */
  readonly content: unknown;
  has(path: readonly string[]): boolean;
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
    ...distinct(document.errors).map((error) => problem(error.pos[0], explainYamlError(error))),
    ...uselessKeys(document.contents).map((offset) => problem(offset, 'Write another name than __proto__.')),
    ...aliases(document.contents).map((offset) =>
      problem(offset, 'Write the value itself: a name after * is not understood here.'),
    ),
  ];
  if (problems.length > 0) {
    return refuse(problems);
  }
  return accept({
    content: document.contents === null ? {} : document.toJS(),
    has: (path) => placeOf(document.contents, path).isThere,
    problemAt: (path, sentence) => problem(placeOf(document.contents, path).value, sentence),
    problemAtKey: (path, sentence) => problem(placeOf(document.contents, path).key, sentence),
  });
}

/** What YAML cannot read it misunderstands from there on; a key that is written twice misleads nobody. */
function distinct(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return errors.filter((error) => error === first || error.code === 'DUPLICATE_KEY');
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

/** Which zod leaves out without a word. */
function uselessKeys(root: ParsedNode | null): readonly number[] {
  const offsets: number[] = [];
  visit(root, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__') {
        offsets.push(key.range?.[0] ?? 0);
      }
    },
  });
  return offsets;
}

interface Place {
  readonly isThere: boolean;
  /** Offsets from the file's beginning. */
  readonly key: number;
  readonly value: number;
}

/** Where a value stands; one that spans lines, or is missing, where its key stands, or else what it is missing in. */
function placeOf(root: ParsedNode | null, path: readonly string[]): Place {
  let node = root;
  let isThere = true;
  let key = root?.range[0] ?? 0;
  for (const name of path) {
    const child = childOf(node, name);
    isThere &&= child !== undefined;
    key = child?.key ?? key;
    node = child?.node ?? null;
  }
  return { isThere, key, value: isScalar(node) && node.source !== '' ? node.range[0] : key };
}

function childOf(
  node: ParsedNode | null,
  name: string,
): { readonly key: number | undefined; readonly node: ParsedNode | null } | undefined {
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === name);
    return pair && { key: pair.key.range[0], node: pair.value };
  }
  const item = isSeq<ParsedNode>(node) ? node.items[Number(name)] : undefined;
  return item && { key: item.range[0], node: item };
}
