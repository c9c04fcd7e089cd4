import { placeOf } from '../../domain/postmortem/check/place-of.ts';
import { PROSE_PARTS, type StatedPostmortem } from '../../domain/postmortem/check/stated-postmortem.ts';
import { POSTMORTEM_SECTIONS, type PostmortemSection } from '../../domain/postmortem/postmortem.ts';

/** What a file was understood to say. */
export interface Understood {
  /** Those of which it has prose. */
  readonly sections: readonly PostmortemSection[];
  readonly events: number;
  readonly actionItems: number;
}

export function understoodIn({ prose, timeline, actionItems }: StatedPostmortem): Understood {
  const told = new Set(PROSE_PARTS.filter((part) => prose[part].length > 0).map((part) => placeOf(part).section));
  return {
    sections: POSTMORTEM_SECTIONS.filter((section) => told.has(section)),
    events: timeline.length,
    actionItems: actionItems.length,
  };
}
