import type { z } from 'zod';

/** The problems that a schema finds, in Slack's words. `root` is where the value stands in the call: `/view/blocks`. */
export function problemsOf(schema: z.ZodType, value: unknown, root: string): readonly string[] {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? [] : result.error.issues.map((issue) => describe(issue, root));
}

export function problem(what: string, pointer: string): string {
  return `[ERROR] ${what} [json-pointer:${pointer}]`;
}

function describe(issue: z.core.$ZodIssue, root: string): string {
  const { path } = issue;
  if (isMissing(issue)) {
    return problem(`missing required field: ${String(path.at(-1))}`, point(root, path.slice(0, -1)));
  }
  return problem(inWords(issue), point(root, path));
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length === 0) {
    return false;
  }
  return (
    (issue.code === 'invalid_union' && typeOf(issue.input) === undefined) ||
    ((issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined)
  );
}

function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return `unsupported type: ${String(typeOf(issue.input))}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `must provide ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    default:
      return issue.message;
  }
}

function tooBig(origin: string, most: number): string {
  if (origin === 'string') {
    return `must be less than ${most + 1} characters`;
  }
  return origin === 'array' ? `no more than ${most} items allowed` : `must be no more than ${most}`;
}

function tooSmall(origin: string, least: number): string {
  if (origin === 'string') {
    return `must be more than ${least - 1} characters`;
  }
  return origin === 'array' ? `no fewer than ${least} items allowed` : `must be no less than ${least}`;
}

/** A union is told apart by its `type`; zod reports either that or the whole object. */
function typeOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;
}

function point(root: string, path: readonly PropertyKey[]): string {
  const keys = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return `${root}${keys.join('')}`;
}
