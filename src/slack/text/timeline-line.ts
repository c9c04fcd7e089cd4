import type { TimelineEvent, TimelineKind } from '../../domain/timeline/timeline-event.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { slackTime } from './slack-time.ts';

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
  'status-changed': '🔁',
  'severity-changed': '🔁',
  acknowledged: '🙋',
  'action-item-added': '🗒️',
  closed: '📁',
};

/** `misleading-path` → `misleading path` */
export function kindInWords(kind: TimelineKind): string {
  return kind.replaceAll('-', ' ');
}

/** One event on one line of mrkdwn; a long text is cut here, never in the record. */
export function timelineLine(event: TimelineEvent, saidBy: string | undefined, longest: number): string {
  const text = cut(escapeMrkdwn(event.text.replace(/\s+/gu, ' ')), longest);
  const struck = event.retractedAt === undefined ? text : `~${text}~ _retracted_`;
  const deleted = event.messageDeletedAt === undefined ? '' : ' _(message deleted)_';
  const edited =
    event.messageEditedAt === undefined || event.text === event.messageText ? '' : ' _(message edited since)_';
  const link = event.permalink === undefined ? '' : ` · <${event.permalink}|message>`;
  const who = saidBy === undefined ? '' : ` — ${escapeMrkdwn(saidBy)}`;
  const kind = event.kind === 'note' ? '' : `*${kindInWords(event.kind)}*: `;
  return `${kindEmoji[event.kind]} ${slackTime(event.at)} ${kind}${struck}${who}${deleted}${edited}${link}`;
}
