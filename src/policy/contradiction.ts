import { oneOf } from './scalars.ts';

/** What is wrong between lines that are each right. */
export interface Contradiction {
  readonly path: readonly string[];
  readonly sentence: string;
}

interface Named {
  readonly name: string;
  /** Under which it should be listed. */
  readonly key: string;
  readonly path: readonly string[];
}

export function unlisted({ name, key, path }: Named, listed: readonly string[]): readonly Contradiction[] {
  if (listed.includes(name)) {
    return [];
  }
  const sentence =
    listed.length === 0 ? `List ${name} under ${key}.` : `Write ${oneOf(listed, name)}, or list ${name} under ${key}.`;
  return [{ path, sentence }];
}

/** All of them are near to any other: which was meant cannot be guessed. */
export function unlistedSeverity(
  { name, path }: Omit<Named, 'key'>,
  severities: readonly { readonly name: string }[],
): readonly Contradiction[] {
  const listed = severities.map((severity) => severity.name);
  return listed.includes(name)
    ? []
    : [{ path, sentence: `Write one of ${listed.join(', ')}, or list ${name} under severities.` }];
}
