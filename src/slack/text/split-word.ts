/** `Sev2 half of Europe` → the first word and what follows, both without the space around them. */
export function splitWord(text: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(text.trim()) ?? [];
  return { word, rest };
}
