import type { TimeZone } from '../time.ts';
import type { Target } from './target.ts';

/** Whom a team calls, in which order, and how long it waits for each. */
export interface EscalationPolicy {
  readonly name: string;
  /** Called for these severities when nobody says whom to call; no severity stands in two policies. */
  readonly severities: readonly string[];
  readonly steps: readonly Step[];
  /** Other steps, for calls that begin within these hours. */
  readonly workingHours: WorkingHoursSteps | undefined;
  /** How often all steps are gone through before nobody is left to call; 1 to 9. */
  readonly rounds: number;
  /** What people may do when nobody answers, one line each: `Duty manager: +251 11 555 0100`. */
  readonly contacts: readonly string[];
}

/** What is called at once, and how long it has to answer before the next step. */
export interface Step {
  readonly targets: readonly Target[];
  readonly waitMinutes: number;
}

export interface WorkingHoursSteps {
  readonly zone: TimeZone;
  /** 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[];
  /** `HH:mm`, included. */
  readonly from: string;
  /** `HH:mm`, not included; later than `from`. */
  readonly until: string;
  readonly steps: readonly Step[];
}

export const DEFAULT_WAIT_MINUTES = 5;
export const DEFAULT_ROUNDS = 3;
