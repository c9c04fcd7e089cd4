import { isQuiet, SPOKEN_KINDS, type TimelineKind } from '../../timeline/timeline-event.ts';

/** In the order in which they stand below each other. */
export const LANES = [
  'detected',
  'investigation',
  'misleading-path',
  'escalation',
  'decision',
  'mitigation',
  'cause-found',
  'resolution',
  'communication',
  'note',
  'other',
] as const;

export type LaneName = (typeof LANES)[number];

/** Where an event is drawn; who came and which roles changed is not. */
export function laneOf(kind: TimelineKind): LaneName | undefined {
  if (isQuiet(kind)) {
    return undefined;
  }
  switch (kind) {
    case 'called':
    case 'acknowledged':
    case 'passed-on':
    case 'unanswered':
      return 'escalation';
    case 'mitigation-settled':
      return 'mitigation';
    case 'update-sent':
      return 'communication';
    case 'resolved':
      return 'resolution';
    default:
      return SPOKEN_KINDS.find((spoken) => spoken === kind) ?? 'other';
  }
}
