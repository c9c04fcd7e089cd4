import type { EscalationPolicy, Step } from '../../src/domain/escalation/escalation-policy.ts';
import type { Target } from '../../src/domain/escalation/target.ts';
import { channelId, groupId, personId } from '../../src/domain/ids.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { declare } from './declare.ts';
import { openRoom, type Room, type RoomOptions } from './open-room.ts';

/** A room whose policy calls for every severity, a step each of these: `@ana`, `@dba` for a group, `#general`, `pager`. */
export async function openRoomCalling(
  steps: readonly (readonly string[])[],
  options: RoomOptions & { readonly rounds?: number; readonly contacts?: readonly string[] } = {},
): Promise<Room> {
  const room = await openRoom(options);
  const { rounds = 3, contacts = [] } = options;
  const policy: EscalationPolicy = {
    name: 'database',
    severities: ['SEV1', 'SEV2', 'SEV3', 'SEV4'],
    steps: steps.map((names): Step => ({ targets: names.map((name) => targetOf(room, name)), waitMinutes: 5 })),
    workingHours: undefined,
    rounds,
    contacts,
  };
  await room.restart({ escalationPolicies: [policy], ...options.policy } satisfies Partial<Policy>);
  await room.settle();
  return room;
}

const GROUPS = ['dba', 'nobody'];

function targetOf({ workspace }: Room, name: string): Target {
  const plain = name.slice(1);
  if (name.startsWith('#')) {
    return { kind: 'channel', id: channelId(workspace.channel(plain).id), name: plain };
  }
  if (!name.startsWith('@')) {
    return { kind: 'webhook', name };
  }
  return GROUPS.includes(plain)
    ? { kind: 'group', id: groupId(workspace.groupId(plain)), handle: plain }
    : { kind: 'person', id: personId(workspace.person(plain).id) };
}

/** Ana declares and calls by the policy, and Ben, who is in its first step, is on it. */
export async function answeredByBen(
  room: Room,
  title?: string,
): Promise<{ readonly channel: Channel; readonly ben: Person; readonly call: Message }> {
  const channel = await declare(room, title);
  const ben = room.workspace.person('ben');
  await room.workspace.person('ana').types('/incident escalate', channel);
  await room.settle();
  const call = ben.directMessages()[0] ?? channel.message('INC');
  await ben.clicks('I’m on it', call);
  return { channel, ben, call };
}

/** The direct messages that somebody got from the bot. */
export function toldTo(room: Room, name: string): readonly string[] {
  return room.workspace
    .person(name)
    .directMessages()
    .map((message) => message.visibleText());
}

/** Those that call them. */
export function callsTo(room: Room, name: string): readonly string[] {
  return toldTo(room, name).filter((text) => text.includes('calls you to'));
}
