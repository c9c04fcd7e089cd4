import { z } from 'zod';
import { groupId, personId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

export const AnInstant = z.string().transform((text) => text as Instant);

export const AParty = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: z.string().transform(personId) }),
  z.object({ kind: z.literal('group'), id: z.string().transform(groupId), handle: z.string() }),
]);

/** JSON leaves out what is undefined. */
export function orMissing<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().transform((value) => value);
}
