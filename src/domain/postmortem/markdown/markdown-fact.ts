import type { Fact } from '../outline/outline.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { inBrackets } from './markdown-source.ts';

export function markdownFact({ name, value, sources = [] }: Fact): string {
  return `- **${bold(name)}:** ${escapeMarkdown(value)}${inBrackets(sources)}`;
}

/** Bold text must not end in a space or stand empty, or its asterisks show. */
function bold(text: string): string {
  const escaped = escapeMarkdown(text);
  return escaped === '' ? '?' : escaped;
}
