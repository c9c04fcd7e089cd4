import { actionItemId, workId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Attempt } from '../../../src/use-cases/messenger.ts';
import type { TicketContent } from '../../../src/use-cases/tracker-port.ts';

/** An item of which nothing is known but its title. */
export const content: TicketContent = {
  actionItemId: actionItemId('01HZZZ0000000000000000ACT1'),
  title: 'Size the pool',
  kind: undefined,
  priority: undefined,
  doneWhen: undefined,
  dueOn: undefined,
  owner: undefined,
  why: 'SEV1 INC-1: Booking is down',
  links: [],
};

export function firstAttempt(since: Instant): Attempt {
  return { key: workId('01HZZZ0000000000000000WRK1'), isRepeat: false, since };
}
