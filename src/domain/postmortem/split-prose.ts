import { splitLines } from './split-lines.ts';

export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const LIST_ITEM = /^\s*[-*•]\s+(?<item>.+)$/u;

/** Finds the paragraphs and lists in a narrative text. The lines themselves stay as they were typed. */
export function splitProse(text: string): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let parted = true;
  for (const line of splitLines(text)) {
    if (line.trim() === '') {
      parted = true;
    } else {
      const last = blocks.at(-1);
      const next = addLine(last, { line, parted });
      blocks.splice(next.replaces ? -1 : blocks.length, next.replaces ? 1 : 0, next.block);
      parted = false;
    }
  }
  return blocks;
}

interface Addition {
  readonly block: ProseBlock;
  /** Whether it takes the place of the block before it, which it continues. */
  readonly replaces: boolean;
}

function addLine(last: ProseBlock | undefined, { line, parted }: { line: string; parted: boolean }): Addition {
  const item = LIST_ITEM.exec(line)?.groups?.item;
  if (item !== undefined) {
    return last?.kind === 'list'
      ? { block: { kind: 'list', items: [...last.items, item] }, replaces: true }
      : { block: { kind: 'list', items: [item] }, replaces: false };
  }
  if (last?.kind === 'list' && !parted && /^\s/u.test(line)) {
    const items = [...last.items.slice(0, -1), `${last.items.at(-1) ?? ''} ${line.trim()}`];
    return { block: { kind: 'list', items }, replaces: true };
  }
  if (last?.kind === 'paragraph' && !parted) {
    return { block: { kind: 'paragraph', lines: [...last.lines, line.trim()] }, replaces: true };
  }
  return { block: { kind: 'paragraph', lines: [line.trim()] }, replaces: false };
}
