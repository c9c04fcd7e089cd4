import { fingerprint } from '../fingerprint.ts';
import type { Found } from './rule.ts';
import type { Place, StatedPostmortem } from './stated-postmortem.ts';

/**
 * Names what a finding is about, an event, an action item, a part that somebody wrote or all of a section, and its words:
 * what was rewritten since, or breaks the rule in another way, has another name.
 */
export function placeKeys({ prose, timeline, actionItems }: StatedPostmortem): (found: Found) => string {
  const texts = new Map<string, string>();
  for (const { text, place } of [...Object.values(prose).flat(), ...timeline, ...actionItems]) {
    const name = nameOf(place);
    texts.set(name, fingerprint(`${texts.get(name) ?? ''}${text}`));
  }
  return ({ place, text }) => `${nameOf(place)}.${fingerprint(`${texts.get(nameOf(place)) ?? ''}${text}`)}`;
}

function nameOf({ section, part, eventId, actionItemId }: Place): string {
  return eventId ?? actionItemId ?? part ?? section;
}
