import { inOneLine } from '../../tell-time.ts';
import type { SaidDay, SaidEntry } from '../outline/outline.ts';
import { splitLines } from '../split-lines.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** A list a day, the replies indented below what they reply to. */
export function markdownTranscript(days: readonly SaidDay[]): string {
  return days.map(({ title, said }) => `### ${title}\n\n${said.map(saidItem).join('\n')}`).join('\n\n');
}

function saidItem({ time, saidBy, text, isReply, note }: SaidEntry): string {
  const indent = isReply ? '  ' : '';
  const lines = splitLines(text)
    .map(escapeMarkdown)
    .filter((line) => line !== '');
  const words = [lines.join(`\\\n${indent}  `), ...(note === undefined ? [] : [`_(${note})_`])].filter(
    (part) => part !== '',
  );
  return `${indent}- ${inOneLine(time)} **${escapeMarkdown(saidBy)}:** ${words.join(' ')}`;
}
