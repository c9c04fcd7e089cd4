import { describe, expect, it } from 'vitest';
import { declare, transcript } from '../support/declare.ts';
import { openRoom, START } from '../support/open-room.ts';

describe('declaring an incident', () => {
  it('opens a channel with a topic and a pinned card, and tells the declarer where to go, within a second', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');

    const answer = await ana.types('/incident start Booking is down', 'general');
    await room.settle();

    expect(room.clock.now()).toBe(START);
    expect(answer.failed).toBeUndefined();
    expect(answer.text).toContain('*INC-1* Booking is down: go to #inc-1-booking-is-down.');
    const channel = room.workspace.channel('inc-1-booking-is-down');
    expect(channel.members()).toEqual(['faultline', 'ana']);
    expect(channel.topic).toBe('🟡 SEV3 · investigating · Booking is down');
    const [card] = channel.pins();
    expect(card?.visibleText()).toContain('INC-1 · Booking is down');
    expect(card?.buttons().map(({ text }) => text)).toEqual([
      'Add to timeline',
      'Update',
      'Escalate',
      'Roles',
      'Action item',
      'Resolve',
    ]);
  });

  it('announces it in the policy’s channel, and keeps that announcement true', async () => {
    const room = await openRoom();
    await declare(room);
    const announced = room.workspace.channel('incidents').message('INC-1');
    expect(announced.visibleText()).toContain('investigating');

    await room.workspace.person('ana').types('/incident resolve All well again', 'inc-1-booking-is-down');
    await room.settle();

    expect(announced.visibleText()).toContain('resolved');
    expect(announced.visibleText()).toContain('users affected until 2024-05-07 14:00 UTC');
    expect(room.workspace.channel('incidents').messages()).toHaveLength(1);
  });

  it('reads a severity and since when, on the declarer’s clock', async () => {
    const room = await openRoom();
    await room.workspace.person('ben').types('/incident start sev1 Booking is down since 9:40', 'general');
    await room.settle();

    const card = room.workspace.channel('inc-1-booking-is-down').pins()[0];
    expect(card?.visibleText()).toContain('SEV1');
    expect(card?.visibleText()).toContain('users affected since 2024-05-07 13:40 UTC');
  });

  it('asks in a form where there is no title', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    const { modal } = await ana.types('/incident start', 'general');
    expect(modal?.fields().map(({ name, isOptional }) => [name, isOptional])).toEqual([
      ['title', false],
      ['severity', false],
      ['since', true],
      ['summary', true],
      ['private', true],
      ['drill', true],
    ]);

    await ana.submits(modal, { title: '🔥🔥 ' });
    await room.settle();
    expect(room.workspace.channels().map(({ name }) => name)).toContain('inc-1');
  });

  it('opens a private incident that is announced nowhere', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    const { modal } = await ana.uses('Start an incident');
    const sent = await ana.submits(modal, {
      title: 'Leaked key',
      severity: 'SEV1',
      private: 'private',
      summary: 'A <b>',
    });
    await room.settle();

    expect(sent).toMatchObject({ failed: undefined, errors: {}, isClosed: true });
    const channel = room.workspace.channel('inc-1-leaked-key');
    expect(channel.isPrivate).toBe(true);
    expect(channel.pins()[0]?.visibleText()).toContain('A <b>');
    expect(room.workspace.channel('incidents').messages()).toEqual([]);
    const list = await room.workspace.person('ben').types('/incident list', 'general');
    expect(list.text).toContain('No incident is open');
    expect((await ana.types('/incident list', 'general')).text).toContain('Leaked key');
  });

  it('tells by direct message where to go, when the form came from anywhere', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Booking is down' });
    await room.settle();

    expect(ana.directMessages().map((message) => message.visibleText())).toEqual([
      '*INC-1* Booking is down: go to #inc-1-booking-is-down. You are in it already.',
    ]);
  });

  it('takes the next free name where the channel’s name is taken, by an archived channel too', async () => {
    const room = await openRoom();
    room.workspace.addChannel({ name: 'inc-1-booking-is-down', isArchived: true });
    room.workspace.addChannel({ name: 'inc-1-booking-is-down-2' });

    const channel = await declare(room);

    expect(channel.name).toBe('inc-1-booking-is-down-3');
  });

  it.each([
    ['a title of emoji', '🔥🔥🔥', 'inc-1'],
    ['a title in another script', 'Αποτυχία πληρωμών', 'inc-1'],
    ['a long title', 'very '.repeat(40), `inc-1-${'very-'.repeat(14)}very`],
    ['a title full of signs', 'DB <down> & "out"; #now!', 'inc-1-db-down-out-now'],
  ])('makes a valid channel name of %s', async (_, title, name) => {
    const room = await openRoom();
    const channel = await declare(room, title);
    expect(channel.name).toBe(name);
    expect(channel.name.length).toBeLessThanOrEqual(80);
  });

  it('numbers incidents in the order they are declared, also side by side', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    await ana.types('/incident list', 'general');
    await Promise.all(['One', 'Two', 'Three'].map((title) => ana.types(`/incident start ${title}`, 'general')));
    await room.settle();

    const numbers = room.workspace.channels().flatMap(({ name }) => /^inc-(\d)/u.exec(name)?.[1] ?? []);
    expect(numbers.sort()).toEqual(['1', '2', '3']);
  });

  it('moves the incident on, and shows it on the card, in the topic and in the channel', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    const channel = await declare(room);
    await ana.types('/incident severity sev2 half of the users', channel);
    await ana.types('/incident status identified the pool is too small', channel);
    await room.settle();

    expect(channel.topic).toBe('🟠 SEV2 · identified · Booking is down');
    expect(channel.pins()[0]?.visibleText()).toContain('identified');
    expect(transcript(channel)).toContain('the pool is too small');
    expect(transcript(channel)).toContain('half of the users');
  });

  it('resolves by the card’s button', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [card] = channel.pins();
    await room.workspace.person('ana').clicks('Resolve', card ?? channel.message('INC-1'));
    await room.settle();

    expect(
      channel
        .pins()[0]
        ?.buttons()
        .map(({ text }) => text),
    ).toEqual(['Close', 'Update', 'Action item', 'Add to timeline', 'Reopen']);
  });

  it('shows the panel in its channel and what is open elsewhere', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ben = room.workspace.person('ben');
    ben.joins(channel);

    expect((await ben.types('/incident', channel)).text).toContain('INC-1 · Booking is down');
    expect((await ben.types('/incident', 'general')).text).toContain('*INC-1* Booking is down');
    ben.opensHome();
    await room.settle();
    expect(ben.home?.visibleText()).toContain('*INC-1* Booking is down');
  });
});
