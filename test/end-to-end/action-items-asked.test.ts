import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/policy.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type RoomOptions } from '../support/open-room.ts';

const NEW_ITEMS = '🗒️ More action items, one a line';

async function openWithIncident(options: RoomOptions = {}, title = 'sev1 Booking is down') {
  const room = await openRoom(options);
  const channel = await declare(room, title);
  return { room, channel, ana: room.workspace.person('ana'), ben: room.workspace.person('ben') };
}

/** What somebody was asked of items that say nothing of their end. */
function questions(person: Person, channel: Channel): readonly Message[] {
  const told = person.sees(channel).filter(({ ephemeralFor }) => ephemeralFor === person.name);
  return told.filter((message) => message.buttons().some(({ text }) => text === 'Done when…'));
}

describe('whoever makes an item that prevents or detects', () => {
  it('is asked after the card’s form how one will see that it is done, and can say it', async () => {
    const { room, channel, ana, ben } = await openWithIncident();
    const { modal } = await ana.clicks('Action item', channel.pins()[0] as Message);
    await ana.submits(modal, { title: 'Watch <the> pool', kind: 'detect', owner: 'ben' });
    await room.settle();

    const [question, ...others] = questions(ana, channel) as [Message];
    expect(others).toEqual([]);
    expect(questions(ben, channel)).toEqual([]);
    expect(question.visibleText()).toContain(
      '*Watch <the> pool*\n💡 How will one see that it is done? For example: “alert when ___ > ___”',
    );
    await ana.submits((await ana.clicks('Done when…', question)).modal, { 'done-when': 'waits are under 100 ms' });
    await room.settle();
    expect(channel.message('Action item: ').visibleText()).toContain('done when waits are under 100 ms');
  });

  it('is asked nothing where the form says it, and nothing of other kinds', async () => {
    const { room, channel, ana } = await openWithIncident();
    for (const said of [{ kind: 'prevent', 'done-when': 'waits are under 100 ms' }, { kind: 'process' }]) {
      const { modal } = await ana.clicks('Action item', channel.pins()[0] as Message);
      await ana.submits(modal, { title: 'Call the bank', ...said });
    }
    await room.settle();
    expect(questions(ana, channel)).toEqual([]);
  });

  it('is asked after the shortcut’s form', async () => {
    const { room, channel, ana } = await openWithIncident();
    const { modal } = await ana.uses('Create action item', ana.says('Size the pool', channel));
    await ana.submits(modal, { kind: 'prevent' });
    await room.settle();
    expect(questions(ana, channel).map((question) => question.visibleText())).toEqual([
      expect.stringContaining('“___ fails before the release when ___”'),
    ]);
  });

  it('is asked by the answer alone after a command', async () => {
    const { room, channel, ana } = await openWithIncident();
    const { messages } = await ana.types('/incident action detect: Watch the pool', channel);
    await room.settle();
    expect(questions(ana, channel)).toHaveLength(1);
    expect(messages[0]?.visibleText()).toContain('How will one see that it is done?');
  });

  it('reads of it among what its items lack as they close the incident, and is not asked twice', async () => {
    const { room, channel, ana } = await openWithIncident();
    await ana.types('/incident action @ben prevent: Size the pool by 2024-05-10', channel);
    await ana.types('/incident action @ben process: Call the bank by 2024-05-10', channel);
    await ana.types('/incident resolve', channel);
    const next = await ana.submits((await ana.types('/incident close', channel)).modal, {});
    await ana.submits(next.modal, { [NEW_ITEMS]: 'detect: Watch the pool by 2024-05-14\nTest the pool' });
    await room.settle();

    const closed = ana.sees(channel).findLast((message) => message.visibleText().includes('INC-1 is closed.'));
    expect(closed?.visibleText()).toContain('• Size the pool · _no “done when”_');
    expect(closed?.visibleText()).toContain('• Watch the pool · _no owner and no “done when”_');
    expect(closed?.visibleText()).not.toContain('Call the bank');
    expect(questions(ana, channel).filter((question) => question.visibleText().includes('Watch'))).toEqual([]);
  });
});

describe('whoever makes an item by reaction', () => {
  it('is asked how one will see that it is done where its words do not say', async () => {
    const { room, channel, ana, ben } = await openWithIncident();
    ben.joins(channel);
    ben.reactsWith('clipboard', ana.says('Improve monitoring', channel));
    await room.settle();
    ben.reactsWith('clipboard', ana.says('Rotate the keys of the pool', channel));
    await room.settle();

    expect(questions(ben, channel).map((question) => question.visibleText())).toEqual([
      expect.stringContaining('*Improve monitoring*\n💡 It is hard to see when this is done.'),
    ]);
    expect(questions(ana, channel)).toEqual([]);
  });
});

describe('the form of a new item', () => {
  const hintWith = async (dueDays: object, dueDaysByKind: object) => {
    const actionItems = { ...defaultPolicy.actionItems, dueDays, dueDaysByKind } as typeof defaultPolicy.actionItems;
    const { room, channel, ana } = await openWithIncident({ policy: { actionItems } });
    const { modal } = await ana.clicks('Action item', channel.pins()[0] as Message);
    await ana.submits(modal, { title: 'Size the pool', kind: 'mitigate' });
    await room.settle();
    return [modal?.visibleText() ?? '', (await ana.types('/incident actions', channel)).text] as const;
  };

  it('says of which kinds the policy has another due date, and gives it to them', async () => {
    const [hint, listed] = await hintWith({ SEV1: 15 }, { mitigate: { SEV1: 6 }, detect: { SEV1: 15, SEV2: 3 } });
    expect(hint).toContain('Left empty: in 15 days (mitigate: in 6 days), as the policy has it.');
    expect(listed).toContain('due Mon 13 May 2024');
  });

  it('says so where the policy has one for kinds alone', async () => {
    const [hint, listed] = await hintWith({}, { mitigate: { SEV1: 6 }, prevent: { SEV1: 1 } });
    expect(hint).toContain('Left empty: no due date (mitigate: in 6 days, prevent: in 1 day), as the policy has it.');
    expect(listed).toContain('due Mon 13 May 2024');
  });

  it('says nothing where the policy has none of that severity', async () => {
    const [hint, listed] = await hintWith({ SEV2: 15 }, { mitigate: { SEV2: 6 } });
    expect(hint).not.toContain('Left empty');
    expect(listed).toContain('no due date yet');
  });
});

describe('an item of somebody who is away', () => {
  it('is answered with when they are reminded, until they are back', async () => {
    const { room, channel, ana, ben } = await openWithIncident();
    const status = { text: 'Vacationing', emoji: ':palm_tree:', until: '2024-05-27T04:00:00.000Z' as never };
    room.workspace.changePerson('ben', { status });
    await room.settle();
    expect((await ana.types('/incident action @ben Size the pool by 2024-05-30', channel)).text).toContain(
      '@ben is told now, and reminded once they are back: their status says away until 2024-05-27 04:00 UTC.',
    );
    await room.settle();
    expect(ben.directMessages()).toHaveLength(1);

    room.clock.set('2024-05-27T05:00:00.000Z' as never);
    await room.settle();
    expect((await ana.types('/incident action @ben Watch the pool by 2024-05-30', channel)).text).toContain(
      '@ben is told now, and reminded until it is done.',
    );
  });
});
