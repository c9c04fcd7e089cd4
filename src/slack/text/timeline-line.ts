import { webAddress } from '../../domain/postmortem/web-address.ts';
import { linkName } from '../../domain/timeline/link-name.ts';
import { messageChange } from '../../domain/timeline/message-change.ts';
import type { MitigationEnd } from '../../domain/timeline/mitigation.ts';
import type { TimelineEvent, TimelineKind } from '../../domain/timeline/timeline-event.ts';
import { cut, cutTyped, escapeMrkdwn, escapeWords } from '../blocks/text.ts';
import { type Detail, slackTime } from './slack-time.ts';

export const kindEmoji: Readonly<Record<TimelineKind, string>> = {
  detected: '🚨',
  investigation: '🔍',
  'misleading-path': '🐟',
  escalation: '📟',
  mitigation: '🚧',
  'cause-found': '💡',
  decision: '⚖️',
  communication: '📣',
  resolution: '✅',
  note: '📌',
  declared: '🔥',
  joined: '👋',
  renamed: '🏷️',
  'role-changed': '🎖️',
  'status-changed': '🔁',
  'severity-changed': '🔁',
  called: '📟',
  acknowledged: '🙋',
  'passed-on': '📟',
  unanswered: '🔕',
  'mitigation-settled': '🧹',
  'update-sent': '📣',
  'action-item-added': '🗒️',
  resolved: '🏁',
  closed: '📁',
  canceled: '🚫',
  reopened: '🔥',
};

/** `misleading-path` → `misleading path` */
export function kindInWords(kind: TimelineKind): string {
  return kind.replaceAll('-', ' ');
}

/** One event on one line of mrkdwn; a long text is cut here, never in the record. */
export function timelineLine(line: {
  readonly event: TimelineEvent;
  readonly saidBy: string | undefined;
  readonly longest: number;
  readonly detail?: Detail;
}): string {
  const { event, saidBy, longest, detail } = line;
  const text = closeCode(cutTyped(inOneLine(event.text), longest));
  const struck = event.retractedAt === undefined ? text : `~${text}~ _retracted_`;
  const change = messageChange(event);
  const changed = change === undefined ? '' : ` _(message ${change})_`;
  const settled = event.settled === undefined ? '' : ` _(${settledWords[event.settled.as]})_`;
  const link = event.permalink === undefined ? '' : ` · <${event.permalink}|${linkName(event)}>`;
  const who = saidBy === undefined ? '' : ` — ${escapeMrkdwn(saidBy)}`;
  const kind = event.kind === 'note' ? '' : `*${kindInWords(event.kind)}*: `;
  return `${kindEmoji[event.kind]} ${slackTime(event.at, detail)} ${kind}${struck}${files(event)}${who}${settled}${changed}${link}`;
}

const MOST_FILES = 4;
const FILE_NAME = 60;

function files({ files: all }: TimelineEvent): string {
  const shown = all.slice(0, MOST_FILES).map(({ name, permalink }) => {
    const label = cut(escapeWords(inOneLine(name)), FILE_NAME);
    const address = permalink === undefined ? undefined : webAddress(permalink);
    return address === undefined ? label : `<${escapeWords(address)}|${label}>`;
  });
  const hidden = all.length - shown.length;
  const more = hidden > 0 ? [`${hidden} more`] : [];
  return all.length === 0 ? '' : ` 📎 ${[...shown, ...more].join(', ')}`;
}

const settledWords: Readonly<Record<MitigationEnd, string>> = { reverted: 'reverted', kept: 'kept on purpose' };

/** Blocks of code become code within the line. */
function inOneLine(text: string): string {
  return text
    .replace(/```([\s\S]*?)```/gu, (block, code: string) => {
      const words = code.replaceAll('`', '').trim();
      return words === '' ? block : ` \`${words}\` `;
    })
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Code whose end was cut off would reach to the end of the line, over the link that follows. */
function closeCode(text: string): string {
  return text.endsWith('…') && (text.split('`').length - 1) % 2 === 1 ? `${text}\`` : text;
}
