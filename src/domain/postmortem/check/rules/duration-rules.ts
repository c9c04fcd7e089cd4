import { duration, MINUTE, millisecondsBetween } from '../../../time.ts';
import type { Found, Rule } from '../rule.ts';
import type { StatedDuration, StatedPostmortem } from '../stated-postmortem.ts';
import { resolutionOf, timedEvents } from '../timed-events.ts';

const LEEWAY = 5 * MINUTE;
/** `about 2 hours` is no lie where it was 2 h 10 min. */
const LEEWAY_OF_ABOUT = 0.1;
const ABOUT = /\b(?:about|approximately|around|roughly|nearly|almost|over|more than|some|circa|ca)\b|~/iu;
const EASED = /\b(?:outage|impact|disruption|incident|issue) (?:is |was |fully )?mitigated\b/iu;

interface Span {
  readonly milliseconds: number;
  readonly text: string;
}

export const durationRules: readonly Rule[] = [
  {
    id: 'duration-contradicts-times',
    level: 'must',
    why: 'How long it lasted is the figure that everybody quotes.',
    check: (stated) => {
      const span = statedSpan(stated) ?? toldSpan(stated);
      const eased = easedAfter(stated);
      const isUntilEased = ({ milliseconds }: StatedDuration) =>
        eased.some((each) => Math.abs(milliseconds - each) <= LEEWAY);
      return span === undefined
        ? []
        : stated.durations.filter((each) => !isUntilEased(each)).flatMap((each) => compare(each, span));
    },
  },
];

function statedSpan({ started, ended }: StatedPostmortem): Span | undefined {
  return started?.at === undefined || ended?.at === undefined
    ? undefined
    : { milliseconds: millisecondsBetween(started.at, ended.at), text: `from ${started.text} to ${ended.text}` };
}

/** Some count to where users were no longer hurt, though the incident went on. */
function easedAfter(stated: StatedPostmortem): readonly number[] {
  const { started } = stated;
  const from = started?.at;
  return from === undefined
    ? []
    : timedEvents(stated)
        .filter(({ text }) => EASED.test(text))
        .map(({ at }) => millisecondsBetween(from, at));
}

/** From the first line of the timeline to the one that resolves it. */
function toldSpan(stated: StatedPostmortem): Span | undefined {
  const [first] = timedEvents(stated);
  const last = resolutionOf(stated);
  return first === undefined || last === undefined
    ? undefined
    : {
        milliseconds: millisecondsBetween(first.at, last.at),
        text: `on the timeline from ${first.time.text} to ${last.time.text}`,
      };
}

function compare({ milliseconds, text, place }: StatedDuration, span: Span): readonly Found[] {
  const leeway = ABOUT.test(text) ? Math.max(LEEWAY, milliseconds * LEEWAY_OF_ABOUT) : LEEWAY;
  if (span.milliseconds < 0 || Math.abs(milliseconds - span.milliseconds) <= leeway) {
    return [];
  }
  const words = `It is said to have lasted ${duration(milliseconds)}, but ${span.text} it is ${duration(span.milliseconds)}: which is right? Correct the one that is not.`;
  return [{ place, text: words }];
}
