import type { ExpressionBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** What counts in statistics: drills do not. */
export function isReal({ eb, or }: ExpressionBuilder<Schema, 'incident'>) {
  return or([eb('is_drill', 'is', null), eb('is_drill', '=', 0)]);
}
