import type { Ports } from '../ports.ts';
import type { Requester } from '../request.ts';

export interface TypedLines {
  /** All that the field holds. */
  readonly typed: string;
  /** The same however often the field is sent, with whatever in it. */
  readonly fieldKey: string;
}

export interface TypedLine {
  readonly line: string;
  /** Of the delivery that an item is made of it by; the same line twice is two. */
  readonly key: string;
}

/** `- `, `1. `, `[ ] `, as lists are written. */
const BULLET = /^\s*(?:(?:[-*•]|\d{1,2}[.)])\s+)?(?:\[[ x]?\]\s+)?/iu;

export function typedLines(
  { hash }: Pick<Ports, 'hash'>,
  { teamId, typed, fieldKey }: Pick<Requester, 'teamId'> & TypedLines,
): readonly TypedLine[] {
  return typed
    .split('\n')
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line !== '')
    .map((line, index, lines) => {
      const before = lines.slice(0, index).filter((each) => each === line).length;
      return { line, key: `${teamId}:${fieldKey}:${before}:${hash(line)}` };
    });
}
