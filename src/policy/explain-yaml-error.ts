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
      return 'Put the text after the first colon in "quotes" where it holds another colon; or else indent the next line as far as this one.';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'Put a colon after the key of this line, or indent the next one otherwise: the two are read as one text.';
    case 'BAD_SCALAR_START':
      return 'Put a text that begins with @, ` or % in "quotes"; where somebody is meant, write their Slack id, such as U024BE7LH.';
    case 'BAD_INDENT':
      return message.includes(' and end with a ')
        ? 'Close the bracket that is open here; a # after a blank begins a comment, which takes the rest of its line.'
        : 'Indent this line as far as the ones that it belongs with.';
    case 'MISSING_CHAR':
      return `Close what was opened: ${message}.`;
    default:
      return `Put a text that begins with {, [, *, &, ! or % in "quotes", and indent by two spaces (${message}).`;
  }
}
