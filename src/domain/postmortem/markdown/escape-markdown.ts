import { splitLines } from '../split-lines.ts';
import { splitLinks } from '../split-links.ts';

/**
 * One line of GitHub-flavoured Markdown that shows a text as it was typed. Only its web addresses become links;
 * they are written out, because a backslash inside an address that GitHub links by itself would break it.
 */
export function escapeMarkdown(text: string): string {
  return escapeLine(
    splitLines(text)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(' / '),
  );
}

/** The same of a text that has no line break, or of a piece of it that stands at its beginning or elsewhere. */
export function escapeLine(line: string, isAtStart = true): string {
  const pieces = splitLinks(line);
  return pieces
    .map((piece, index) => {
      const escaped = escapePunctuation(piece.text);
      if (piece.href !== undefined) {
        return `[${escaped}](${markdownAddress(piece.href)})`;
      }
      const started = index === 0 && isAtStart ? escapeLineStart(escaped) : escaped;
      return index < pieces.length - 1 ? escapeImageMark(started) : started;
    })
    .join('');
}

/** The text of a link, in which there must be no other. */
export function escapeLabel(text: string): string {
  return escapeImageMark(escapePunctuation(splitLines(text).join(' ').trim()));
}

/** For an address that `webAddress` has passed. Only an ampersand that would begin an entity is written as one. */
export function markdownAddress(href: string): string {
  return href.replace(/&(?=#?\w+;)/gu, '&amp;');
}

/** An underscore within a word, an ampersand or a hash that begins nothing are left alone, to be read easily as they are. */
function escapePunctuation(text: string): string {
  return text
    .replace(/[\\`*[\]|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|\w)|(?<!#)#+$/gu, (mark) => `\\${mark}`)
    .replaceAll('<', '&lt;')
    .replace(LOOKS_LIKE_ADDRESS, (mark) => `\\${mark}`);
}

/** GitHub makes a link of anything that looks so, and takes the marks that follow, or the backslashes, for a part of it. */
const LOOKS_LIKE_ADDRESS = /(?<=www)\.|(?<=[a-z]):(?=\/\/)|(?<=[\w.+-])@(?=\w)/giu;

/** Marks that begin a heading, a quotation, a list, an underline or a table only where a line begins. */
function escapeLineStart(text: string): string {
  return text.replace(/^[-+=:>#]/u, (mark) => `\\${mark}`).replace(/^(\d+)([.)])/u, '$1\\$2');
}

/** An exclamation mark right before a link would make an image of it. */
function escapeImageMark(text: string): string {
  return text.replace(/!$/u, '\\!');
}
