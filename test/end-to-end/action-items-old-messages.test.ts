import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../src/domain/time.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { declare } from '../support/declare.ts';
import { askDatabase, engines } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { returnToVersion01 } from '../support/version-0-1/return-to-version.ts';

const [SIZE, WRITE] = ['Size the pool', 'Write down who to call'];

interface Upgraded {
  readonly room: Room;
  readonly ben: Person;
  readonly onClose: Message;
  readonly overdue: Message;
}

/** It is Friday, 11:00 where ben is, when the bot starts with this version on what version 0.1 left. */
async function upgrade(engine: (typeof engines)[number]): Promise<Upgraded> {
  const room = await openRoom({ engine });
  await declare(room);
  const messages = await returnToVersion01(room);
  room.clock.advance(3 * DAY + HOUR);
  await room.restart();
  await room.settle();
  return { room, ben: room.workspace.person('ben'), ...messages };
}

async function statuses(room: Room): Promise<Readonly<Record<string, unknown>>> {
  const rows = await askDatabase(room.config.databaseUrl, 'select title, status from action_item');
  return Object.fromEntries(rows.map(({ title, status }) => [title, status]));
}

describe.each(engines)('a message that version 0.1 sent, on $name', { timeout: 60_000 }, (engine) => {
  it('has buttons that work after the migration, on the close and on the reminder', async () => {
    const { room, ben, onClose, overdue } = await upgrade(engine);

    const done = await ben.clicks('Done', onClose, WRITE);
    await room.settle();
    expect(done.text).toContain(`Done: ${WRITE}`);
    expect(await statuses(room)).toEqual({ [SIZE]: 'open', [WRITE]: 'done' });
    const late = await ben.clicks('Done', overdue);
    await room.settle();
    expect(late.text).toContain(`Done: ${SIZE}`);

    expect(await statuses(room)).toEqual({ [SIZE]: 'done', [WRITE]: 'done' });
    const again = await ben.clicks('Done', onClose, SIZE);
    await room.settle();
    expect(again.text).toContain(`“${SIZE}” was marked as done by @ben`);
  });

  it('is not sent again: its reader goes on with the reminders of this version', async () => {
    const { room, ben } = await upgrade(engine);
    const sent = ben.directMessages().slice(2);

    expect(sent).toHaveLength(1);
    expect(sent[0]?.visibleText()).toContain(SIZE);
    expect(sent[0]?.visibleText()).toContain(WRITE);
    await room.pass(2 * DAY);
    expect(ben.directMessages()).toHaveLength(3);
  });
});
