import type { CallState, EscalationState } from '../escalation/escalation.ts';
import type { Target } from '../escalation/target.ts';
import type { Instant } from '../time.ts';
import type { TimelineLine } from './postmortem.ts';
import type { Source } from './source.ts';

/** What a postmortem tells of the calls for more people. */
export interface Escalations {
  readonly tracked: readonly TrackedEscalation[];
  /** Those that people wrote down themselves, for example because they phoned. */
  readonly logged: readonly LoggedEscalation[];
}

export interface TrackedEscalation {
  /** Whom somebody asked for: `@dba`, `Ana`, `policy database`. */
  readonly target: string;
  readonly reason: string;
  readonly isUrgent: boolean;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly state: EscalationState;
  /** The first answer. */
  readonly acknowledgedBy: string | undefined;
  readonly acknowledgedAt: Instant | undefined;
  readonly millisecondsToAcknowledge: number | undefined;
  /** Who was on it last, where that is somebody else. */
  readonly takenOver: { readonly by: string; readonly at: Instant } | undefined;
  /** Whether whoever answered passed it on, and nobody took it over. */
  readonly isLeft: boolean;
  /** When nobody was left to call, and nobody answered after. */
  readonly unansweredAt: Instant | undefined;
  /** When the incident no longer needed an answer. */
  readonly endedAt: Instant | undefined;
  /** Everybody and everything that was called, the first first. */
  readonly calls: readonly CallLine[];
  /** What the team believed wrongly since the escalation before this one. */
  readonly misleadingPaths: readonly TimelineLine[];
  readonly source: Source;
}

export interface CallLine {
  /** Both count from 1. */
  readonly round: number;
  readonly step: number;
  readonly calledAt: Instant;
  /** Whoever was called: a person's name, `@dba`, `#ops`, a system's name. */
  readonly who: string;
  /** As whom they were called, where that is not their own name: `rota database`, `@dba`. */
  readonly via: string | undefined;
  readonly kind: Target['kind'];
  readonly state: CallState;
  readonly isQuiet: boolean;
  readonly note: string | undefined;
  readonly respondedAt: Instant | undefined;
}

export interface LoggedEscalation {
  readonly event: TimelineLine;
  readonly misleadingPaths: readonly TimelineLine[];
}

/** The calls for one group, policy or rota, or for all people who were called by name; nobody is measured alone. */
export interface TargetFigure {
  readonly target: string;
  readonly called: number;
  readonly unanswered: number;
  /** How long each answer took, the shortest first. */
  readonly milliseconds: readonly number[];
}
