import { renameChannel } from '../effects/change-channel.ts';
import { openDirectChannel } from '../effects/create-channel.ts';
import { joinChannel, leaveChannel } from '../effects/membership.ts';
import { personByName } from '../state/find.ts';
import type { PersonRecord } from '../state/records.ts';
import { nextTimestamp, type State } from '../state/state.ts';
import { wireView } from '../wire/wire-view.ts';
import { channelAt, enterAsMember, type Place, requireActive } from './scene.ts';

export function join(state: State, person: PersonRecord, where: Place): void {
  requireActive(person);
  const channel = channelAt(state, where);
  if (channel.kind !== 'public' || channel.isArchived) {
    throw new Error(`${person.name} cannot join #${channel.name}, which is private or archived.`);
  }
  if (!channel.members.has(person.id)) {
    joinChannel(state, channel, { userId: person.id });
  }
}

export function leave(state: State, person: PersonRecord, where: Place): void {
  leaveChannel(state, enterAsMember(state, person, where), person.id);
}

export function invite(
  state: State,
  person: PersonRecord,
  invited: { readonly name: string; readonly to: Place },
): void {
  const channel = enterAsMember(state, person, invited.to);
  const guest = personByName(state, invited.name);
  requireActive(guest);
  if (!channel.members.has(guest.id)) {
    joinChannel(state, channel, { userId: guest.id, inviterId: person.id });
  }
}

export function rename(
  state: State,
  person: PersonRecord,
  renamed: { readonly where: Place; readonly to: string },
): void {
  const channel = enterAsMember(state, person, renamed.where);
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]{1,80}$/u.test(renamed.to) || state.channels.some(({ name }) => name === renamed.to)) {
    throw new Error(`#${renamed.to} cannot be the name of a channel, or is that of another.`);
  }
  renameChannel(state, { channel, by: person.id }, renamed.to);
}

export function remove(
  state: State,
  person: PersonRecord,
  removed: { readonly name: string; readonly from: Place },
): void {
  leaveChannel(state, enterAsMember(state, person, removed.from), personByName(state, removed.name).id);
}

/** https://docs.slack.dev/reference/events/app_home_opened */
export function openHome(state: State, person: PersonRecord): void {
  requireActive(person);
  const home = state.homes.get(person.id);
  state.announce({
    subscription: 'app_home_opened',
    event: {
      type: 'app_home_opened',
      user: person.id,
      channel: openDirectChannel(state, person.id).id,
      tab: 'home',
      ...(home === undefined ? {} : { view: wireView(state, home) }),
      event_ts: nextTimestamp(state),
    },
  });
}
