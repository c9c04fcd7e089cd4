/** Monday first: the weekday's number is its place, from 1. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** 1 is Monday, 7 Sunday. */
export function weekdayNumber(name: string): number {
  const names: readonly string[] = WEEKDAYS;
  return names.indexOf(name) + 1;
}
