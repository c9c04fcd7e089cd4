import { duration, type Instant } from '../../../time.ts';
import { findGaps, lengthOf } from '../../gaps/find-gaps.ts';
import type { Rule } from '../rule.ts';
import type { Place, StatedPostmortem } from '../stated-postmortem.ts';
import { type TimedEvent, timedEvents } from '../timed-events.ts';

const NAMED = 3;

interface Stop {
  readonly at: Instant;
  readonly text: string;
  readonly place: Place;
}

interface StatedGap {
  readonly from: Stop;
  readonly to: Stop;
}

export const gapRules: readonly Rule[] = [
  {
    id: 'unexplained-gap',
    level: 'should',
    why: 'What nobody wrote down is what nobody can learn from.',
    check: (stated) => {
      const gaps = gapsIn(stated);
      const longest = [...gaps].sort((a, b) => length(b) - length(a)).slice(0, NAMED);
      const told = gaps.filter((gap) => longest.includes(gap));
      const [first] = told;
      const more = gaps.length > NAMED ? `; and ${gaps.length - NAMED} shorter gaps` : '';
      return first === undefined
        ? []
        : [
            {
              place: { section: 'timeline', line: first.from.place.line },
              text: `The timeline is silent ${told.map(describe).join('; ')}${more}. Add what people did or waited for then.`,
            },
          ];
    },
  },
];

function gapsIn(stated: StatedPostmortem): readonly StatedGap[] {
  const { ended: end, severity } = stated;
  const ended = end?.at === undefined ? undefined : { at: end.at, text: end.text, place: end.place };
  return findGaps(timedEvents(stated), { ended, severity }).map(({ from, to }) => ({ from: stop(from), to: stop(to) }));
}

/** By when it was, in the words that tell it. */
function stop(told: TimedEvent | Stop): Stop {
  return 'time' in told ? { at: told.at, text: told.time.text, place: told.place } : told;
}

function length({ from, to }: StatedGap): number {
  return lengthOf({ from: from.at, to: to.at });
}

function describe(gap: StatedGap): string {
  return `from ${gap.from.text} to ${gap.to.text}, ${duration(length(gap))}`;
}
