import { textOf } from './block.ts';
import { leadingTime } from './leading-time.ts';
import type { Sections } from './read-sections.ts';
import type { Role } from './role.ts';
import type { Told } from './told.ts';

/** Under “What happened” stand a few sentences, or the timeline. */
const MAY_BE: readonly (Role | undefined)[] = ['summary', 'title', undefined];
const FEWEST = 3;

/** Where no part is called the timeline, it is the entries that begin with a time of day. */
export function withTimeline(sections: Sections): Sections {
  const { told, titles } = sections;
  const timed = new Set(told.some(({ isInTimeline }) => isInTimeline) ? [] : told.filter(isTimed));
  return timed.size < FEWEST
    ? sections
    : {
        titles,
        told: told.map((each) => (timed.has(each) ? { ...each, role: 'timeline', isInTimeline: true } : each)),
      };
}

function isTimed({ role, block }: Told): boolean {
  const leading = MAY_BE.includes(role) ? leadingTime(textOf(block)) : undefined;
  return leading?.mention.clock !== undefined && leading.rest !== '';
}
