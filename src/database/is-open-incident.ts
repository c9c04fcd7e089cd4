import { type ExpressionBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Written out, not bound, and in the term of the partial index: only so does the planner know that it fits. */
export function isOpenIncident(eb: ExpressionBuilder<Schema, 'incident'>) {
  return eb.and([eb('status', '<>', sql.lit('closed')), eb('status', '<>', sql.lit('canceled'))]);
}
