import type { YAMLParseError } from 'yaml';

export function explainYamlError({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key is written twice: keep one of them.';
    case 'TAB_AS_INDENT':
      return 'Indent with two spaces: YAML takes no tabs.';
    case 'MULTIPLE_DOCS':
      return 'Delete this --- line: the file holds one policy.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'Put the text after the first colon in "quotes": it holds another colon.';
    case 'MISSING_CHAR':
      return `Close what was opened: ${message}.`;
    default:
      return `Put a text that begins with {, [, *, &, ! or % in "quotes", and indent by two spaces (${message}).`;
  }
}
