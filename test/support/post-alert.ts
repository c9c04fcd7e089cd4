import type { Room } from './open-room.ts';

export const SECRET = 'correct horse battery staple'.replaceAll(' ', '-');

/** What `openRoom` needs, so that the hook of that name has the secret. */
export const hookSecrets: ReadonlyMap<string, string> = new Map([['ON_CALL', SECRET]]);

export interface AlertAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Posts as a monitoring system does, and waits until both sides are done with it. */
export async function postAlert(room: Room, payload: unknown, name = 'on-call'): Promise<AlertAnswer> {
  const response = await fetch(`${room.bot.address}/hooks/alerts/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
  const answer = { status: response.status, body: await response.json() };
  await room.settle();
  return answer;
}
