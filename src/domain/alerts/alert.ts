import type { Instant } from '../time.ts';

/** What an alert is called that its own system gives no name. */
export const NAMELESS = 'Alert';

/** What a monitoring system tells at once: where the alerts of one group stand. */
export interface AlertNotice {
  /** The same for everything that is told of one group. */
  readonly dedupKey: string;
  /** What an incident is called that it opens. */
  readonly title: string;
  /** What somebody wrote about the whole group, for whoever has to mend it. */
  readonly text: string;
  readonly alerts: readonly Alert[];
  /** How many alerts of the group it leaves out. */
  readonly untold: number;
}

export interface Alert {
  /** The same while it is the same alert, firing or over. */
  readonly fingerprint: string;
  readonly isFiring: boolean;
  readonly name: string;
  readonly text: string;
  /** What tells it from the others, labels and values: `instance=web-3`. */
  readonly details: readonly string[];
  /** As its own system calls it. */
  readonly severity: string | undefined;
  /** Missing where nobody told it. */
  readonly startedAt: Instant | undefined;
  readonly endedAt: Instant | undefined;
  /** Where a browser sees more of it. */
  readonly link: string | undefined;
}
