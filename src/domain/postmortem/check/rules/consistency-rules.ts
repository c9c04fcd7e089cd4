import type { Found, Rule } from '../rule.ts';
import type { Place, StatedPostmortem, Statement } from '../stated-postmortem.ts';
import { resolutionOf, timedEvents } from '../timed-events.ts';
import { isAftermath } from '../words/aftermath.ts';
import { DETECTORS_IN_WORDS, detectorsIn } from '../words/detectors.ts';
import { FIXES_IN_WORDS, fixesThatEnded, tellsOfTheEnd } from '../words/fixes.ts';
import { inSentences } from '../words/split-sentences.ts';

/** What is told in two places, and not alike. */
export const consistencyRules: readonly Rule[] = [
  {
    id: 'fix-contradicts-itself',
    level: 'must',
    why: 'Whoever meets it again will do what this says ended it.',
    check: (stated) => {
      const clash = findClash(fixesTold(stated));
      return clash === undefined ? [] : [contradiction(clash, 'ended by', (fix) => FIXES_IN_WORDS[fix])];
    },
  },
  {
    id: 'detection-contradicts-itself',
    level: 'must',
    why: 'Whether users or an alert came first says whether the alerts are good enough.',
    check: (stated) => {
      const clash = findClash(detectorsTold(stated));
      return clash === undefined
        ? []
        : [contradiction(clash, 'noticed by', (detector) => DETECTORS_IN_WORDS[detector])];
    },
  },
];

/** What one part of the postmortem says. */
interface Telling<Thing> {
  /** `the summary` */
  readonly part: string;
  readonly place: Place;
  readonly things: readonly Thing[];
}

type Clash<Thing> = readonly [Telling<Thing>, Telling<Thing>];

/** The first two that share nothing. */
function findClash<Thing>(tellings: readonly Telling<Thing>[]): Clash<Thing> | undefined {
  for (const [index, one] of tellings.entries()) {
    const other = tellings.slice(index + 1).find(({ things }) => !things.some((thing) => one.things.includes(thing)));
    if (other !== undefined) {
      return [one, other];
    }
  }
  return undefined;
}

function contradiction<Thing>([one, other]: Clash<Thing>, verb: string, inWords: (thing: Thing) => string): Found {
  const list = ({ things }: Telling<Thing>) => things.map(inWords).join(' and ');
  return {
    place: other.place,
    text: `${capitalized(one.part)} has it ${verb} ${list(one)}, ${other.part} by ${list(other)}: which is right? Correct the one that is not.`,
  };
}

function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** The root cause tells of what was changed before, and until when; what ended it stands elsewhere. */
function fixesTold(stated: StatedPostmortem) {
  const { prose } = stated;
  const ends = (statements: readonly Statement[]) => inSentences(statements).filter(({ text }) => tellsOfTheEnd(text));
  return [
    telling('the summary', ends(prose.summary), fixesThatEnded),
    telling('the resolution', inSentences(prose.resolution), fixesThatEnded),
    telling('the timeline', lastFix(stated), fixesThatEnded),
  ].filter(({ things }) => things.length > 0);
}

/** Whatever was done last before it was over ended it. */
function lastFix(stated: StatedPostmortem): readonly Statement[] {
  const end = resolutionOf(stated)?.at ?? stated.ended?.at;
  const events = timedEvents(stated).filter(
    ({ at, text, kind }) =>
      !isAftermath(text) &&
      (end === undefined || at <= end) &&
      (kind === undefined || kind === 'mitigation' || kind === 'resolution'),
  );
  const last = events.findLast((event, index) => {
    const after = events[index + 1]?.text ?? '';
    return fixesThatEnded(event.text).length > 0 && !/\bpersist\w*\b/iu.test(after);
  });
  return last === undefined ? [] : [last];
}

function detectorsTold(stated: StatedPostmortem) {
  const { prose, timeline } = stated;
  const isTold = timeline.some(({ kind }) => kind === 'detected');
  const told = isTold ? timeline.filter(({ kind }) => kind === 'detected') : timeline.slice(0, 2);
  return [
    telling('the summary', inSentences(prose.summary), detectorsIn),
    telling('the detection', prose.detection, detectorsIn),
    telling('the timeline', told, detectorsIn),
    telling('the root cause', inSentences(prose['root-cause']), detectorsIn),
    telling('the resolution', inSentences(prose.resolution), detectorsIn),
  ].filter(({ things }) => things.length > 0);
}

function telling<Thing>(
  part: string,
  statements: readonly Statement[],
  read: (text: string) => readonly Thing[],
): Telling<Thing> {
  const telling = statements.find(({ text }) => read(text).length > 0);
  return {
    part,
    place: telling?.place ?? { section: 'summary' },
    things: [...new Set(statements.flatMap(({ text }) => read(text)))],
  };
}
