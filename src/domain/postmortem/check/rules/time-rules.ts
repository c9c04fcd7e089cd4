import { type Instant, MINUTE, millisecondsBetween } from '../../../time.ts';
import { isToCome } from '../../../timeline/is-to-come.ts';
import type { TimelineKind } from '../../../timeline/timeline-event.ts';
import { isAutomatic } from '../../is-automatic.ts';
import type { Found, Rule } from '../rule.ts';
import type { StatedPostmortem } from '../stated-postmortem.ts';
import { isResolution, resolutionOf, type TimedEvent, timedEvents } from '../timed-events.ts';
import { isAftermath } from '../words/aftermath.ts';

/** People write the last step down a little after they press the button. */
export const LEEWAY = 5 * MINUTE;

/** These may well come before users are hurt, or after. */
const ANY_TIME: readonly (TimelineKind | undefined)[] = ['communication', 'note'];

const CHANGE =
  /\b(?:deploy\w*|releas\w+|roll(?:s|ed|ing)? out|rollout|launch\w*|upgrad\w+|migrat\w+|merg\w+|maintenance|campaign|expir\w+)\b/iu;
const REMEDY = /\b(?:hot-?)?fix\w*|\bpatch\w*|\brevert\w*|\broll(?:ed|ing)?[ -]?back/iu;

/** What the stated start and end say, held against each other, the timeline and the clock. */
export const timeRules: readonly Rule[] = [
  {
    id: 'impact-start-unknown',
    level: 'must',
    why: 'Every figure of an incident counts from when users began to be hurt.',
    check: ({ started }) =>
      started !== undefined
        ? []
        : [
            {
              place: { section: 'impact', milestone: 'impact-started' },
              text: 'Nobody has said when the impact started, so its length is unknown. Give the time; an estimate is better than none.',
            },
          ],
  },
  {
    id: 'impact-ends-before-it-starts',
    level: 'must',
    why: 'One of the two times is wrong, and with it every figure.',
    check: ({ started, ended }) =>
      started?.at === undefined || ended?.at === undefined || started.at <= ended.at
        ? []
        : [
            {
              place: { ...ended.place, milestone: 'impact-started' },
              text: `The impact is said to start at ${started.text}, after the resolution at ${ended.text}. Correct one of them.`,
            },
          ],
  },
  {
    id: 'timeline-after-resolution',
    level: 'must',
    why: 'Either it was not over, or the timeline is wrong.',
    check: checkLate,
  },
  {
    id: 'timeline-before-impact',
    level: 'must',
    why: 'Either users were hurt sooner than it says, or the timeline is wrong.',
    check: checkEarly,
  },
  {
    id: 'end-contradicts-timeline',
    level: 'must',
    why: 'How long it lasted is the figure that everybody quotes.',
    check: checkEnd,
  },
  {
    id: 'aftermath-counted',
    level: 'should',
    why: 'A meeting days later makes an incident look days long.',
    check: checkAftermath,
  },
  {
    id: 'event-in-the-future',
    level: 'must',
    why: 'What has not happened yet is no fact.',
    check: (stated) =>
      timedEvents(stated)
        .filter(({ at, time, text }) => isToCome(at, stated.checkedAt) && !time.isAmbiguous && !isAftermath(text))
        .map(({ place, time }) => ({
          place,
          text: `This event is said to be at ${time.text}, which is still to come. Correct its time.`,
        })),
  },
  {
    id: 'event-out-of-order',
    level: 'should',
    why: 'Readers take what stands below for what came after.',
    check: checkOrder,
  },
];

/** Those that say how long it went on. */
function steps(stated: StatedPostmortem): readonly TimedEvent[] {
  return timedEvents(stated).filter(
    ({ kind, text }) => !ANY_TIME.includes(kind) && !(kind !== undefined && isAutomatic(kind)) && !isAftermath(text),
  );
}

function checkLate(stated: StatedPostmortem): readonly Found[] {
  const { ended } = stated;
  const isEnd = (event: TimedEvent) => isResolution(event, stated.source);
  /** Some documents tell two ends: users were no longer hurt, and it was declared over. A record has one. */
  const isEndTold = stated.source === 'file' && steps(stated).some((event) => event.at === ended?.at && isEnd(event));
  const late = steps(stated).findLast((event) => isMuchLater(event.at, ended?.at) && !(isEndTold && isEnd(event)));
  return late === undefined || ended === undefined
    ? []
    : [
        {
          place: late.place,
          text: `The timeline goes on after the resolution at ${ended.text}, until ${late.time.text}: which is right? Correct the one that is not.`,
        },
      ];
}

function checkEarly(stated: StatedPostmortem): readonly Found[] {
  const { started } = stated;
  const early = steps(stated).find(
    (event) => started?.at !== undefined && isMuchLater(started.at, event.at) && !tellsOfTrigger(event),
  );
  return early === undefined || started === undefined
    ? []
    : [
        {
          place: early.place,
          text: `The timeline begins at ${early.time.text}, before the impact is said to start at ${started.text}: which is right? Correct the one that is not.`,
        },
      ];
}

/** What changed before is where many timelines begin, and hurt nobody yet. */
function tellsOfTrigger({ kind, text }: TimedEvent): boolean {
  return kind !== 'detected' && CHANGE.test(text) && !REMEDY.test(text);
}

function checkEnd(stated: StatedPostmortem): readonly Found[] {
  const { ended } = stated;
  const resolution = resolutionOf(stated);
  if (ended?.at === undefined || resolution === undefined || !isMuchLater(ended.at, resolution.at)) {
    return [];
  }
  if (countsAftermath(stated)) {
    return [];
  }
  const text = `It is said to last until ${ended.text}, but the timeline has it resolved at ${resolution.time.text}: which is right? Correct the one that is not.`;
  return [{ place: ended.place, text }];
}

function checkAftermath(stated: StatedPostmortem): readonly Found[] {
  return stated.ended === undefined || !countsAftermath(stated)
    ? []
    : [
        {
          place: stated.ended.place,
          text: `It is said to last until ${stated.ended.text}, when people met about it afterwards. Say when users were no longer hurt.`,
        },
      ];
}

function countsAftermath(stated: StatedPostmortem): boolean {
  const end = stated.ended?.at;
  return timedEvents(stated).some(
    ({ at, text, kind }) =>
      end !== undefined &&
      isAftermath(text) &&
      !(kind !== undefined && isAutomatic(kind)) &&
      Math.abs(millisecondsBetween(at, end)) <= LEEWAY,
  );
}

function checkOrder(stated: StatedPostmortem): readonly Found[] {
  const events = timedEvents(stated);
  return events.flatMap(({ at, time, place }, index) => {
    const before = events[index - 1];
    return before === undefined || before.at <= at
      ? []
      : [
          {
            place,
            text: `${time.text} stands below ${before.time.text}, which is later. Put it in its place, or correct it.`,
          },
        ];
  });
}

function isMuchLater(later: Instant, earlier: Instant | undefined): boolean {
  return earlier !== undefined && millisecondsBetween(earlier, later) > LEEWAY;
}
