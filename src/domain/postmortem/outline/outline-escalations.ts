import { unreachable } from '../../result.ts';
import { dateAndTime, inOneLine } from '../../tell-time.ts';
import { duration, type Instant, type TimeZone } from '../../time.ts';
import type { TimelineLine } from '../postmortem.ts';
import type { Escalations, TrackedEscalation } from '../told-escalations.ts';
import type { Block, Cell } from './outline.ts';
import { outlineCalls } from './outline-calls.ts';
import { outlineEvents } from './outline-events.ts';

const COLUMNS = ['When', 'Called', 'By', 'Why', 'Answered'];
const MISLED = 'What misled us before';

/** Nothing where nobody was called. */
export function outlineEscalations({ tracked, logged }: Escalations, zone: TimeZone): readonly Block[] {
  const rows = tracked.map((escalation) => outlineEscalation(escalation, zone));
  const table: Block = { kind: 'table', columns: COLUMNS, rows };
  return [
    ...(tracked.length === 0 ? [] : [table]),
    ...tracked.flatMap((escalation) => [
      label(`Call to ${escalation.target}, ${inOneLine(dateAndTime(escalation.requestedAt, zone))}`),
      ...misled(escalation.misleadingPaths, zone),
      ...outlineCalls(escalation, zone),
    ]),
    ...(logged.length === 0 || tracked.length === 0 ? [] : [label('Written down by hand')]),
    ...logged.flatMap(({ event, misleadingPaths }) => [
      { kind: 'events' as const, events: outlineEvents([event], zone) },
      ...misled(misleadingPaths, zone),
    ]),
  ];
}

function label(text: string): Block {
  return { kind: 'label', text };
}

function misled(lines: readonly TimelineLine[], zone: TimeZone): readonly Block[] {
  return lines.length === 0
    ? []
    : [
        { kind: 'note', text: `${MISLED}:` },
        { kind: 'events', events: outlineEvents(lines, zone) },
      ];
}

function outlineEscalation(escalation: TrackedEscalation, zone: TimeZone): readonly Cell[] {
  const { requestedAt, permalink, target, requestedBy, reason, isUrgent } = escalation;
  const hurry = isUrgent ? '' : ' (not urgent)';
  return [
    { text: inOneLine(dateAndTime(requestedAt, zone)), at: requestedAt, href: permalink },
    { text: `${target}${hurry}` },
    { text: requestedBy },
    reason.trim() === '' ? { text: 'no reason given', isGap: true } : { text: reason },
    outlineAnswer(escalation, zone),
  ];
}

function outlineAnswer(escalation: TrackedEscalation, zone: TimeZone): Cell {
  const { acknowledgedAt, acknowledgedBy, millisecondsToAcknowledge, takenOver } = escalation;
  const tell = (at: Instant) => inOneLine(dateAndTime(at, zone));
  if (acknowledgedAt === undefined || millisecondsToAcknowledge === undefined) {
    return { text: `nobody answered${closing(escalation, zone)}`, isGap: true };
  }
  const first = `${acknowledgedBy ?? 'someone unknown'}, ${tell(acknowledgedAt)}, after ${duration(millisecondsToAcknowledge)}`;
  const over = takenOver === undefined ? '' : `; ${takenOver.by} took it over, ${tell(takenOver.at)}`;
  return { text: `${first}${over}${closing(escalation, zone)}` };
}

/** How it stands, where that is not simply answered. */
function closing({ state, unansweredAt, endedAt, acknowledgedAt }: TrackedEscalation, zone: TimeZone): string {
  const at = (when: Instant | undefined) => (when === undefined ? '' : `, ${inOneLine(dateAndTime(when, zone))}`);
  switch (state) {
    case 'answered':
      return '';
    case 'calling':
      return acknowledgedAt === undefined ? ' so far' : '; passed on, and nobody has taken it over so far';
    case 'unanswered':
      return acknowledgedAt === undefined
        ? `: nobody was left to call${at(unansweredAt)}`
        : `; passed on, and nobody was left to call${at(unansweredAt)}`;
    case 'ended':
      return acknowledgedAt === undefined ? `: no longer needed${at(endedAt)}` : '';
    default:
      return unreachable(state);
  }
}
