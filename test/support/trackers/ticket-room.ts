import { expect } from 'vitest';
import type { TrackerPolicy } from '../../../src/domain/policy.ts';
import type { Channel } from '../../../src/sandbox/people/channel.ts';
import { declare } from '../declare.ts';
import { openRoom, type Room, type RoomOptions, START } from '../open-room.ts';
import { type Github, startGithub } from './start-github.ts';
import { type Jira, startJira } from './start-jira.ts';
import type { Troubled } from './start-troubled.ts';
import { WEBHOOK_SECRET } from './tracker-room.ts';

export const TITLE = 'Size the pool';

/** What people read in a ticket. */
export interface SeenTicket {
  readonly title: unknown;
  readonly dueOn: unknown;
  readonly assignee: string | undefined;
  readonly isClosed: boolean;
}

export interface TicketRoom {
  readonly room: Room;
  readonly channel: Channel;
  readonly service: Troubled;
  readonly tickets: () => readonly SeenTicket[];
}

type Started = Pick<TicketRoom, 'service' | 'tickets'> & { readonly policy: TrackerPolicy };

type Clock = Parameters<typeof startGithub>[0];

const common = { create: 'always', labels: ['faultline'] } as const;

const starters = {
  async GitHub(clock: Clock): Promise<Started> {
    const service = await startGithub(clock);
    const policy = { ...common, format: 'github', repository: 'acme/infra', apiUrl: service.address } as const;
    return { service, policy, tickets: () => seenInGithub(service) };
  },
  async Jira(clock: Clock): Promise<Started> {
    const service = await startJira(clock);
    const policy = { ...common, format: 'jira', site: service.address, project: 'OPS', issueType: 'Task' } as const;
    return { service, policy, tickets: () => seenInJira(service) };
  },
};

export type TrackerName = keyof typeof starters;

export const trackerNames = Object.keys(starters) as TrackerName[];

const TOKENS: Readonly<Record<TrackerName, string>> = { GitHub: 'ghp_token', Jira: 'jira-token' };

/** A room whose policy makes a ticket of each item; `prepare` runs before the first is made. */
export async function openTicketRoom(name: TrackerName, options: RoomOptions = {}): Promise<TicketRoom> {
  const ticking = { now: () => START };
  const { policy, ...started } = await starters[name]({ now: () => ticking.now() });
  const room = await openRoom({
    ...options,
    policy: { ...options.policy, tracker: policy },
    trackerSecrets: {
      user: 'ana@example.com',
      token: TOKENS[name],
      webhookSecret: WEBHOOK_SECRET,
      ...options.trackerSecrets,
    },
  });
  ticking.now = () => room.clock.now();
  return { ...started, room, channel: await declare(room) };
}

/** Ben's item of Ana's. */
export async function makesItem({ room, channel }: Pick<TicketRoom, 'room' | 'channel'>): Promise<void> {
  await room.workspace.person('ana').types(`/incident action @ben prevent: ${TITLE} by 2024-05-10`, channel);
}

/** Ben presses in what he was told of his item last. */
export async function presses(room: Room, label: 'Done' | 'Reopen'): Promise<void> {
  const ben = room.workspace.person('ben');
  const told = ben.directMessages().findLast((message) => message.buttons().some(({ text }) => text === label));
  await ben.clicks(label, told ?? expect.unreachable(`Ben was told nothing to press ${label} in`));
}

/** Ana writes that into the form of her only item. */
export async function edits(room: Room, fields: Readonly<Record<string, string>>): Promise<void> {
  const ana = room.workspace.person('ana');
  const [list] = (await ana.types('/incident actions all', 'general')).messages;
  const { modal } = await ana.clicks('Edit', list ?? expect.unreachable('there is no list'));
  const { errors } = await ana.submits(modal, fields);
  expect(errors).toEqual({});
}

/** What Ana was told of failures of the tracker. */
export function failuresTold(room: Room): readonly string[] {
  const told = room.workspace
    .person('ana')
    .directMessages()
    .map((message) => message.visibleText());
  return told.filter((text) => text.startsWith('⚠️'));
}

function seenInGithub({ issues }: Github): readonly SeenTicket[] {
  return issues().map(({ title, body, assignees, state }) => ({
    title,
    dueOn: /\*\*Due:\*\* (\S+)/u.exec(body ?? '')?.[1],
    assignee: assignees[0]?.login,
    isClosed: state === 'closed',
  }));
}

function seenInJira({ issues }: Jira): readonly SeenTicket[] {
  return issues().map(({ fields: { summary, duedate, assignee }, status }) => ({
    title: summary,
    dueOn: duedate ?? undefined,
    assignee: (assignee as { readonly accountId: string } | null | undefined)?.accountId,
    isClosed: status === 'Done' || status === "Won't Do",
  }));
}
