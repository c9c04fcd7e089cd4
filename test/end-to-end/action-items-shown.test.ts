import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/people/message.ts';
import { labelsOf, openItemRoom, toldTo } from '../support/item-room.ts';
import { asked, askForReview, closeIncident, panel } from '../support/review-room.ts';

describe('the card of an incident', () => {
  it('counts its action items, and follows each', async () => {
    const { room, channel, ana, ben } = await openItemRoom();
    const card = channel.pins()[0] as Message;
    expect(card.visibleText()).toContain('🗒️ 1 action item: 1 open\n');
    await ana.types('/incident action Watch the pool', channel);
    await ana.types('/incident action Test the pool', channel);
    await room.settle();
    expect(card.visibleText()).toContain('🗒️ 3 action items: 3 open, 2 without an owner\n');

    await ana.clicks('Take it', channel.message('Action item: Watch the pool'));
    await room.settle();
    expect(card.visibleText()).toContain('🗒️ 3 action items: 3 open, 1 without an owner\n');
    await ben.clicks('Done', toldTo(ben, 'Size the pool'));
    await room.settle();
    expect(card.visibleText()).toContain('🗒️ 3 action items: 2 open, 1 without an owner\n');
  });

  it('is drawn once where many change at once', async () => {
    const { room, channel, ana } = await openItemRoom();
    for (let count = 1; count < 8; count++) {
      await ana.types(`/incident action @ben Watch pool ${count}`, channel);
    }
    await room.settle();
    const card = channel.pins()[0] as Message;
    const drawings = () => room.workspace.record.calls.filter((call) => call.arguments.ts === card.ts).length;
    const before = drawings();
    room.workspace.changePerson('ben', { isDeactivated: true });
    await room.settle();

    expect(card.visibleText()).toContain('🗒️ 8 action items: 8 open, 8 without an owner\n');
    expect(drawings() - before).toBe(1);
  });

  it('does not come back for what becomes of an item after the end', async () => {
    const { room, channel, ben } = await openItemRoom();
    await closeIncident(room, channel);
    room.workspace.person('faultline').deletes(channel.pins()[0] as Message);
    const before = channel.messages().length;
    await ben.clicks('Done', toldTo(ben, 'Size the pool'));
    await room.settle();

    expect(channel.messages()).toHaveLength(before);
  });

  it('says nothing of them where there is none', async () => {
    const { channel } = await openItemRoom({}, '/incident list');
    expect(channel.pins()[0]?.visibleText()).not.toContain('action items');
  });
});

describe('what is posted of a postmortem once', () => {
  it('shows no item as it was then, and lists them as they are', async () => {
    const { room, channel, ana, ben, mahari } = await openItemRoom();
    await closeIncident(room, channel);
    const draft = channel.message('Postmortem draft of INC-1');
    expect(draft.visibleText()).toContain('*Action items*: 1 when this was written.');
    await askForReview({ room, channel, ana, ben, mahari }, { reviewers: ['ben'] });
    await ben.clicks('Done', toldTo(ben, 'An action item of'));
    await room.settle();

    for (const message of [draft, asked(ben)]) {
      expect(message.visibleText()).not.toContain('• Size the pool');
      const listed = await ben.clicks('Show action items', message);
      await room.settle();
      expect(listed.text).toContain('Action items of INC-1: 1 in all');
      expect(listed.text).toContain('✅ done by @ben');
    }
  });
});

describe('the panel of a postmortem', () => {
  it('has a button that adds an action item, whatever the check finds', async () => {
    const { room, channel, ana, ben, mahari } = await openItemRoom();
    const at = { room, channel, ana, ben, mahari };
    expect(labelsOf(await panel(at))).toContain('Action item');
    await closeIncident(room, channel);
    await ana.submits((await ana.clicks('Action item', await panel(at))).modal, { title: 'Watch the pool' });
    await room.settle();
    expect(channel.message('Action item: Watch the pool').visibleText()).toContain('no owner yet');
  });
});

describe('the line of an action item that nobody owns', () => {
  it('can be taken, given to somebody, and edited there, until somebody owns it', async () => {
    const { room, channel, ana, ben } = await openItemRoom();
    ana.reactsWith('clipboard', ana.says('Rotate the keys', channel));
    await room.settle();
    const line = channel.message('Action item: Rotate the keys');
    expect(labelsOf(line)).toEqual(['Take it', 'Give it to…', 'Edit']);
    expect((await ana.clicks('Edit', line)).modal?.field('title').value).toBe('Rotate the keys');
    await ana.submits((await ana.clicks('Give it to…', line)).modal, { person: 'ben' });
    await room.settle();

    expect(line.visibleText()).toContain('Rotate the keys · @ben');
    expect(labelsOf(line)).toEqual([]);
    await ben.submits((await ben.clicks('Not me', toldTo(ben, 'Rotate the keys'))).modal, { reason: 'On leave' });
    await room.settle();
    await ben.clicks('Take it', line);
    await room.settle();
    expect(line.visibleText()).toContain('Rotate the keys · @ben');
  });
});

describe('the line of an action item', () => {
  it('says how urgent it is, and leads to the message that it came from', async () => {
    const { room, channel, ana } = await openItemRoom(
      {},
      '/incident action @ben P1 detect: Watch the pool by 2024-05-10',
    );
    expect(channel.message('Watch the pool').visibleText()).toContain('Action item: *P1* *detect*: Watch the pool');
    await ana.types('/incident action @ben P0 Test the pool by 2024-05-10', channel);
    const source = ana.says('Rotate the keys', channel);
    ana.reactsWith('clipboard', source);
    await room.settle();
    expect(channel.message('Test the pool').visibleText()).toContain('Action item: *P0*: Test the pool');
    expect(textOf(channel.message('Action item: Rotate the keys'))).toMatch(linkTo(source));
  });
});

describe('the notification of a message about one action item', () => {
  it('names it', async () => {
    const { room, channel, ana, ben } = await openItemRoom();
    const told = toldTo(ben, 'Size the pool');
    expect(told.text).toContain('is yours: Size the pool');
    await ben.submits((await ben.clicks('Not me', told)).modal, { reason: 'On leave' });
    await room.settle();
    expect(toldTo(ana, 'gave this action item back').text).toContain('“On leave”. It is: Size the pool');

    await ana.types('/incident action @nobody Watch the pool by 2024-05-10', channel);
    await room.settle();
    expect(toldTo(ana, 'I can reach nobody').text).toContain('Give it to somebody else: Watch the pool');
  });
});

describe('an action item of a group', () => {
  it('is listed with the group’s name among what is theirs, and can be accepted there', async () => {
    const { room, channel, ana, ben } = await openItemRoom();
    await ana.types('/incident action @dba Tune the indexes by 2024-05-20', channel);
    await room.settle();
    const [mine] = (await ben.types('/incident mine', 'general')).messages as [Message];
    expect(mine.visibleText()).toContain('*Tune the indexes*\n@dba · due Mon 20 May 2024');
    expect(mine.visibleText()).toContain('*Size the pool*\ndue Fri 10 May 2024');
    expect(labelsOf(mine).filter((label) => label === 'Accept')).toHaveLength(1);

    const accepted = await ben.clicks('Accept', mine);
    await room.settle();
    expect(accepted.text).toContain('It is yours: Tune the indexes.');
    expect(channel.message('Tune the indexes').visibleText()).toContain('Tune the indexes · @ben');
  });

  it('stands with the group’s name in each member’s reminder', async () => {
    const { room, ben, mahari } = await openItemRoom({}, '/incident action @dba Tune the indexes by 2024-05-09');
    room.clock.set('2024-05-09T06:00:00.000Z' as never);
    await room.settle();
    room.clock.set('2024-05-09T13:00:00.000Z' as never);
    await room.settle();
    for (const person of [ben, mahari]) {
      expect(toldTo(person, 'Your action items').visibleText()).toContain('@dba · *due today*');
    }
  });
});

function textOf(message: Message): string {
  return JSON.stringify(message.blocks);
}

function linkTo({ ts }: Message): RegExp {
  return new RegExp(`/archives/\\w+/p${ts.replace('.', '')}\\|message>`, 'u');
}
