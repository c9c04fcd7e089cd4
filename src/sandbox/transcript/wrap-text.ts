/** Lines of at most `columns`, broken between words; a word that is longer than a line stands on its own. */
export function wrapText(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, columns));
}

function wrapLine(line: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && widthOf(longer) > columns) {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}

/** Terminals show a pictograph two columns wide, and a variation selector not at all. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => {
    const isWide = /\p{Extended_Pictographic}/u.test(character);
    return character === '\u{FE0F}' ? width : width + (isWide ? 2 : 1);
  }, 0);
}
