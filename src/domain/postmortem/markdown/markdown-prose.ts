import { type ProseBlock, splitProse } from '../split-prose.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** What somebody wrote, with its paragraphs, line breaks and lists, and nothing else of Markdown. */
export function markdownProse(text: string): string {
  return splitProse(text).map(markdownBlock).join('\n\n');
}

function markdownBlock(block: ProseBlock): string {
  return block.kind === 'list'
    ? block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')
    : block.lines.map(escapeMarkdown).join('\\\n');
}
