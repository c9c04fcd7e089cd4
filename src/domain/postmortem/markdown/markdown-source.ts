import type { SourceEntry } from '../outline/outline.ts';
import { webAddress } from '../web-address.ts';
import { escapeLabel, escapeMarkdown, markdownAddress } from './escape-markdown.ts';

/** The link to where a fact comes from, and what became of that. */
export function markdownSource({ text, href, messageChange }: SourceEntry): string {
  const address = href === undefined ? undefined : webAddress(href);
  const link = address === undefined ? escapeMarkdown(text) : `[${escapeLabel(text)}](${markdownAddress(address)})`;
  return messageChange === undefined ? link : `${link} ${messageChange}`;
}

/** To follow what was told; nothing where there is none. */
export function inBrackets(sources: readonly (SourceEntry | undefined)[]): string {
  const told = sources.flatMap((source) => (source === undefined ? [] : [markdownSource(source)]));
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}
