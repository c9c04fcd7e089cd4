import { escapeLabel, escapeMarkdown, markdownAddress } from '../domain/postmortem/markdown/escape-markdown.ts';
import { webAddress } from '../domain/postmortem/web-address.ts';
import type { TicketContent } from '../use-cases/tracker-port.ts';

const END = '<!-- /faultline -->';

/** By which an issue is found again, and what is ours in it. */
export function markerOf({ actionItemId }: Pick<TicketContent, 'actionItemId'>): string {
  return `<!-- faultline:${actionItemId} -->`;
}

/** What an issue says about its item, in GitHub's Markdown. */
export function githubBody(content: TicketContent): string {
  const { why, doneWhen, dueOn, owner, kind, priority } = content;
  const lines = [
    ['Why', why],
    ['Done when', doneWhen],
    ['Due', dueOn],
    ['Owner', owner?.name],
    ['Kind', kind],
    ['Priority', priority],
  ].flatMap(([name, text]) => (text === undefined ? [] : [`- **${name}:** ${escapeMarkdown(withoutMentions(text))}`]));
  const links = content.links.flatMap(({ label, url }) => {
    const address = webAddress(url);
    return address === undefined ? [] : [`- [${escapeLabel(label)}](${markdownAddress(address)})`];
  });
  const note = '_Faultline keeps this part up to date. Write below it._';
  return [markerOf(content), ...lines, ...links, '', note, END].join('\n');
}

/** The body of an issue with our part of it written anew; as it was where somebody took that away. */
export function rewriteBody(body: string, content: TicketContent): string {
  const start = body.indexOf(markerOf(content));
  const end = body.indexOf(END, start);
  return start === -1 || end === -1
    ? body
    : `${body.slice(0, start)}${githubBody(content)}${body.slice(end + END.length)}`;
}

/** An @ or a # that GitHub would make a mention or a reference of is followed by a character that nobody sees. */
function withoutMentions(text: string): string {
  return text.replaceAll(/(?<![\w/])(?:@(?=\w)|#(?=\d))/gu, '$&\u200b');
}
