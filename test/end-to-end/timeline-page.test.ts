import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../src/domain/time.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { deleteAsAdministrator } from '../support/delete-as-administrator.ts';
import type { Room } from '../support/open-room.ts';
import { only, withEvents } from '../support/with-events.ts';

const CHANNEL = 'inc-1-booking-is-down';

async function pageOf(room: Room, name = 'ana', command = '/incident timeline'): Promise<Message> {
  return only(await room.workspace.person(name).types(command, CHANNEL));
}

describe('the timeline', () => {
  it('stands by day, newest last, with dates, emoji and a link to each message', async () => {
    const { room, channel, ana } = await withEvents('yesterday 23:50 first', '00:10 mitigation: second');
    const message = ana.says('third', channel);
    ana.reactsWith('bulb', message);
    await room.settle();

    const page = await pageOf(room);
    const lines = page.visibleText().split('\n');
    const at = (words: string) => lines.findIndex((line) => line.includes(words));

    expect(at('2024-05-06')).toBeGreaterThan(0);
    expect([at('2024-05-06'), at('first'), at('2024-05-07'), at('second'), at('third')]).toEqual(
      [at('2024-05-06'), at('first'), at('2024-05-07'), at('second'), at('third')].sort((a, b) => a - b),
    );
    expect(lines.filter((line) => line === '*2024-05-07*')).toHaveLength(1);
    expect(lines[at('second')]).toMatch(/^🚧 .*\*mitigation\*: second — ana · message$/u);
    expect(JSON.stringify(page.blocks)).toContain(`/archives/${channel.id}/p${message.ts.replace('.', '')}`);
  });

  it('parts the days where the reader lives, and lets Slack show each reader their own clock', async () => {
    const { room } = await withEvents('02:00 at night');
    room.workspace.person('ben').joins(CHANNEL);
    await room.settle();

    expect((await pageOf(room, 'ben')).visibleText()).toContain('*2024-05-06*');
    const { blocks } = await pageOf(room, 'ana');
    expect(JSON.stringify(blocks)).toContain(`<!date^${Date.parse('2024-05-07T02:00:00Z') / 1_000}^{time}|`);
  });

  it('turns its pages in place', async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => `event number ${index + 1}.`);
    const { room, channel, ana } = await withEvents(...numbers);
    const page = await pageOf(room);
    expect(page.visibleText()).toContain('event number 40.');
    expect(page.visibleText()).toContain('Page 3 of 3');
    const seen = ana.sees(channel).length;

    await ana.clicks('Earlier', page);
    await room.settle();
    expect(page.visibleText()).toContain('event number 20.');
    expect(page.visibleText()).not.toContain('event number 40.');
    await ana.clicks('Later', page);
    await room.settle();
    expect(page.visibleText()).toContain('event number 40.');
    expect(ana.sees(channel)).toHaveLength(seen);
  });

  it.each([
    ['🚧 mitigation', 'restarted', ['Declared', 'lunch']],
    ['🤖 automatic', 'Declared', ['restarted', 'lunch']],
    ['Everything', 'lunch', []],
  ])('shows of %s what there is', async (option, there, notThere) => {
    const { room, ana } = await withEvents('mitigation: restarted', 'lunch');
    const page = await pageOf(room);

    await ana.picks('🐟 misleading path', page);
    await room.settle();
    expect(page.visibleText()).toContain('Nothing of this kind yet.');
    await ana.picks(option, page);
    await room.settle();

    expect(page.visibleText()).toContain(there);
    for (const words of notThere) {
      expect(page.visibleText()).not.toContain(words);
    }
  });

  it('is asked for one kind by its name, and says which there are', async () => {
    const { room, ana } = await withEvents('mitigation: restarted', 'lunch');

    expect((await pageOf(room, 'ana', '/incident timeline Mitigation')).visibleText()).not.toContain('lunch');
    const refused = await ana.types('/incident timeline breakfast', CHANNEL);
    expect(refused.text).toContain('“breakfast” is no kind of event. There are detected, ');
  });

  it('lets an event be taken back and restored from its line, and shows it so at once', async () => {
    const { room, ana } = await withEvents('Rolled back', 'lunch');
    const page = await pageOf(room);

    await ana.picks('Retract', page, 'Rolled back');
    await room.settle();
    expect(page.visibleText()).toContain('~Rolled back~ _retracted_');
    await ana.picks('Restore', page, 'Rolled back');
    await room.settle();
    expect(page.visibleText()).not.toContain('retracted');
  });

  it('keeps its page and its filter when something is done to an event', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => `decision: number ${index + 1}.`);
    const { room, ana } = await withEvents(...numbers, 'lunch');
    const page = await pageOf(room, 'ana', '/incident timeline decision');
    await ana.clicks('Earlier', page);
    await room.settle();
    await ana.picks('Retract', page, 'number 3.');
    await room.settle();

    expect(page.visibleText()).toContain('~number 3.~');
    expect(page.visibleText()).toContain('Page 1 of 2');
    expect(page.visibleText()).not.toContain('lunch');
  });

  it('lets only people of the channel change it', async () => {
    const { room } = await withEvents('Rolled back');
    const ben = room.workspace.person('ben');
    ben.joins(CHANNEL);
    await room.settle();
    const page = await pageOf(room, 'ben');
    ben.leaves(CHANNEL);
    await room.settle();
    const refused = await ben.picks('Retract', page, 'Rolled back');
    await room.settle();

    expect(refused.text).toContain('Only people in the incident’s channel');
    expect((await pageOf(room)).visibleText()).not.toContain('retracted');
  });

  it('folds what nobody asks for', async () => {
    const { room, ana } = await withEvents();
    await ana.types('/incident action Write the runbook', CHANNEL);
    await ana.types('/incident action Test the pool', CHANNEL);
    await room.settle();

    expect((await pageOf(room)).visibleText()).toMatch(
      /🤖 .* ana joined; Action item: Write the runbook; Action item: Test the pool/u,
    );
  });

  it('keeps the order of what happened, and of recording where two things happened at one instant', async () => {
    const { room, ana } = await withEvents('13:00 second', '13:00 third', '12:00 first');
    await room.pass(DAY);
    await ana.types('/incident log 2024-05-07 13:00 fourth', CHANNEL);
    await room.pass(HOUR);

    expect((await pageOf(room)).visibleText()).toMatch(/first.*second.*third.*fourth.*Declared/su);
  });
});

describe('the quiet line of an event', () => {
  it('is one line, corrected in its place, and is where the event links to', async () => {
    const { room, channel, ana } = await withEvents('Roled back');
    const line = channel.message('Roled back');
    const before = channel.messages().length;
    const { modal } = await ana.picks('Edit…', await pageOf(room), 'Roled back');
    await ana.submits(modal, { text: 'Rolled back' });
    await room.settle();

    expect(line.visibleText()).toMatch(/^✏️ 📌 .*Rolled back/u);
    expect(channel.messages()).toHaveLength(before);
    expect(JSON.stringify((await pageOf(room)).blocks)).toContain(`p${line.ts.replace('.', '')}`);
  });

  it('is a message of its own for what the bot says anyway: the card, a call and its answer', async () => {
    const { room, channel, ana } = await withEvents();
    await ana.types('/incident escalate @mahari the pool is dry', channel);
    await room.settle();
    await room.workspace.person('mahari').types('/incident ack', channel);
    await room.settle();
    const linked = (words: string) => `p${channel.message(words).ts.replace('.', '')}`;

    const sections = (await pageOf(room)).blocks.map((block) => JSON.stringify(block));
    const section = (words: string) => sections.find((text) => text.includes(words));

    expect(section('*declared*')).toContain(linked('Declared 2024'));
    expect(section('*escalation*')).toContain(linked('is called by'));
    expect(section('*acknowledged*')).toContain(linked('is called by'));
  });

  it('is posted again where somebody deleted it and the event is corrected', async () => {
    const { room, channel, ana } = await withEvents('Roled back');
    deleteAsAdministrator(channel.message('Roled back'));
    const { modal } = await ana.picks('Edit…', await pageOf(room), 'Roled back');
    await ana.submits(modal, { text: 'Rolled back' });
    await room.settle();

    expect(channel.message('Rolled back').visibleText()).toMatch(/^✏️/u);
  });
});
