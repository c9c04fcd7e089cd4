import type { Linted } from './linted.ts';

export const LINT_FORMATS = ['text', 'json', 'sarif', 'github'] as const;

export type LintFormat = (typeof LINT_FORMATS)[number];

/** Puts what was found into lines to print. */
export type WriteLinted = (linted: readonly Linted[], version: string) => readonly string[];
