import { splitLines } from '../../domain/postmortem/split-lines.ts';
import { splitLinks } from '../../domain/postmortem/split-links.ts';
import { splitInlineCode } from '../../domain/postmortem/split-words.ts';

/**
 * One line of a canvas' Markdown that shows a text as it was typed: it mentions nobody, unfurls nothing and begins nothing.
 * Slack reads `![](@U…)` as a mention and `![](https://…)` as a card, so no bracket is left to itself.
 */
export function escapeCanvas(text: string): string {
  return canvasLine(inOneLine(text));
}

/** The same with what stands between backticks as code. */
export function canvasWords(text: string): string {
  return splitInlineCode(inOneLine(text))
    .map(({ kind, text: piece }, index) => (kind === 'code' ? codeSpan(piece) : canvasLine(piece, index === 0)))
    .join('');
}

/** The text of a link, in which there is no other. */
export function canvasLabel(text: string): string {
  return escapePunctuation(inOneLine(text));
}

function inOneLine(text: string): string {
  return splitLines(text)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' / ');
}

function canvasLine(line: string, isAtStart = true): string {
  return splitLinks(line)
    .map(({ text, href }, index) => {
      const escaped = escapePunctuation(text);
      if (href !== undefined) {
        return `[${escaped}](${href})`;
      }
      return index === 0 && isAtStart ? escapeLineStart(escaped) : escaped;
    })
    .join('');
}

/** An underscore within a word is left alone, to be read easily; an exclamation mark before a bracket would make an image. */
function escapePunctuation(text: string): string {
  return text.replace(
    /[\\`*[\]|~<>]|!(?=\[|$)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|\w)|:(?=\/\/)/gu,
    (mark) => `\\${mark}`,
  );
}

/** Marks that begin a heading, a list, a callout or a line only where a line begins. */
function escapeLineStart(text: string): string {
  return text.replace(/^[-+=:#]/u, (mark) => `\\${mark}`).replace(/^(\d+)([.)])/u, '$1\\$2');
}

function codeSpan(code: string): string {
  const runs = code.match(/`+/gu) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const padded = /^`|`$|^ .* $/u.test(code) ? ` ${code} ` : code;
  return `${fence}${padded}${fence}`;
}
