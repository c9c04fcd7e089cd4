import type { Rule } from './rule.ts';

/** Every rule; ids are never given another meaning. */
export const RULES: readonly Rule[] = [];
