import type { PersonId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { TimelineEvent } from './timeline-event.ts';

/** What became of a mitigation: taken back, or left in place on purpose. */
export const MITIGATION_ENDS = ['reverted', 'kept'] as const;

export type MitigationEnd = (typeof MITIGATION_ENDS)[number];

export interface SettledMitigation {
  readonly as: MitigationEnd;
  readonly at: Instant;
  readonly by: PersonId;
}

/** Those that still stand, and of which nobody has said that they are to stay: the next incident often begins there. */
export function openMitigations(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  return events.filter(
    ({ kind, retractedAt, settled }) => kind === 'mitigation' && retractedAt === undefined && settled === undefined,
  );
}
