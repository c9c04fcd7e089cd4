import { createHmac } from 'node:crypto';
import type { TrackerPolicy } from '../../../src/domain/policy.ts';
import type { Channel } from '../../../src/sandbox/people/channel.ts';
import type { Row } from '../ask-postgres.ts';
import { declare } from '../declare.ts';
import { askDatabase } from '../engines.ts';
import { openRoom, type Room, type RoomOptions } from '../open-room.ts';
import { type Github, startGithub } from './start-github.ts';

export const WEBHOOK_SECRET = 'a secret of sixteen or more'.replaceAll(' ', '-');

export type GithubPolicy = Extract<TrackerPolicy, { format: 'github' }>;

/** A room whose policy names a repository of a GitHub on this machine. */
export async function openGithubRoom(
  options: RoomOptions & { readonly create?: TrackerPolicy['create']; readonly repository?: string } = {},
): Promise<{ readonly room: Room; readonly github: Github; readonly channel: Channel }> {
  const ticking = { now: () => '2024-05-07T14:00:00.000Z' as ReturnType<Room['clock']['now']> };
  const github = await startGithub({ now: () => ticking.now() });
  const tracker: GithubPolicy = {
    format: 'github',
    repository: options.repository ?? 'acme/infra',
    apiUrl: github.address,
    create: options.create ?? 'on-demand',
    labels: ['faultline'],
  };
  const room = await openRoom({
    ...options,
    policy: { ...options.policy, tracker },
    trackerSecrets: { token: 'ghp_token', ...options.trackerSecrets },
  });
  ticking.now = () => room.clock.now();
  return { room, github, channel: await declare(room) };
}

/** What the tracker tells of its tickets, signed as GitHub signs. */
export async function hearsFromGithub(
  room: Room,
  event: { readonly action: string; readonly issue: object; readonly by?: string },
  secret = WEBHOOK_SECRET,
): Promise<number> {
  const body = JSON.stringify({
    action: event.action,
    issue: event.issue,
    repository: { full_name: 'acme/infra' },
    sender: { login: event.by ?? 'octocat' },
  });
  const response = await fetch(`${room.bot.address}/hooks/tracker`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'issues',
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
  });
  await room.settle();
  return response.status;
}

/** All items as they are kept, oldest first. */
export async function keptItems(room: Room): Promise<readonly Row[]> {
  return askDatabase(room.config.databaseUrl, 'select * from action_item order by id');
}

export async function changesOf(room: Room): Promise<readonly Row[]> {
  return askDatabase(room.config.databaseUrl, 'select * from action_item_change order by id');
}
