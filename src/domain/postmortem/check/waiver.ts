import type { PersonId } from '../../ids.ts';
import type { Instant } from '../../time.ts';
import type { Finding } from './finding.ts';
import type { Place } from './stated-postmortem.ts';

/** Somebody says why a rule does not hold at one place of one postmortem. */
export interface Waiver {
  readonly rule: string;
  /** What `placeKey` gives for the place. */
  readonly placeKey: string;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
}

/** The same as long as what it is about is: an event, an action item, a part that somebody wrote, or all of a section. */
export function placeKey({ section, part, eventId, actionItemId }: Place): string {
  return eventId ?? actionItemId ?? part ?? section;
}

/** Says of each finding whether somebody waived it; those come last. */
export function waive(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  nameOf: (person: PersonId) => string,
): readonly Finding[] {
  const told = findings.map((finding): Finding => {
    const waiver = waivers.find(({ rule, placeKey: key }) => rule === finding.rule && key === placeKey(finding.place));
    return waiver === undefined
      ? finding
      : { ...finding, waived: { by: nameOf(waiver.by), at: waiver.at, reason: waiver.reason } };
  });
  return [...told.filter(({ waived }) => waived === undefined), ...told.filter(({ waived }) => waived !== undefined)];
}
