import { linkName } from '../timeline/link-name.ts';
import { type MessageChange, messageChange } from '../timeline/message-change.ts';
import { isSpoken, type TimelineEvent } from '../timeline/timeline-event.ts';
import type { Names } from './draft/names-in.ts';

/** What a fact was drawn from: where no message shows it, what somebody typed to Faultline, what it saw or did itself. */
export type Origin = 'message' | 'alert' | 'command' | 'channel' | 'faultline';

export interface Source {
  readonly origin: Origin;
  /** Where a browser finds the message or the alert. */
  readonly permalink: string | undefined;
  /** What became of the message since. */
  readonly messageChange: MessageChange | undefined;
  /** Of a command: who typed it, where that is not told beside. */
  readonly by: string | undefined;
}

export function sourceOf(event: TimelineEvent, names: Names): Source {
  const origin = originOf(event);
  return {
    origin,
    permalink: event.permalink,
    messageChange: messageChange(event),
    by: origin === 'command' && event.saidBy !== event.recordedBy ? names.ofPerson(event.recordedBy) : undefined,
  };
}

export const NOTED_BY_FAULTLINE: Source = {
  origin: 'faultline',
  permalink: undefined,
  messageChange: undefined,
  by: undefined,
};

/** The word of somebody, of which there is no message. */
export function sourceTyped(by: string): Source {
  return { origin: 'command', permalink: undefined, messageChange: undefined, by };
}

function originOf(event: TimelineEvent): Origin {
  if (linkName(event) === 'alert') {
    return 'alert';
  }
  if (event.permalink !== undefined || event.message !== undefined) {
    return 'message';
  }
  if (isSpoken(event.kind)) {
    return 'command';
  }
  return event.kind === 'joined' || event.kind === 'renamed' ? 'channel' : 'faultline';
}
