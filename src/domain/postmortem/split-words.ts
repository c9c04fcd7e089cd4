import { splitLines } from './split-lines.ts';

export type WordBlock =
  /** A line of text, and how deep in a list it stands. */
  { readonly kind: 'line'; readonly depth: number; readonly pieces: readonly WordPiece[] } | CodeBlock;

export interface CodeBlock {
  readonly kind: 'code';
  readonly lines: readonly string[];
}

export interface WordPiece {
  readonly kind: 'text' | 'code';
  readonly text: string;
}

const CODE_BLOCK = /```([\s\S]*?)```/u;
const INLINE_CODE = /(?<!`)`([^`]+)`(?!`)/u;
/** As chat systems indent a list within a list. */
const SPACES_OF_A_LEVEL = 4;
const DEEPEST = 8;

/** Finds the lines of what somebody said, and in them the code; lines with nothing on them are left out. */
export function splitWords(text: string): readonly WordBlock[] {
  return splitCodeBlocks(text).flatMap((part): readonly WordBlock[] =>
    typeof part === 'string' ? textLines(part) : [part],
  );
}

/** The code blocks of a text, and what stands between them. */
export function splitCodeBlocks(text: string): readonly (string | CodeBlock)[] {
  return text.split(CODE_BLOCK).map((part, index) => {
    const isCode = index % 2 === 1;
    const lines = isCode ? withoutBlankEnds(splitLines(part)) : [];
    return lines.length > 0 ? { kind: 'code', lines } : isCode ? `\`\`\`${part}\`\`\`` : part;
  });
}

/** The code within a line. */
export function splitInlineCode(line: string): readonly WordPiece[] {
  return line
    .split(INLINE_CODE)
    .map((text, index): WordPiece => {
      const isBlank = text.trim() === '';
      return index % 2 === 1 && !isBlank
        ? { kind: 'code', text }
        : { kind: 'text', text: index % 2 === 1 ? `\`${text}\`` : text };
    })
    .filter(({ text }) => text !== '');
}

function textLines(text: string): readonly WordBlock[] {
  return splitLines(text)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'line', depth: depthOf(line), pieces: splitInlineCode(line.trim()) }));
}

function depthOf(line: string): number {
  const indent = (/^\s*/u.exec(line)?.[0] ?? '').replaceAll('\t', ' '.repeat(SPACES_OF_A_LEVEL));
  return Math.min(Math.floor(indent.length / SPACES_OF_A_LEVEL), DEEPEST);
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}
