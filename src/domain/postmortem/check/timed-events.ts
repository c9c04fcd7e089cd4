import type { Instant } from '../../time.ts';
import type { StatedEvent, StatedPostmortem, StatedTime } from './stated-postmortem.ts';
import { isAftermath } from './words/aftermath.ts';

export interface TimedEvent extends StatedEvent {
  readonly at: Instant;
  readonly time: StatedTime;
}

/** The events whose instant is known, in the order in which they stand. */
export function timedEvents({ timeline }: StatedPostmortem): readonly TimedEvent[] {
  return timeline.flatMap((event) =>
    event.time?.at === undefined ? [] : [{ ...event, time: event.time, at: event.time.at }],
  );
}

const RESOLVED =
  /\b(?:resolved|restored|recovered|back to normal|(?<!\b(?:the|an?) )fixed|errors? (?:\w+ )?gone|service (?:is )?back|confirmed resolution|functionality (?:is |was )?verified|all clear)\b/iu;
const NOT_RESOLVED = /\b(?:not|persist\w*|attempt\w*|try\w*|still|partial\w*|but)\b/iu;

/** Whether an event says that it was over. A file's last step often says what was done, and that it helped. */
export function isResolution(
  { kind, text }: Pick<StatedEvent, 'kind' | 'text'>,
  source: StatedPostmortem['source'],
): boolean {
  if (kind === 'resolution' || kind === 'resolved') {
    return true;
  }
  const isOpen = kind === undefined || (kind === 'mitigation' && source === 'file');
  return isOpen && RESOLVED.test(text) && !saysNotOver(text);
}

/** Whether it says that it was not over yet, or tells of what came afterwards. */
export function saysNotOver(text: string): boolean {
  return NOT_RESOLVED.test(text) || isAftermath(text);
}

/** The last of them. */
export function resolutionOf(stated: StatedPostmortem): TimedEvent | undefined {
  return timedEvents(stated).findLast((event) => isResolution(event, stated.source) && !isAftermath(event.text));
}
