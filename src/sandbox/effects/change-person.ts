import type { PersonRecord } from '../state/records.ts';
import { nextTimestamp, nowSeconds, type State } from '../state/state.ts';
import { wireUser } from '../wire/wire-user.ts';

/** Says how somebody's profile stands now. https://docs.slack.dev/reference/events/user_change */
export function announcePerson(state: State, person: PersonRecord): void {
  person.updatedSeconds = nowSeconds(state);
  state.announce({
    subscription: 'user_change',
    event: { type: 'user_change', user: wireUser(state, person, { locale: true }), event_ts: nextTimestamp(state) },
  });
}
