import { millisecondsBetween } from '../../../time.ts';
import { isAutomatic } from '../../is-automatic.ts';
import type { Found, Rule } from '../rule.ts';
import type { StatedEvent, StatedPostmortem } from '../stated-postmortem.ts';
import { isResolution, saysNotOver, timedEvents } from '../timed-events.ts';
import { isAftermath } from '../words/aftermath.ts';
import { LEEWAY } from './time-rules.ts';

/** Whether the timeline goes from the start to the end, and can be followed. */
export const timelineRules: readonly Rule[] = [
  {
    id: 'no-steps',
    level: 'must',
    why: 'What people looked at and tried is what the next ones can learn from.',
    check: (stated) =>
      stated.timeline.some((event) => isStep(event, stated))
        ? []
        : [
            {
              place: { section: 'timeline' },
              text: 'The timeline has no step between the declaration and the resolution. Add what people looked at, tried and decided.',
            },
          ],
  },
  {
    id: 'no-resolution',
    level: 'must',
    why: 'A story without its end leaves open whether it is over.',
    check: (stated) => {
      const { timeline, source, ended } = stated;
      const isRecorded = source === 'record' && ended !== undefined;
      const isTold = timeline.some((event) => isResolution(event, source)) || reachesEnd(stated);
      return timeline.length === 0 || isRecorded || isTold
        ? []
        : [
            {
              place: { section: 'timeline', line: timeline.at(-1)?.place.line },
              text: 'The timeline does not reach the resolution. Add what ended it, and when.',
            },
          ];
    },
  },
  {
    id: 'timeline-starts-late',
    level: 'should',
    why: 'What happened before anybody noticed is where the next one can be caught sooner.',
    check: checkStart,
  },
  {
    id: 'event-without-link',
    level: 'hint',
    why: 'A line that links to its message, graph or log can be checked by whoever doubts it.',
    check: checkLinks,
  },
];

/** Whatever its words are, a line at the time when it is said to have ended tells of the end. */
function reachesEnd(stated: StatedPostmortem): boolean {
  const end = stated.ended?.at;
  const last = timedEvents(stated).findLast(({ text }) => !isAftermath(text));
  return (
    end !== undefined &&
    last !== undefined &&
    !saysNotOver(last.text) &&
    Math.abs(millisecondsBetween(last.at, end)) <= LEEWAY
  );
}

/** What people did between the start and the end; how it began and ended is asked for by other rules. */
function isStep({ kind, time, text }: StatedEvent, { started, ended }: StatedPostmortem): boolean {
  if (kind === 'detected' || kind === 'resolution' || (kind !== undefined && isAutomatic(kind)) || isAftermath(text)) {
    return false;
  }
  const at = time?.at;
  return (
    at === undefined || ((started?.at === undefined || at >= started.at) && (ended?.at === undefined || at <= ended.at))
  );
}

/** Nobody can have seen what came before it was noticed; a line in between can only be added by whoever looks back. */
function checkStart(stated: StatedPostmortem): readonly Found[] {
  const [first] = timedEvents(stated);
  const { started, source, timeline } = stated;
  const isDetectionMissing = source === 'record' && timeline.every(({ kind }) => kind !== 'detected');
  if (first === undefined || started?.at === undefined || first.kind === 'detected' || isDetectionMissing) {
    return [];
  }
  return millisecondsBetween(started.at, first.at) <= LEEWAY
    ? []
    : [
        {
          place: first.place,
          text: `The impact started at ${started.text}, but the timeline begins at ${first.time.text}. Add what happened before: what changed, and what one could have seen.`,
        },
      ];
}

function checkLinks({ timeline }: StatedPostmortem): readonly Found[] {
  const without = timeline.filter(
    ({ kind, hasLink, text }) => !hasLink && !(kind !== undefined && isAutomatic(kind)) && !isAftermath(text),
  );
  const [first] = without;
  if (first === undefined) {
    return [];
  }
  const lines = without.length === 1 ? '1 line of the timeline links' : `${without.length} lines of the timeline link`;
  return [{ place: first.place, text: `${lines} to no evidence. Add the message, graph or log that shows it.` }];
}
