import { expect, it, vi } from 'vitest';
import { type Instant, SECOND } from '../../src/domain/time.ts';
import { declare } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';

const MORNING = '2024-05-10T06:00:00.000Z' as Instant;

/** With a busy machine; the room's own clock stands still. */
const PATIENCE = 10_000;

it('a call goes out at once while 500 messages are due and Slack answers none of the first eight', async () => {
  const room = await openRoom();
  const channel = await declare(room);
  const ana = room.workspace.person('ana');
  await ana.types('/incident action @mahari Watch the pool by 2024-05-09', channel);
  await room.settle();
  const before = told(room, 'mahari').length;
  await tellSoOften(room, 500);
  room.workspace.fails('chat.postMessage', { kind: 'slow', milliseconds: 30 * SECOND, times: 8 });
  room.clock.set(MORNING);
  await vi.waitFor(() => expect(told(room, 'mahari')).toHaveLength(before + 8), PATIENCE);

  await ana.types('/incident escalate @ben the pool ran dry', channel);
  await vi.waitFor(() => expect(told(room, 'ben')).toEqual([expect.stringContaining('the pool ran dry')]), PATIENCE);

  expect(room.clock.now()).toBe(MORNING);
  expect(told(room, 'mahari')).toHaveLength(before + 8);

  room.clock.advance(30 * SECOND);
  await vi.waitFor(() => expect(told(room, 'mahari').length).toBeGreaterThan(before + 16), PATIENCE);
  expect(told(room, 'ben')).toHaveLength(1);
});

/** As if so many items had been given to the owner of the one that there is, to be told in the morning. */
async function tellSoOften(room: Room, count: number): Promise<void> {
  await askDatabase(
    room.config.databaseUrl,
    `insert into work (id, lane, kind, payload_json, run_at, is_urgent, attempts)
     with recursive copy (number) as (select 1 union all select number + 1 from copy where number < ${count})
     select work.id || copy.number, work.lane || copy.number, kind, payload_json, '${MORNING}', 0, 0
     from work, copy where kind = 'tell-assigned'`,
  );
}

function told(room: Room, name: string): readonly string[] {
  return room.workspace
    .person(name)
    .directMessages()
    .map((message) => message.visibleText());
}
