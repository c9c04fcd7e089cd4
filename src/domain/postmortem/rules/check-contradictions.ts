import { dateAndTime, inOneLine } from '../../tell-time.ts';
import { type Instant, MINUTE, millisecondsBetween } from '../../time.ts';
import type { TimelineKind } from '../../timeline/timeline-event.ts';
import type { Finding } from '../finding.ts';
import { isAutomatic } from '../is-automatic.ts';
import type { Postmortem, TimelineLine } from '../postmortem.ts';

/** People write the last step down a little after they press the button. */
const LEEWAY = 5 * MINUTE;

/** These may well come before users are hurt, or after. */
const ANY_TIME: readonly TimelineKind[] = ['communication', 'note'];

/** Compares the timeline with the stated start and end of the impact. */
export function checkContradictions({ timeline, impact, header }: Postmortem): readonly Finding[] {
  const lines = timeline
    .flatMap((day) => day.lines)
    .filter(({ kind }) => !isAutomatic(kind) && !ANY_TIME.includes(kind));
  const tell = (at: Instant) => inOneLine(dateAndTime(at, header.zone));
  const { startedAt, endedAt } = impact;
  return [
    ...backwards(startedAt, endedAt, tell),
    ...lateLine(lines, endedAt, tell),
    ...earlyLine(lines, startedAt, tell),
  ];
}

type Tell = (at: Instant) => string;

function backwards(startedAt: Instant | undefined, endedAt: Instant | undefined, tell: Tell): readonly Finding[] {
  if (startedAt === undefined || endedAt === undefined || startedAt <= endedAt) {
    return [];
  }
  const text = `The impact is said to start at ${tell(startedAt)}, after the resolution at ${tell(endedAt)}. Correct one of them.`;
  return [{ rule: 'impact-ends-before-it-starts', level: 'must', section: 'impact', text }];
}

function lateLine(lines: readonly TimelineLine[], endedAt: Instant | undefined, tell: Tell): readonly Finding[] {
  const late = lines.findLast(({ at }) => endedAt !== undefined && millisecondsBetween(endedAt, at) > LEEWAY);
  if (late === undefined || endedAt === undefined) {
    return [];
  }
  const text = `The timeline goes on after the resolution at ${tell(endedAt)}, until ${tell(late.at)}: which is right? Correct the one that is not.`;
  return [{ rule: 'timeline-after-resolution', level: 'must', section: 'timeline', text }];
}

function earlyLine(lines: readonly TimelineLine[], startedAt: Instant | undefined, tell: Tell): readonly Finding[] {
  const early = lines.find(({ at }) => startedAt !== undefined && millisecondsBetween(at, startedAt) > LEEWAY);
  if (early === undefined || startedAt === undefined) {
    return [];
  }
  const text = `The timeline begins at ${tell(early.at)}, before the impact is said to start at ${tell(startedAt)}: which is right? Correct the one that is not.`;
  return [{ rule: 'timeline-before-impact', level: 'must', section: 'timeline', text }];
}
