import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

/** INC-1 with three items, one of them late, and INC-2 with one. */
async function openWithItems(room: Room): Promise<{ readonly first: Channel; readonly second: Channel }> {
  const ana = room.workspace.person('ana');
  const first = await declare(room);
  await ana.types('/incident action @ben prevent: Size the pool by 2024-05-08', first);
  await ana.types('/incident action @ben Alert on waits by 2024-05-20', first);
  await ana.types('/incident action @dba Tune the indexes by 2024-05-21', first);
  const second = await declare(room, 'Mail is late');
  await ana.types('/incident action Write a runbook by 2024-05-30', second);
  await room.pass(2 * DAY);
  return { first, second };
}

describe('/incident mine', () => {
  it('lists what is mine and my groups’ over all incidents, what is overdue first', async () => {
    const room = await openRoom();
    await openWithItems(room);

    const mine = await room.workspace.person('ben').types('/incident mine', 'general');

    console.log(mine.text);
    expect(mine.text).toContain('Your action items: 3 open, 1 overdue');
    expect(mine.text).toMatch(/Size the pool.*Alert on waits.*Tune the indexes/su);
    expect(mine.text).not.toContain('Write a runbook');
  });
});

describe('/incident actions', () => {
  it('lists those of the incident in its channel, of all elsewhere', async () => {
    const room = await openRoom();
    const { first } = await openWithItems(room);
    const ana = room.workspace.person('ana');

    const here = await ana.types('/incident actions', first);
    const all = await ana.types('/incident actions', 'general');

    console.log(here.text, '\n----\n', all.text);
    expect(here.text).not.toContain('Write a runbook');
    expect(all.text).toContain('Write a runbook');
    expect((await ana.types('/incident actions overdue @ben INC-1', 'general')).text).toContain('1 overdue');
    const edit = await ana.clicks('Edit', here.messages[0], 'Alert on waits');
    console.log(edit.modal?.visibleText());
    console.log(edit.modal?.fields());
  });
});
