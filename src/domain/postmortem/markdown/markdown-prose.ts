import { type ProseBlock, splitProse } from '../split-prose.ts';
import { splitInlineCode } from '../split-words.ts';
import { markdownPieces } from './markdown-words.ts';

/** What somebody wrote, with its paragraphs, line breaks, lists and code, and nothing else of Markdown. */
export function markdownProse(text: string): string {
  return splitProse(text).map(markdownBlock).join('\n\n');
}

function markdownBlock(block: ProseBlock): string {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => `- ${proseLine(item)}`).join('\n');
    case 'code':
      return fenced(block.lines);
    case 'paragraph':
      return block.lines.map(proseLine).join('\\\n');
  }
}

function proseLine(line: string): string {
  return markdownPieces(splitInlineCode(line.trim()));
}

function fenced(lines: readonly string[]): string {
  const runs = lines.flatMap((line) => line.match(/`+/gu) ?? []);
  const fence = '`'.repeat(Math.max(2, ...runs.map(({ length }) => length)) + 1);
  return [fence, ...lines, fence].join('\n');
}
