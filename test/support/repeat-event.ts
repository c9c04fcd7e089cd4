import { expect } from 'vitest';
import { signRequest } from '../../src/sandbox/signature.ts';
import type { Room } from './open-room.ts';

/** Slack delivers the first event of that type once more, as late as it may where it missed the answer. */
export async function repeatEvent(room: Room, type: string): Promise<void> {
  const events = room.workspace.record.deliveries.map(({ payload }) => payload);
  const first = events.find(({ event }) => (event as { readonly type: string } | undefined)?.type === type);
  const body = JSON.stringify(first ?? expect.unreachable(`there was no event ${type}`));
  const response = await fetch(`${room.bot.address}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-retry-num': '3',
      'x-slack-retry-reason': 'http_timeout',
      ...signRequest(room.workspace.signingSecret, body),
    },
    body,
  });
  expect(response.status).toBe(200);
  await room.settle();
}
