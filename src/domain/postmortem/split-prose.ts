import { splitLines } from './split-lines.ts';
import { type CodeBlock, splitCodeBlocks } from './split-words.ts';

export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | CodeBlock;

const LIST_ITEM = /^\s*[-*•]\s+(?<item>.+)$/u;

/** Finds the paragraphs, lists and code blocks in a narrative text. The lines themselves stay as they were typed. */
export function splitProse(text: string): readonly ProseBlock[] {
  return splitCodeBlocks(text).flatMap((part) => (typeof part === 'string' ? splitText(part) : [part]));
}

function splitText(text: string): readonly ProseBlock[] {
  const blocks: GrowingBlock[] = [];
  let parted = true;
  for (const line of splitLines(text)) {
    if (line.trim() === '') {
      parted = true;
    } else {
      addLine(blocks, { line, parted });
      parted = false;
    }
  }
  return blocks;
}

type GrowingBlock =
  | { readonly kind: 'paragraph'; readonly lines: string[] }
  | { readonly kind: 'list'; readonly items: string[] };

function addLine(blocks: GrowingBlock[], { line, parted }: { readonly line: string; readonly parted: boolean }): void {
  const last = blocks.at(-1);
  const item = LIST_ITEM.exec(line)?.groups?.item;
  if (item !== undefined) {
    if (last?.kind === 'list') {
      last.items.push(item);
    } else {
      blocks.push({ kind: 'list', items: [item] });
    }
  } else if (last?.kind === 'list' && !parted && /^\s/u.test(line)) {
    last.items.push(`${last.items.pop() ?? ''} ${line.trim()}`);
  } else if (last?.kind === 'paragraph' && !parted) {
    last.lines.push(line.trim());
  } else {
    blocks.push({ kind: 'paragraph', lines: [line.trim()] });
  }
}
