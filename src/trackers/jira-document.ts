import { webAddress } from '../domain/postmortem/web-address.ts';
import type { TicketContent } from '../use-cases/tracker-port.ts';

/** Text in it is text: nothing that was typed makes a link, a mention or a heading of it. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A description in the Atlassian Document Format. https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export function jiraDocument(content: TicketContent): Node & { readonly version: 1 } {
  const { why, doneWhen, kind, priority } = content;
  const lines = [
    ['Why', why],
    ['Done when', doneWhen],
    ['Kind', kind],
    ['Priority', priority],
  ].flatMap(([name, text]) => (text === undefined || text === '' ? [] : [item(strong(`${name}: `), plain(text))]));
  const links = content.links.flatMap(({ label, url }) => {
    const href = webAddress(url);
    return href === undefined ? [] : [item({ ...plain(label), marks: [{ type: 'link', attrs: { href } }] })];
  });
  const note = paragraph(
    plain('Made by Faultline, which keeps the summary, the due date, the assignee and the status up to date.'),
  );
  return { version: 1, type: 'doc', content: [{ type: 'bulletList', content: [...lines, ...links] }, note] };
}

function item(...nodes: readonly Node[]): Node {
  return { type: 'listItem', content: [paragraph(...nodes)] };
}

function paragraph(...nodes: readonly Node[]): Node {
  return { type: 'paragraph', content: nodes };
}

function plain(text: string): Node {
  return { type: 'text', text };
}

function strong(text: string): Node {
  return { ...plain(text), marks: [{ type: 'strong' }] };
}
