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

describe.each(engines)('a message that version 0.1 sent, on $name', (engine) => {
  it('has buttons that work after the migration, on the close and on the reminder', async () => {
    const { room, ben, onClose, overdue } = await upgrade(engine);

    expect((await ben.clicks('Done', onClose, WRITE)).text).toContain(`Done: ${WRITE}`);
    expect(await statuses(room)).toEqual({ [SIZE]: 'open', [WRITE]: 'done' });
    expect((await ben.clicks('Done', overdue)).text).toContain(`Done: ${SIZE}`);
    await room.settle();

    expect(await statuses(room)).toEqual({ [SIZE]: 'done', [WRITE]: 'done' });
    expect((await ben.clicks('Done', onClose, SIZE)).text).toMatch(/done/iu);
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

describe('a message sent before a restart', () => {
  it('has a button that works after it, on the assignment and on the reminder', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.types(`/incident action @ben ${SIZE} by 2024-05-09`, channel);
    await ana.types(`/incident action @ben ${WRITE} by 2024-05-09`, channel);
    await room.settle();
    const assigned = ben.directMessages().find((message) => message.visibleText().includes(SIZE));
    await room.pass(2 * DAY);
    const digest = ben.directMessages().at(-1);
    if (assigned === undefined || digest === undefined) {
      throw new Error('ben was not told');
    }
    await room.restart();

    expect((await ben.clicks('Done', assigned)).text).toContain(`Done: ${SIZE}`);
    expect((await ben.clicks('Done', digest, WRITE)).text).toContain(`Done: ${WRITE}`);
    await room.settle();
    expect(await statuses(room)).toEqual({ [SIZE]: 'done', [WRITE]: 'done' });
  });
});
