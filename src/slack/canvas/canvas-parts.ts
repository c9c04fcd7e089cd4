import type { Finding } from '../../domain/postmortem/check/finding.ts';
import { outlinePostmortem } from '../../domain/postmortem/outline/outline-postmortem.ts';
import type { Postmortem } from '../../domain/postmortem/postmortem.ts';
import { COMMAND } from '../identifiers.ts';
import { type CanvasPiece, canvasBlock } from './canvas-block.ts';
import { escapeCanvas } from './escape-canvas.ts';

/** What one call of Slack's writes, well below the megabyte that it takes. In UTF-16 units, three bytes at most each. */
const LONGEST_PART = 100_000;
/** A section that is longer, as a timeline of thousands of long messages, ends with a hint at the files. */
const LONGEST_SECTION = 600_000;

/** The document in a canvas' Markdown, in as many parts as it must be written in, one below the other. */
export function canvasParts(postmortem: Postmortem, findings: readonly Finding[]): readonly string[] {
  const outline = outlinePostmortem(postmortem, findings, []);
  const pieces = [
    // A canvas has its title above all that is written in it.
    text(`**${escapeCanvas(outline.title) || '?'}**`),
    text(
      `_Faultline writes this canvas from the record, and writes it anew after each change. Only it can: words of yours belong in \`${COMMAND} postmortem\`._`,
    ),
    ...(outline.notice === undefined ? [] : [text(`> ${escapeCanvas(outline.notice)}`)]),
    ...canvasBlock({ kind: 'facts', facts: [...outline.tags, ...outline.facts] }),
    ...outline.sections.flatMap(({ title, blocks }) => [
      text(`## ${escapeCanvas(title)}`),
      ...shortened(blocks.flatMap(canvasBlock)),
    ]),
  ];
  return joinToParts(pieces);
}

function text(markdown: string): CanvasPiece {
  return { kind: 'paragraph', text: markdown };
}

function shortened(pieces: readonly CanvasPiece[]): readonly CanvasPiece[] {
  let length = 0;
  const tooMany = pieces.findIndex((piece) => {
    length += piece.text.length;
    return length > LONGEST_SECTION;
  });
  return tooMany === -1
    ? pieces
    : [...pieces.slice(0, tooMany), text('_The rest of this section stands in the files._')];
}

function joinToParts(pieces: readonly CanvasPiece[]): readonly string[] {
  const parts: string[] = [];
  let part: string[] = [];
  let length = 0;
  pieces.forEach((piece, index) => {
    if (length > 0 && length + piece.text.length > LONGEST_PART) {
      parts.push(part.join(''));
      part = [];
      length = 0;
    }
    const isInList = piece.kind === 'item' && pieces[index - 1]?.kind === 'item';
    const gap = length === 0 ? '' : isInList ? '\n' : '\n\n';
    part.push(gap, piece.text);
    length += gap.length + piece.text.length;
  });
  return [...parts, part.join('')];
}
