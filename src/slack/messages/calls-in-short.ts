import { tellAnswerTimes } from '../../domain/postmortem/outline/outline-answers.ts';
import type { Postmortem } from '../../domain/postmortem/postmortem.ts';
import type { TargetFigure, TrackedEscalation } from '../../domain/postmortem/told-escalations.ts';
import { duration } from '../../domain/time.ts';
import { cutTyped } from '../blocks/text.ts';
import { slackTime } from '../text/slack-time.ts';

const MOST = 5;
const WORDS = 120;

/** Who was called, why, and how soon they answered; what misled before is counted. The files hold all of it. */
export function callsInShort({ escalations }: Postmortem): string {
  const lines = escalations.tracked.slice(0, MOST).map(callLine);
  const hidden = escalations.tracked.length - lines.length;
  return [...lines, ...(hidden > 0 ? [`and ${hidden} more, in the files`] : [])].join('\n');
}

function callLine(escalation: TrackedEscalation): string {
  const { target, reason, requestedBy, requestedAt, misleadingPaths } = escalation;
  const why = reason.trim() === '' ? '' : ` “${short(reason)}”`;
  const count = misleadingPaths.length;
  const misled = count === 0 ? '' : ` · 🐟 ${count} misleading path${count === 1 ? '' : 's'} before`;
  return `• *${short(target)}*, called ${slackTime(requestedAt)} by ${short(requestedBy)}${why}: ${answerOf(escalation)}${misled}`;
}

function answerOf({ acknowledgedBy, millisecondsToAcknowledge: waited }: TrackedEscalation): string {
  return waited === undefined
    ? '_nobody answered_'
    : `${short(acknowledgedBy ?? 'somebody')} answered after ${duration(waited)}`;
}

/** How soon calls were answered, for the whole incident and by whom they were for; nothing where nobody was called. */
export function answersInShort({ figures, answers }: Postmortem): string | undefined {
  const whole = figures.find(({ name }) => name === 'time-to-acknowledge');
  const [called, answered, waited] = [whole?.from.at, whole?.to.at, whole?.milliseconds];
  if (called === undefined) {
    return undefined;
  }
  const isKnown = answered !== undefined && waited !== undefined && waited >= 0;
  const length = isKnown ? duration(waited) : 'not known';
  const to = isKnown ? `acknowledged ${slackTime(answered)}` : 'no acknowledgement after it';
  const first = `*Time to acknowledge:* ${length} (first call for help ${slackTime(called)}, ${to})`;
  const shown = answers.slice(0, MOST_TARGETS).map(targetLine);
  const hidden = answers.length - shown.length;
  return [first, ...shown, ...(hidden > 0 ? [`and ${hidden} more, in the draft`] : [])].join('\n');
}

const MOST_TARGETS = 8;

function targetLine({ target, called, unanswered, milliseconds }: TargetFigure): string {
  const calls = `${called} call${called === 1 ? '' : 's'}`;
  const missed = unanswered === 0 ? '' : `, ${unanswered} unanswered`;
  const times = milliseconds.length === 0 ? '' : `, answered after ${tellAnswerTimes(milliseconds)}`;
  return `• ${short(target)}: ${calls}${missed}${times}`;
}

function short(text: string): string {
  return cutTyped(text.replace(/\s+/gu, ' ').trim(), WORDS);
}
