import type { PersonId } from '../../ids.ts';
import type { Instant } from '../../time.ts';
import type { Finding } from './finding.ts';

/** Somebody says why a rule does not hold at one place of one postmortem. */
export interface Waiver {
  readonly rule: string;
  /** That of the finding: other words there are a new finding. */
  readonly placeKey: string;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
}

/** Those that were given together with this one, and itself: what is taken back with it. */
export function givenWith({ rule, at, by, reason }: Waiver, waivers: readonly Waiver[]): readonly Waiver[] {
  return waivers.filter(
    (other) => other.rule === rule && other.at === at && other.by === by && other.reason === reason,
  );
}

/** Says of each finding whether somebody waived it; those come last. */
export function waive(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  nameOf: (person: PersonId) => string,
): readonly Finding[] {
  const told = findings.map((finding): Finding => {
    const waiver = waivers.find(({ rule, placeKey }) => rule === finding.rule && placeKey === finding.placeKey);
    return waiver === undefined
      ? finding
      : { ...finding, waived: { by: nameOf(waiver.by), at: waiver.at, reason: waiver.reason } };
  });
  return [...told.filter(({ waived }) => waived === undefined), ...told.filter(({ waived }) => waived !== undefined)];
}
