import type { ExpressionBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** In the very terms of the partial indexes on `work`. */
export function isUnfinished(eb: ExpressionBuilder<Schema, 'work'>) {
  return eb.and([eb('work.done_at', 'is', null), eb('work.failed_at', 'is', null)]);
}
