import { dateAndTime, inOneLine } from '../../tell-time.ts';
import { duration, type Instant, type TimeZone } from '../../time.ts';
import type { TimelineLine } from '../postmortem.ts';
import type { Escalations, TrackedEscalation } from '../told-escalations.ts';
import type { Block, Cell } from './outline.ts';
import { outlineCalls } from './outline-calls.ts';
import { outlineEvents } from './outline-events.ts';
import { outlineSource } from './outline-source.ts';

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
  const { requestedAt, source, target, requestedBy, reason, isUrgent } = escalation;
  const hurry = isUrgent ? '' : ' (not urgent)';
  return [
    { text: inOneLine(dateAndTime(requestedAt, zone)), at: requestedAt, sources: [outlineSource(source)] },
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

/** How it stands, or ended, where that is not simply answered. */
function closing(escalation: TrackedEscalation, zone: TimeZone): string {
  const { state, unansweredAt, endedAt, acknowledgedAt, isLeft } = escalation;
  const at = (when: Instant | undefined) => (when === undefined ? '' : `, ${inOneLine(dateAndTime(when, zone))}`);
  const told = [
    ...(isLeft ? ['passed on, and nobody took it over'] : []),
    ...(state === 'unanswered' || unansweredAt !== undefined ? [`nobody was left to call${at(unansweredAt)}`] : []),
    ...(state === 'ended' && (acknowledgedAt === undefined || isLeft) ? [`no longer needed${at(endedAt)}`] : []),
    ...(state === 'calling' ? ['still calling'] : []),
  ];
  return told.map((words) => `; ${words}`).join('');
}
