import { AUTOMATIC_KINDS, type TimelineKind } from '../timeline/timeline-event.ts';

/** Whether Faultline wrote it down by itself. */
export function isAutomatic(kind: TimelineKind): boolean {
  return AUTOMATIC_KINDS.some((automatic) => automatic === kind);
}
