import { z } from 'zod';
import { type Instant, instant } from '../../domain/time.ts';

/** Go's zero time, `0001-01-01T00:00:00Z`, and what else no monitoring saw, stands for a time that is not known. */
const EARLIEST = '2000-01-01T00:00:00.000Z' as Instant;

/** An instant as RFC 3339 writes it, with as many digits as its sender has. */
export const ToldInstant = z.string().transform((text, context): Instant | undefined => {
  const milliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(milliseconds)) {
    context.addIssue('no instant as in 2024-05-07T14:00:00Z');
    return z.NEVER;
  }
  const at = instant(milliseconds);
  return at < EARLIEST ? undefined : at;
});
