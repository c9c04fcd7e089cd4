import type { Incident } from '../../domain/incident/incident.ts';
import type { Cue } from '../../domain/postmortem/gaps/cues.ts';
import type { Gap } from '../../domain/postmortem/gaps/find-gaps.ts';
import type { MissedMessage } from '../../domain/postmortem/gaps/missed-message.ts';
import type { Instant } from '../../domain/time.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';

/** What was said in the channel while the timeline was silent, the most telling first. */
export interface ShownGap {
  readonly incident: Incident;
  readonly gap: Gap;
  /** 0 is the first. */
  readonly page: number;
  readonly messages: readonly ListedMessage[];
  /** How much of the gap is silent still. */
  readonly left: readonly Gap[];
  readonly reach: Reach;
  readonly now: Instant;
}

export interface ListedMessage {
  readonly message: MissedMessage;
  readonly saidBy: string;
  readonly cues: readonly Cue[];
  /** What it is on the timeline, where it is there; taken back or not. */
  readonly event: TimelineEvent | undefined;
}

/** How much of what was said could be read: all of it, the newest part, or nothing because we are not in the channel. */
export type Reach = 'all' | 'newest' | 'nothing';
