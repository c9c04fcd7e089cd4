import type { Deliver } from '../delivery/deliver-events.ts';
import { channelById, channelByName, knownChannel } from '../state/find.ts';
import type { ChannelRecord, MessageRecord, PersonRecord, ResponseUrlRecord, TriggerRecord } from '../state/records.ts';
import { nowMilliseconds, type State } from '../state/state.ts';

/** What people need to act: the workspace, and the way to the bot. */
export interface Scene {
  readonly state: State;
  readonly deliver: Deliver;
}

/** A channel's name, with or without its `#`, or something that stands for one. */
export type Place = string | { readonly id: string };

export function channelAt(state: State, place: Place): ChannelRecord {
  return typeof place === 'string'
    ? (channelById(state, place) ?? channelByName(state, place))
    : knownChannel(state, place.id);
}

/**
 * Where somebody acts: the place they name, or else the one where they acted last. Only members can: a public channel may
 * be read without joining it, and no more.
 */
export function enterAsMember(state: State, person: PersonRecord, place: Place | undefined): ChannelRecord {
  const channel = channelAt(state, place ?? person.lastChannelId ?? 'general');
  requireActive(person);
  if (channel.isArchived) {
    throw new Error(`#${channel.name} is archived: nobody can write there.`);
  }
  if (!channel.members.has(person.id)) {
    throw new Error(`${person.name} is not in #${channel.name}.`);
  }
  person.lastChannelId = channel.id;
  return channel;
}

export function requireActive(person: PersonRecord): void {
  if (person.isDeactivated) {
    throw new Error(`${person.name} is deactivated and can do nothing.`);
  }
}

export function doesSee(state: State, person: PersonRecord, message: MessageRecord): boolean {
  const { kind, members } = knownChannel(state, message.channelId);
  const isIn = kind === 'public' || members.has(person.id);
  return isIn && !message.isDeleted && (message.ephemeralFor ?? person.id) === person.id;
}

/** The channel of a message, where this person sees both. */
export function readable(state: State, person: PersonRecord, message: MessageRecord): ChannelRecord {
  const channel = knownChannel(state, message.channelId);
  requireActive(person);
  if (!doesSee(state, person, message)) {
    throw new Error(`${person.name} does not see this message in #${channel.name}: ${message.text}`);
  }
  return channel;
}

/** A channel as commands and interactions name it: Slack keeps the names of private ones to itself. */
export function shownChannel(channel: ChannelRecord): { readonly id: string; readonly name: string } {
  return { id: channel.id, name: channel.kind === 'private' ? 'privategroup' : channel.name };
}

export function newTrigger(state: State, userId: string): TriggerRecord {
  const trigger: TriggerRecord = {
    id: state.ids.nextTrigger(),
    userId,
    atMilliseconds: nowMilliseconds(state),
    isExchanged: false,
  };
  state.triggers.set(trigger.id, trigger);
  return trigger;
}

export function newResponseUrl(
  state: State,
  about: { readonly userId: string; readonly channelId: string; readonly source?: MessageRecord },
): { readonly record: ResponseUrlRecord; readonly address: string } {
  const record: ResponseUrlRecord = {
    id: state.ids.next('R'),
    atMilliseconds: nowMilliseconds(state),
    uses: 0,
    received: [],
    ...about,
  };
  state.responseUrls.set(record.id, record);
  return { record, address: `${state.address}/responses/${record.id}` };
}

/** What every interaction's payload begins with. */
export function interaction({ state }: Scene, person: PersonRecord) {
  return {
    team: { id: state.team.id, domain: state.team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: state.team.id },
    api_app_id: state.bot.appId,
    token: state.tokens.verification,
    enterprise: null,
    is_enterprise_install: false,
  };
}
