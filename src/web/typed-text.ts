import { splitLines } from '../domain/postmortem/split-lines.ts';
import { splitLinks } from '../domain/postmortem/split-links.ts';
import { type ProseBlock, splitProse } from '../domain/postmortem/split-prose.ts';
import { webAddress } from '../domain/postmortem/web-address.ts';
import { type Html, html } from './html.ts';

/** What somebody typed, with its line breaks and with its web addresses as links. */
export function typedText(text: string): Html {
  return joinLines(splitLines(text.trim()));
}

/** A narrative text with its paragraphs and lists. */
export function typedProse(text: string): Html {
  return html`${splitProse(text).map(proseBlock)}`;
}

/** A link to where something was said; nothing where the address is not one to follow. */
export function messageLink(href: string | undefined): Html {
  const address = href === undefined ? undefined : webAddress(href);
  return address === undefined
    ? html``
    : html`<a class="source" href="${address}" rel="noreferrer noopener">message</a>`;
}

function proseBlock(block: ProseBlock): Html {
  return block.kind === 'list'
    ? html`<ul>${block.items.map((item) => html`<li>${typedText(item)}</li>`)}</ul>`
    : html`<p>${joinLines(block.lines)}</p>`;
}

function joinLines(lines: readonly string[]): Html {
  return html`${lines.map((line, index) => html`${index === 0 ? undefined : html`<br>`}${linked(line)}`)}`;
}

function linked(line: string): readonly (Html | string)[] {
  return splitLinks(line).map(({ text, href }) =>
    href === undefined ? text : html`<a href="${href}" rel="noreferrer noopener nofollow">${text}</a>`,
  );
}
