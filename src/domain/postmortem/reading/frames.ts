import type { Role } from './role.ts';

/** A heading, and what stands below it. */
export interface Frame {
  readonly level: number;
  /** Undefined where its words name no part of a postmortem, and no heading above does. */
  readonly role: Role | undefined;
  /** Whether anything stands right below it, before the next heading. */
  readonly hasContent: boolean;
  /** The level of the headings within it, where people gave those a bigger one: `# Detection` within `## Timeline`. */
  readonly innerLevel: number | undefined;
}

/** The headings that hold a new one of that level, the outermost first. */
export function framesAround(frames: readonly Frame[], level: number): readonly Frame[] {
  const around = [...frames];
  for (let last = around.at(-1); last !== undefined && last.level >= level; last = around.at(-1)) {
    around.pop();
    if (isTurnedRound(last, level)) {
      return [...around, { ...last, innerLevel: level }];
    }
  }
  return around;
}

/** The level that a heading counts for among those around it. */
export function levelWithin(around: readonly Frame[], level: number): number {
  const last = around.at(-1);
  return last?.innerLevel === level ? last.level + HALF : level;
}

const HALF = 0.5;

/** Nobody leaves a part empty and goes on with a greater one; whoever does means a part of it. */
function isTurnedRound({ level, role, hasContent, innerLevel }: Frame, newLevel: number): boolean {
  const isInner = !Number.isInteger(level);
  return level > newLevel && !isInner && role !== undefined && !hasContent && (innerLevel ?? newLevel) === newLevel;
}
