import { readFileSync } from 'node:fs';
import type { StatedPostmortem } from '../../src/domain/postmortem/check/stated-postmortem.ts';
import { type Reading, readPostmortem } from '../../src/domain/postmortem/reading/read-postmortem.ts';
import type { Instant } from '../../src/domain/time.ts';

/** Later than everything in the documents. */
export const checkedAt = '2026-01-10T12:00:00.000Z' as Instant;

/** One of the documents in `postmortems`. */
export function documentText(name: string): string {
  return readFileSync(`test/support/postmortems/${name}`, 'utf8');
}

export function readDocument(name: string): Reading {
  return readPostmortem(documentText(name), checkedAt);
}

export function readText(...lines: readonly string[]): Reading {
  return readPostmortem(lines.join('\n'), checkedAt);
}

/** `line kind instant`, as far as it has them. */
export function toldEvents({ timeline }: StatedPostmortem): readonly string[] {
  return timeline.map(({ place, kind, time }) => [place.line, kind ?? '-', time?.at?.slice(0, 16) ?? '-'].join(' '));
}

/** The lines of what each part of the prose says. */
export function proseLines({ prose }: StatedPostmortem): Record<string, readonly (number | undefined)[]> {
  const written = Object.entries(prose).filter(([, statements]) => statements.length > 0);
  return Object.fromEntries(written.map(([part, statements]) => [part, statements.map(({ place }) => place.line)]));
}
