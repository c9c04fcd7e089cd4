import type { GroupRecord } from '../state/records.ts';
import { nextTimestamp, type State } from '../state/state.ts';
import { wireGroup } from '../wire/wire-group.ts';

/** https://docs.slack.dev/reference/events/subteam_created and https://docs.slack.dev/reference/events/subteam_updated */
export function announceGroup(
  state: State,
  group: GroupRecord,
  subscription: 'subteam_created' | 'subteam_updated',
): void {
  const subteam = { ...wireGroup(state, group), users: [...group.members] };
  state.announce({ subscription, event: { type: subscription, subteam, event_ts: nextTimestamp(state) } });
}
