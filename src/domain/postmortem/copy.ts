import type { IncidentId } from '../ids.ts';

/** What the channel of an incident shows of its postmortem, kept as it is now. */
export interface PostmortemCopy {
  readonly incidentId: IncidentId;
  /** `deleted`: somebody wanted it gone, so it is not made again. */
  readonly kind: 'canvas' | 'post' | 'deleted';
  /** The chat system's name for it: of the canvas, or of the message in the incident's channel. */
  readonly reference: string;
  /** The hash of what it shows; empty where it shows nothing yet. */
  readonly digest: string;
}
