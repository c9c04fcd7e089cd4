import { addMilliseconds, type Instant } from '../domain/time.ts';
import type { Clock } from './system.ts';

/**
 * What takes its time is read once for all who ask within its life; anew for whoever knows of a change since it was
 * begun, and where it failed.
 */
export function shareReading<Value>(
  read: () => Promise<Value>,
  clock: Clock,
  life: number,
): (changedAt?: Instant) => Promise<Value> {
  let latest: { readonly reading: Promise<Value>; readonly begunAt: Instant } | undefined;
  return (changedAt) => {
    const now = clock.now();
    const isOld = ({ begunAt }: { readonly begunAt: Instant }) =>
      addMilliseconds(begunAt, life) <= now || (changedAt !== undefined && begunAt <= changedAt);
    if (latest === undefined || isOld(latest)) {
      const begun = { reading: read(), begunAt: now };
      latest = begun;
      begun.reading.catch(() => {
        latest = latest === begun ? undefined : latest;
      });
    }
    return latest.reading;
  };
}
