import { MINUTE, SECOND } from '../domain/time.ts';
import type { Random } from '../use-cases/system.ts';

const BASE = SECOND;
const LONGEST = 5 * MINUTE;

/**
 * Milliseconds to wait after so many faults before this one: anything up to 1 s, 2 s, 4 s and so on. The wait is random
 * over its whole length, so that what failed together does not come back together.
 */
export function backoffMilliseconds(faultsBefore: number, random: Random, longest = LONGEST): number {
  return Math.floor(random() * Math.min(longest, BASE * 2 ** faultsBefore));
}
