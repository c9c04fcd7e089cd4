import { addChannel } from './effects/create-channel.ts';
import { personByName } from './state/find.ts';
import type { ChannelRecord, GroupRecord } from './state/records.ts';
import type { State } from './state/state.ts';

export interface NewPerson {
  readonly name: string;
  readonly realName?: string;
  readonly timeZone?: string;
  readonly locale?: string | null;
  readonly isDeactivated?: boolean;
  readonly isBot?: boolean;
}

export interface NewGroup {
  readonly handle: string;
  readonly members: readonly string[];
}

export interface NewRoom {
  readonly name: string;
  readonly members?: readonly string[];
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
}

/** What a workspace holds before anything happens in it. */
export interface Furniture {
  readonly people?: readonly NewPerson[];
  readonly groups?: readonly NewGroup[];
  readonly channels?: readonly NewRoom[];
}

export function furnish(state: State, { people = [], groups = [], channels = [] }: Furniture): void {
  for (const person of people) {
    addPerson(state, person);
  }
  for (const group of groups) {
    addGroup(state, group);
  }
  for (const channel of channels) {
    addRoom(state, channel);
  }
}

export function addPerson(
  state: State,
  { name, realName = name, timeZone = 'UTC', locale = 'en-US', isDeactivated = false, isBot = false }: NewPerson,
): void {
  state.people.push({ id: state.ids.next('U'), name, realName, timeZone, locale, isDeactivated, isBot });
}

export function addGroup(state: State, { handle, members }: NewGroup): GroupRecord {
  const group = { id: state.ids.next('S'), handle, members: idsOf(state, members), isDisabled: false };
  state.groups.push(group);
  return group;
}

export function addRoom(
  state: State,
  { name, members = [], isPrivate = false, isArchived = false }: NewRoom,
): ChannelRecord {
  const ids = idsOf(state, members);
  const creator = ids[0] ?? state.bot.userId;
  return addChannel(state, { name, kind: isPrivate ? 'private' : 'public', creator, members: ids, isArchived });
}

export function idsOf(state: State, names: readonly string[]): readonly string[] {
  return names.map((name) => personByName(state, name).id);
}
