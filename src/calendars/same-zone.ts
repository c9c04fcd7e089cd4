import type { TimeZone } from '../domain/time.ts';

/** Whether two names mean one zone: Asia/Kolkata is Asia/Calcutta too. */
export function sameZone(one: TimeZone, other: TimeZone): boolean {
  return one === other || canonical(one) === canonical(other);
}

function canonical(zone: TimeZone): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}
