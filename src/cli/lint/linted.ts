import { checkStated } from '../../domain/postmortem/check/check-stated.ts';
import type { Finding } from '../../domain/postmortem/check/finding.ts';
import { LEVELS, type Level } from '../../domain/postmortem/check/rule.ts';
import type { Piece } from '../../domain/postmortem/reading/block.ts';
import { readPostmortem } from '../../domain/postmortem/reading/read-postmortem.ts';
import type { Instant } from '../../domain/time.ts';
import type { Document } from './decode-document.ts';
import { type Understood, understoodIn } from './understood.ts';

/** A file that was checked. */
export interface Linted {
  /** As it was named. */
  readonly file: string;
  /** What must be mended first, each level from top to bottom. */
  readonly findings: readonly LineFinding[];
  readonly understood: Understood;
  /** What was not understood, so that no rule has seen it. */
  readonly unread: readonly Piece[];
}

/** What is missing stands where its section begins, or at the top where there is none. */
export interface LineFinding extends Finding {
  readonly line: number;
}

export function lintDocument(file: string, { text, damages }: Document, now: Instant): Linted {
  const { stated, lines, unread } = readPostmortem(text, now);
  const findings = checkStated({ ...stated, damages: [...damages, ...stated.damages] }).map((finding) => {
    const { section, line } = finding.place;
    return { ...finding, line: line ?? lines.get(section) ?? 1 };
  });
  return { file, findings: findings.sort(byLevelAndLine), understood: understoodIn(stated), unread };
}

function byLevelAndLine(one: LineFinding, other: LineFinding): number {
  return LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || one.line - other.line;
}

export function countOf(linted: readonly Linted[], level: Level): number {
  return linted.flatMap(({ findings }) => findings).filter((finding) => finding.level === level).length;
}
