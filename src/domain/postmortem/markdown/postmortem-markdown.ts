import type { Finding } from '../check/finding.ts';
import type { TranscriptDay } from '../draft/draft-transcript.ts';
import type { OutlineSection } from '../outline/outline.ts';
import { outlinePostmortem } from '../outline/outline-postmortem.ts';
import type { Postmortem } from '../postmortem.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { markdownBlock } from './markdown-block.ts';

/** The document as GitHub-flavoured Markdown. */
export function postmortemMarkdown(
  postmortem: Postmortem,
  findings: readonly Finding[],
  transcript: readonly TranscriptDay[] = [],
): string {
  const outline = outlinePostmortem(postmortem, findings, transcript);
  const parts = [
    `# ${outline.name}: ${escapeMarkdown(outline.title)}`,
    ...(outline.notice === undefined
      ? []
      : [`> ${escapeMarkdown(outline.notice)} [See what is missing](#what-is-still-missing).`]),
    markdownBlock({ kind: 'facts', facts: [...outline.tags, ...outline.facts] }),
    ...outline.sections.map(markdownSection),
  ];
  return `${parts.join('\n\n')}\n`;
}

function markdownSection({ title, blocks }: OutlineSection): string {
  return [`## ${title}`, ...blocks.map(markdownBlock)].join('\n\n');
}
