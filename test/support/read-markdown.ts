import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** What a reader of GitHub's Markdown sees, one line each: `heading Impact`, `item Owner: Ana`, `row a | b`. */
export function readMarkdown(markdown: string): readonly string[] {
  return linesOf(parseMarkdown(markdown));
}

export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function linesOf(node: Nodes): readonly string[] {
  switch (node.type) {
    case 'root':
    case 'list':
    case 'table':
    case 'blockquote':
      return node.children.flatMap(linesOf);
    case 'listItem': {
      const [first, ...rest] = node.children;
      return [`item ${first?.type === 'paragraph' ? wordsOf(first) : `(${first?.type})`}`, ...rest.flatMap(linesOf)];
    }
    case 'tableRow':
      return [`row ${node.children.map(wordsOf).join(' | ')}`];
    default:
      return [`${node.type} ${wordsOf(node)}`];
  }
}

function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return ' ';
    case 'html':
      return node.value === '<br>' ? ' ' : `(html ${node.value})`;
    case 'image':
    case 'imageReference':
    case 'linkReference':
    case 'footnoteReference':
    case 'delete':
      return `(${node.type})`;
    default:
      return 'children' in node ? node.children.map(wordsOf).join('') : `(${node.type})`;
  }
}
