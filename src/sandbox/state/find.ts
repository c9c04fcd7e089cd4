import type { ChannelRecord, GroupRecord, MessageRecord, PersonRecord, ViewRecord } from './records.ts';
import type { State } from './state.ts';

export function personById(state: State, id: string): PersonRecord | undefined {
  return state.people.find((person) => person.id === id);
}

export function personByName(state: State, name: string): PersonRecord {
  const bare = name.replace(/^@/u, '');
  return found(
    state.people.find((person) => person.name === bare),
    `person ${bare}`,
    state.people.map((person) => person.name),
  );
}

export function groupByHandle(state: State, handle: string): GroupRecord {
  const bare = handle.replace(/^@/u, '');
  return found(
    state.groups.find((group) => group.handle === bare),
    `group ${bare}`,
    state.groups.map((group) => group.handle),
  );
}

export function channelById(state: State, id: string): ChannelRecord | undefined {
  return state.channels.find((channel) => channel.id === id);
}

export function knownChannel(state: State, id: string): ChannelRecord {
  return found(channelById(state, id), `channel ${id}`, []);
}

export function channelByName(state: State, name: string): ChannelRecord {
  const bare = name.replace(/^#/u, '');
  return found(
    state.channels.find((channel) => channel.kind !== 'direct' && channel.name === bare),
    `channel ${bare}`,
    state.channels.filter(({ kind }) => kind !== 'direct').map((channel) => channel.name),
  );
}

/** What everyone in the channel sees. */
export function messageAt(channel: ChannelRecord, ts: string): MessageRecord | undefined {
  return channel.messages.find(
    (message) => message.ts === ts && !message.isDeleted && message.ephemeralFor === undefined,
  );
}

export function directChannel(state: State, userId: string): ChannelRecord | undefined {
  return state.channels.find(({ kind, members }) => kind === 'direct' && members.has(userId));
}

export function openModals(state: State, userId: string): readonly ViewRecord[] {
  return state.modals.get(userId) ?? [];
}

function found<Thing>(thing: Thing | undefined, what: string, others: readonly string[]): Thing {
  if (thing === undefined) {
    throw new Error(`The workspace has no ${what}${others.length === 0 ? '' : `; it has ${others.join(', ')}`}.`);
  }
  return thing;
}
