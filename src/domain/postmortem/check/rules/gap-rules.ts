import { duration, type Instant, MINUTE, millisecondsBetween } from '../../../time.ts';
import { isQuiet } from '../../../timeline/timeline-event.ts';
import type { Rule } from '../rule.ts';
import type { Place, StatedPostmortem } from '../stated-postmortem.ts';
import { isResolution, timedEvents } from '../timed-events.ts';
import { isAftermath } from '../words/aftermath.ts';

/** While everything is on fire somebody does something; where less is, people may well go and have lunch. */
const LONGEST_OF_THE_WORST = 30 * MINUTE;
const LONGEST = 60 * MINUTE;
const THE_WORST = /^(?:sev|severity|p|s|priority)?[\s-]*[01]$|critical|highest/iu;
const NAMED = 3;

interface Stop {
  readonly at: Instant;
  readonly text: string;
  readonly place: Place;
}

export interface Gap {
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
      const longest = [...gaps].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, NAMED);
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

/** The long silences between the first event and the resolution, whichever was told first. Quiet events break none. */
export function gapsIn(stated: StatedPostmortem): readonly Gap[] {
  const told = timedEvents(stated).filter(
    ({ kind, text }) => !(kind !== undefined && isQuiet(kind)) && !isAftermath(text),
  );
  const stops = told.map(({ at, time, place }): Stop => ({ at, text: time.text, place }));
  const { ended } = stated;
  const last = told.at(-1);
  const reached =
    ended?.at === undefined || (last !== undefined && last.at < ended.at && isResolution(last))
      ? stops
      : [
          ...stops.filter(({ at }) => ended.at !== undefined && at < ended.at),
          { at: ended.at, text: ended.text, place: ended.place },
        ];
  const longest = longestSilence(stated);
  return reached
    .slice(1)
    .map((to, index): Gap => ({ from: reached[index] ?? to, to }))
    .filter((gap) => lengthOf(gap) > longest);
}

export function longestSilence({ severity }: Pick<StatedPostmortem, 'severity'>): number {
  return severity === undefined || THE_WORST.test(severity.trim()) ? LONGEST_OF_THE_WORST : LONGEST;
}

function lengthOf({ from, to }: Gap): number {
  return millisecondsBetween(from.at, to.at);
}

function describe(gap: Gap): string {
  return `from ${gap.from.text} to ${gap.to.text}, ${duration(lengthOf(gap))}`;
}
