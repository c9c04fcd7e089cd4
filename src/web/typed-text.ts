import type { SourceEntry } from '../domain/postmortem/outline/outline.ts';
import { splitLines } from '../domain/postmortem/split-lines.ts';
import { splitLinks } from '../domain/postmortem/split-links.ts';
import { type ProseBlock, splitProse } from '../domain/postmortem/split-prose.ts';
import {
  type CodeBlock,
  splitInlineCode,
  splitWords,
  type WordBlock,
  type WordPiece,
} from '../domain/postmortem/split-words.ts';
import { webAddress } from '../domain/postmortem/web-address.ts';
import { type Html, html } from './html.ts';

/** What somebody typed, with its line breaks and with its web addresses as links. */
export function typedText(text: string): Html {
  return joinLines(splitLines(text.trim()));
}

/** What somebody said: its lines below each other, its code as code. */
export function typedWords(text: string): Html {
  const blocks = splitWords(text);
  return html`${blocks.map((block, index) => wordBlock(block, blocks[index - 1]))}`;
}

function wordBlock(block: WordBlock, before: WordBlock | undefined): Html {
  if (block.kind === 'code') {
    return codeBlock(block);
  }
  const broken = before?.kind === 'line' ? html`<br>` : undefined;
  return html`${broken}${'\u2003'.repeat(block.depth)}${block.pieces.map(wordPiece)}`;
}

function codeBlock({ lines }: CodeBlock): Html {
  return html`<pre><code>${lines.join('\n')}</code></pre>`;
}

function wordPiece({ kind, text }: WordPiece): Html {
  return kind === 'code' ? html`<code>${text}</code>` : html`${linked(text)}`;
}

/** A narrative text with its paragraphs and lists. */
export function typedProse(text: string): Html {
  return html`${splitProse(text).map(proseBlock)}`;
}

/** Where something was told, as a link where there is an address to follow, and what became of it. */
export function sourceNote({ text, href, messageChange }: SourceEntry): Html {
  const address = href === undefined ? undefined : webAddress(href);
  const note =
    address === undefined ? text : html`<a class="source" href="${address}" rel="noreferrer noopener">${text}</a>`;
  return html`${note}${messageChange === undefined ? undefined : ` ${messageChange}`}`;
}

function proseBlock(block: ProseBlock): Html {
  switch (block.kind) {
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${proseLine(item)}</li>`)}</ul>`;
    case 'code':
      return codeBlock(block);
    case 'paragraph':
      return html`<p>${block.lines.map((line, index) => html`${index === 0 ? undefined : html`<br>`}${proseLine(line)}`)}</p>`;
  }
}

function proseLine(line: string): Html {
  return html`${splitInlineCode(line.trim()).map(wordPiece)}`;
}

function joinLines(lines: readonly string[]): Html {
  return html`${lines.map((line, index) => html`${index === 0 ? undefined : html`<br>`}${linked(line)}`)}`;
}

function linked(line: string): readonly (Html | string)[] {
  return splitLinks(line).map(({ text, href }) =>
    href === undefined ? text : html`<a href="${href}" rel="noreferrer noopener nofollow">${text}</a>`,
  );
}
