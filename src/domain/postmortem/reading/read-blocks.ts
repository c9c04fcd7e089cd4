import type { Block, Piece } from './block.ts';
import { hasLink, plainText } from './plain-text.ts';
import { isTableHead, readRow, splitRow } from './read-row.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const HEADING = /^ {0,3}(#{1,6})(?:#*|\s+(.*))$/su;
const UNDERLINE = /^ {0,3}(=+|-{2,})\s*$/u;
const FOOTNOTE = /^\[\^[^\]\s]{1,30}\]:/u;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/u;
const ITEM = /^(\s*)(?:[-*+•‣▪–]|\d{1,3}[.)])\s+(\S.*)$/u;
const BOX = /^\[([ xX✓])\]\s+/u;
const NUMBER = /^\d{1,3}[.)]\s+/u;
const ASIDE = /^(?:_(?=\S).*_|\*(?=[^\s*]).*[^\s*]\*)$/u;
const TAB = '    ';

/** Finds what a document is made of, line by line: where it is no Markdown, its lines are read as they stand. */
export function readBlocks(lines: readonly string[]): readonly Block[] {
  const reading = new Reading();
  let fence: string | undefined;
  let isComment = false;
  lines.forEach((raw, index) => {
    const line = { number: index + 1, raw, next: lines[index + 1] ?? '' };
    const [, mark] = FENCE.exec(raw) ?? [];
    if (fence !== undefined || mark !== undefined) {
      const isMark = mark !== undefined && (fence === undefined || mark.startsWith(fence));
      fence = isMark ? (fence === undefined ? mark : undefined) : fence;
      reading.addVerbatim(isMark ? undefined : line);
    } else if (isComment || /^\s*<!--/u.test(raw)) {
      isComment = !raw.includes('-->');
      reading.part();
    } else {
      reading.add(line);
    }
  });
  return reading.blocks;
}

interface Line {
  readonly number: number;
  readonly raw: string;
  readonly next: string;
}

type Growing = Block & { readonly pieces: Piece[] };

class Reading {
  readonly blocks: Block[] = [];
  /** What the next line may go on with. */
  #open: Growing | undefined;
  #columns: readonly string[] | undefined;

  part(): void {
    this.#open = undefined;
    this.#columns = undefined;
  }

  addVerbatim(line: Line | undefined): void {
    this.part();
    if (line !== undefined && line.raw.trim() !== '') {
      this.#addParagraph(line.number, line.raw, line.raw.trim());
      this.part();
    }
  }

  add({ number, raw, next }: Line): void {
    const text = raw.replace(/^ {0,3}>\s?/u, '');
    const [, marks = '', heading = ''] = HEADING.exec(text) ?? [];
    if (text.trim() === '') {
      this.part();
    } else if (marks !== '') {
      this.part();
      this.blocks.push({
        kind: 'heading',
        level: marks.length,
        pieces: [{ line: number, text: plainText(withoutClosingMarks(heading)) }],
      });
    } else if (this.#isUnderlined(text)) {
      this.#underline(text);
    } else if (RULE.test(text) || FOOTNOTE.test(text)) {
      this.part();
    } else if (isTableHead(text, next)) {
      this.part();
      this.#columns = splitRow(text).map((cell) => plainText(cell).trim());
    } else if (this.#columns !== undefined && text.includes('|')) {
      this.#addRow(number, text);
    } else {
      this.#addText(number, text);
    }
  }

  #isUnderlined(text: string): boolean {
    return this.#open?.kind === 'paragraph' && this.#open.pieces.length === 1 && UNDERLINE.test(text);
  }

  #underline(text: string): void {
    const { pieces } = this.blocks.pop() ?? { pieces: [] };
    this.blocks.push({ kind: 'heading', level: text.includes('=') ? 1 : 2, pieces });
    this.part();
  }

  #addRow(number: number, text: string): void {
    const row = readRow(number, text, this.#columns ?? []);
    if (row !== undefined) {
      this.blocks.push(row);
    }
  }

  #addText(number: number, text: string): void {
    this.#columns = undefined;
    const [, before = '', item] = ITEM.exec(text) ?? [];
    if (item !== undefined) {
      this.#addItem(number, before.replaceAll('\t', TAB).length, item);
    } else if (this.#open?.kind === 'paragraph' || this.#open?.kind === 'item') {
      this.#goOn(this.#open, number, text);
    } else {
      this.#addParagraph(number, text, plainText(text).trim());
    }
  }

  #addItem(number: number, indent: number, item: string): void {
    const [box, tick] = BOX.exec(item) ?? [];
    const words = item.slice(box?.length ?? 0).replace(NUMBER, '');
    this.#begin({
      kind: 'item',
      indent,
      isTicked: tick === undefined ? undefined : tick !== ' ',
      pieces: [{ line: number, text: plainText(words) }],
      hasLink: hasLink(item),
    });
  }

  #addParagraph(number: number, raw: string, text: string): void {
    if (text !== '') {
      this.#begin({
        kind: 'paragraph',
        pieces: [{ line: number, text }],
        hasLink: hasLink(raw),
        isAside: ASIDE.test(raw.trim()),
      });
    }
  }

  #goOn(open: Growing, number: number, text: string): void {
    open.pieces.push({ line: number, text: plainText(text.replace(/\\$/u, '')).trim() });
    if (hasLink(text) && open.kind !== 'heading') {
      (open as { hasLink: boolean }).hasLink = true;
    }
  }

  #begin(block: Growing): void {
    this.blocks.push(block);
    this.#open = block;
  }
}

/** A heading may end with the marks that it begins with. */
function withoutClosingMarks(heading: string): string {
  let end = heading.trimEnd().length;
  while (heading[end - 1] === '#') {
    end--;
  }
  return heading.slice(0, end).trimEnd();
}
