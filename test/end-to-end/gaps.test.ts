import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { engines } from '../support/engines.ts';
import { openRoom, type Room, type RoomOptions } from '../support/open-room.ts';
import { only } from '../support/with-events.ts';

const kept = { transcript: { isKept: true, retentionDays: 90 } };

/** Declared at 14:00 and resolved at 14:50; between them nobody has put anything on the timeline. */
async function silent(options: RoomOptions = {}) {
  const room = await openRoom(options);
  const channel = await declare(room, 'sev1 Booking is down');
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins(channel);
  const root = ana.says('Who is on it?', channel);
  await room.pass(10 * MINUTE);
  const thanks = ana.says('thanks', channel);
  await room.pass(10 * MINUTE);
  const rollback = ben.says('I rolled back to 41 https://ci.example.com/41', channel);
  const reply = ben.says('looks like <the> pool', channel, { thread: root });
  room.workspace.postAs('Deploys', channel, 'Deployed 41: https://ci.example.com/41');
  ana.says('@faultline help', channel);
  room.workspace.person('robot').joins(channel);
  room.workspace.person('robot').says('restarted the deploy queue', channel);
  room.workspace.person('mahari').joins(channel);
  await room.pass(30 * MINUTE);
  await ana.types('/incident resolve', channel);
  await room.settle();
  return { room, channel, ana, ben, thanks, rollback, reply };
}

async function look(room: Room, channel: Channel, name = 'ana'): Promise<Message> {
  const person = room.workspace.person(name);
  const panel = only(await person.types('/incident postmortem', channel));
  await person.clicks('What happened then?', panel);
  await room.settle();
  return person.sees(channel).at(-1) as Message;
}

/** The beginning of each message that is listed, in its order. */
function listed(list: Message): readonly string[] {
  return list.visibleText().match(/(?<=^.{10} \d\d:\d\d UTC \*)\w+\*: \w+ \w+/gmu) ?? [];
}

async function timeline(room: Room, channel: Channel): Promise<string> {
  return only(await room.workspace.person('ana').types('/incident timeline', channel)).visibleText();
}

describe.each(engines)('a gap in the timeline on $name', (engine) => {
  it.each([
    ['what was kept', kept],
    ['what stands in the channel', {}],
  ])(
    'is listed from %s, threads too, the most telling first, without apps, commands and comings',
    async (_, policy) => {
      const { room, channel, reply } = await silent({ engine, policy });
      const list = await look(room, channel);

      expect(list.ephemeralFor).toBe('ana');
      expect(list.visibleText()).toContain('What happened from 2024-05-07 14:00 UTC to 2024-05-07 14:50 UTC, 50 min?');
      expect(listed(list)).toEqual(['ben*: I rolled', 'ben*: looks like']);
      expect(list.visibleText()).toContain('*ana*: thanks');
      expect(list.visibleText()).toContain('_says “rolled back” · has a number, a link_');
      expect(list.visibleText()).not.toMatch(/Deployed|help|joined|queue/u);
      expect(JSON.stringify(list.blocks)).toContain(`p${reply.ts.replace('.', '')}?thread_ts=`);
    },
  );
});

describe('a message of a gap', () => {
  it('is added by one press with its own time, as a reaction would, and closes the gap', async () => {
    const { room, channel, ana, rollback } = await silent();
    const list = await look(room, channel);
    await ana.clicks('Add', list, 'rolled back');
    await room.settle();

    expect(await timeline(room, channel)).toContain('📌 2024-05-07 14:20 UTC I rolled back to 41');
    expect(await timeline(room, channel)).toContain('— ben · message');
    expect(rollback.reactions.map(({ name }) => name)).toEqual(['memo']);
    expect(list.visibleText()).toContain('✅ This gap is closed');
    expect(list.visibleText()).toContain('_✅ added_');
    expect(only(await ana.types('/incident postmortem', channel)).visibleText()).not.toContain('silent');
  });

  it('follows its edits, and is whoever’s who added it', async () => {
    const { room, channel, ana, ben, rollback } = await silent();
    await ana.clicks('Add', await look(room, channel), 'rolled back');
    await room.settle();
    ben.edits(rollback, 'I rolled back to 40');
    ben.reactsWith('construction', rollback);
    await room.settle();

    expect(await timeline(room, channel)).toContain(
      '*mitigation*: I rolled back to 40 — ben _(message edited since)_ · message · tagged by ana, ben',
    );
  });

  it('stands once, whoever presses how often, and can be edited where it stood', async () => {
    const { room, channel, ana, ben } = await silent();
    const [list, bens] = [await look(room, channel), await look(room, channel, 'ben')];
    await Promise.all([
      ana.clicks('Add', list, 'rolled'),
      ana.clicks('Add', list, 'rolled'),
      ben.clicks('Add', bens, 'rolled'),
    ]);
    await room.settle();

    expect((await timeline(room, channel)).match(/rolled back/gu)).toHaveLength(1);
    const { modal } = await ana.clicks('Edit', list, 'rolled back');
    await ana.submits(modal, { kind: 'mitigation' });
    await room.settle();
    expect(await timeline(room, channel)).toContain('*mitigation*: I rolled back to 41');
  });

  it('stays what somebody made of it while the list was open', async () => {
    const { room, channel, ana, ben, rollback } = await silent();
    const list = await look(room, channel);
    ben.reactsWith('construction', rollback);
    await room.settle();
    await ana.clicks('Add', list, 'rolled back');
    await room.settle();

    expect(await timeline(room, channel)).toContain('*mitigation*: I rolled back to 41');
    expect(await timeline(room, channel)).not.toContain('tagged by');
    expect(list.visibleText()).toContain('_✅ added_');
  });

  it('that was taken back says so, and comes back as what it was', async () => {
    const { room, channel, ana, ben, rollback } = await silent();
    ben.reactsWith('construction', rollback);
    await room.settle();
    ben.takesBack('construction', rollback);
    await room.settle();
    const list = await look(room, channel);
    expect(list.visibleText()).toContain('_was taken back_');
    await ana.clicks('Add', list, 'rolled back');
    await room.settle();

    expect(await timeline(room, channel)).toContain('*mitigation*: I rolled back to 41');
  });
});

describe('the list of a gap', () => {
  it('says what is silent still, and what else there is to do once all is added', async () => {
    const room = await openRoom();
    const channel = await declare(room, 'sev1 Booking is down');
    const ana = room.workspace.person('ana');
    await room.pass(40 * MINUTE);
    ana.says('calling the vendor', channel);
    await room.pass(45 * MINUTE);
    await ana.types('/incident resolve', channel);
    await room.settle();
    const list = await look(room, channel);
    await ana.clicks('Add', list);
    await room.settle();

    expect(list.visibleText()).toContain(
      'All that was written then is on the timeline. Still silent: from 2024-05-07 14:00 UTC to 2024-05-07 14:40 UTC, 40 min; ' +
        'from 2024-05-07 14:40 UTC to 2024-05-07 15:25 UTC, 45 min. If people waited, or worked elsewhere, say so:',
    );
  });

  it('is turned page by page in its place, and stays on its page while messages are added', async () => {
    const room = await openRoom();
    const channel = await declare(room, 'sev1 Booking is down');
    const ana = room.workspace.person('ana');
    await room.pass(10 * MINUTE);
    for (let count = 1; count <= 20; count++) {
      ana.says(`restarted node ${count}.`, channel);
    }
    await room.pass(40 * MINUTE);
    await ana.types('/incident resolve', channel);
    await room.settle();
    const list = await look(room, channel);
    const seen = ana.sees(channel).length;
    expect(list.visibleText()).toContain('Page 1 of 3');
    await ana.clicks('More', list);
    await room.settle();
    await ana.clicks('Add', list, 'node 12.');
    await room.settle();

    expect(list.visibleText()).toContain('Page 2 of 3');
    expect(list.visibleText()).toMatch(/node 9\.[\s\S]*node 12\. · message\n_✅ added_[\s\S]*node 16\./u);
    expect(ana.sees(channel)).toHaveLength(seen);
    await ana.clicks('Back', list);
    await room.settle();
    expect(list.visibleText()).toContain('node 1.');
  });

  it('puts first what many reacted to and what has a file, among messages without telling words', async () => {
    const { room, channel, ana, ben, thanks } = await silent({ policy: kept });
    ana.reactsWith('heart', thanks);
    ben.reactsWith('heart', thanks);
    await room.settle();
    expect((await look(room, channel)).visibleText()).toMatch(/\*ana\*: thanks · message\n_has 2 reactions_/u);
  });

  it('of a closed incident has its canvas follow, without new files', async () => {
    const { room, channel, ana } = await silent();
    await closes(ana, channel);
    await room.settle();
    await ana.clicks('What happened then?', channel.message('Postmortem draft'));
    await room.settle();
    const list = ana.sees(channel).at(-1) as Message;
    await ana.clicks('Add', list, 'rolled back');
    await room.pass(MINUTE);

    expect(channel.canvases()).toMatchObject([{ markdown: expect.stringContaining('I rolled back to 41') }]);
    expect(channel.files().filter(({ name }) => name.endsWith('.md'))).toHaveLength(1);
  });

  it('of a private incident is for those only who are in its channel still', async () => {
    const room = await openRoom();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.submits((await ana.uses('Start an incident')).modal, {
      title: 'Leak',
      severity: 'SEV1',
      private: 'private',
    });
    await room.settle();
    const channel = room.workspace.channel('inc-1-leak');
    ana.invites('ben', channel);
    await room.pass(20 * MINUTE);
    ana.says('rotated the key', channel);
    await room.pass(20 * MINUTE);
    await ana.types('/incident resolve', channel);
    const panel = only(await ben.types('/incident postmortem', channel));
    room.workspace.fails('conversations.history', { kind: 'status', status: 503 });
    await ben.clicks('What happened then?', panel);
    ben.leaves(channel);
    await room.pass(HOUR);

    expect(ben.directMessages()).toEqual([]);
    expect((await look(room, channel)).visibleText()).toContain('rotated the key');
  });

  it('says plainly that it can read nothing where the bot was removed, unless something was kept', async () => {
    const { room, channel, ana } = await silent();
    const panel = only(await ana.types('/incident postmortem', channel));
    ana.removes('faultline', channel);
    await room.settle();
    await ana.clicks('What happened then?', panel);
    await room.settle();

    expect(ana.sees(channel).at(-1)?.visibleText()).toContain(
      'I cannot read this channel, as I am not in it, and nothing of it was kept. Invite me and press the button again.',
    );
  });

  it('lists what was kept where the bot was removed', async () => {
    const { room, channel, ana } = await silent({ policy: kept });
    const panel = only(await ana.types('/incident postmortem', channel));
    ana.removes('faultline', channel);
    await room.settle();
    await ana.clicks('What happened then?', panel);
    await room.settle();

    expect(ana.sees(channel).at(-1)?.visibleText()).toContain('I rolled back to 41');
  });
});
