import { z } from 'zod';
import type { Instant } from '../domain/time.ts';

export const AnInstant = z.string().transform((text) => text as Instant);

/** JSON leaves out what is undefined. */
export function orMissing<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().transform((value) => value);
}
