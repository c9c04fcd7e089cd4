import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { labelsOf, openItemRoom, toldTo } from '../support/item-room.ts';

describe('somebody who is given an action item', () => {
  it('reads what it is, why and until when, and what they can do', async () => {
    const { ben } = await openItemRoom();
    const told = toldTo(ben, 'Size the pool');

    expect(told.visibleText()).toContain(
      'An action item of *INC-1* Booking is down in #inc-1-booking-is-down is yours',
    );
    expect(told.visibleText()).toContain('due Fri 10 May 2024 · prevent');
    expect(labelsOf(told)).toEqual(['Accept', 'Not me', 'Change date', 'Done']);
  });

  it('accepts it, and the message says so', async () => {
    const { room, ben } = await openItemRoom();
    const told = toldTo(ben, 'Size the pool');
    const pressed = await ben.clicks('Accept', told);
    await room.settle();

    expect(pressed.text).toBe(
      'It is yours: Size the pool. It is due on Fri 10 May 2024, and you are reminded of it until it is done.',
    );
    expect(told.visibleText()).toContain('👍 accepted by @ben, ');
    expect(labelsOf(told)).toEqual(['Done', 'Reassign', 'Won’t do', 'Edit']);
  });

  it('hears that they accepted it already, when they press twice', async () => {
    const { room, ben } = await openItemRoom();
    const told = toldTo(ben, 'Size the pool');
    const [first, second] = await Promise.all([ben.clicks('Accept', told), ben.clicks('Accept', told)]);
    await room.settle();

    expect([first.text, second.text].toSorted()).toEqual([
      'It is yours: Size the pool. It is due on Fri 10 May 2024, and you are reminded of it until it is done.',
      expect.stringContaining('“Size the pool” was accepted already'),
    ]);
  });

  it('gives it back with a reason, which whoever leads the incident reads', async () => {
    const { room, ana, ben } = await openItemRoom();
    const told = toldTo(ben, 'Size the pool');
    const { modal } = await ben.clicks('Not me', told);
    const empty = await ben.submits(modal, { reason: '   ' });
    expect(empty.errors).toEqual({ reason: 'Say why: whoever leads the incident will want to know.' });
    const story = 'It was split among three teams. '.repeat(15);
    await ben.submits(modal, { reason: `${story}I <left> & moved` });
    await room.settle();

    expect(told.visibleText()).toContain('Nobody owns it now.');
    expect(labelsOf(told)).toEqual([]);
    const handed = toldTo(ana, 'gave this action item back');
    expect(handed.visibleText()).toContain(`@ben gave this action item back: “${story}I <left> & moved”.`);
    expect(labelsOf(handed)).toEqual(['Take it', 'Give it to…', 'Done', 'Won’t do']);
  });

  it('reads that their whole group gives it back, and so does whoever leads', async () => {
    const { room, ana, mahari } = await openItemRoom({}, '/incident action @dba Size the pool by 2024-05-10');
    const { modal } = await mahari.clicks('Not me', toldTo(mahari, 'Size the pool'));
    expect(modal?.visibleText()).toContain('With you the whole of @dba gives it back. Nobody owns it then.');
    await mahari.submits(modal, { reason: 'Not our pool' });
    await room.settle();
    expect(toldTo(ana, 'gave this action item back').visibleText()).toContain(
      '@mahari gave this action item back for the whole of @dba: “Not our pool”.',
    );
  });

  it('reads on top of the form that it is somebody else’s by now, and keeps what they typed', async () => {
    const { room, ben, mahari } = await openItemRoom({}, '/incident action @dba Size the pool by 2024-05-10');
    const { modal } = await ben.clicks('Not me', toldTo(ben, 'Size the pool'));
    await mahari.clicks('Accept', toldTo(mahari, 'Size the pool'));
    const late = await ben.submits(modal, { reason: 'Not mine' });
    await room.settle();

    expect(late.modal?.visibleText()).toContain('“Size the pool” is @mahari’s now: @mahari changed it');
    expect(late.isClosed).toBe(false);
    expect(modal?.field('reason').value).toBe('Not mine');
  });

  it('changes the date, but not into the past', async () => {
    const { room, channel, ben } = await openItemRoom();
    const told = toldTo(ben, 'Size the pool');
    const { modal } = await ben.clicks('Change date', told);
    expect(modal?.field('day').value).toBe('2024-05-10');
    expect((await ben.submits(modal, { day: '2024-05-06' })).errors).toEqual({
      day: 'Mon 6 May 2024 is over. Name today or a later day.',
    });
    expect((await ben.submits(modal, { day: '2024-05-10' })).errors).toEqual({
      day: 'It is due on Fri 10 May 2024 already.',
    });
    expect((await ben.submits(modal, { day: '2024-05-21', reason: 'The vendor is late' })).isClosed).toBe(true);
    await room.settle();

    expect(told.visibleText()).toContain('due Tue 21 May 2024');
    expect(channel.message('Action item:').visibleText()).toContain('due Tue 21 May 2024');
  });

  it('says again what they typed when somebody else changed the date meanwhile', async () => {
    const { room, ben, mahari } = await openItemRoom({}, '/incident action @dba Size the pool by 2024-05-10');
    const bens = await ben.clicks('Change date', toldTo(ben, 'Size the pool'));
    await mahari.submits((await mahari.clicks('Change date', toldTo(mahari, 'Size the pool'))).modal, {
      day: '2024-05-14',
    });
    await room.pass(MINUTE);
    const late = await ben.submits(bens.modal, { day: '2024-05-17', reason: 'Holidays' });

    expect(late.isClosed).toBe(false);
    expect(late.modal?.visibleText()).toContain('Somebody was faster: @mahari set it to Tue 14 May 2024');
    expect(late.modal?.field('day').value).toBe('2024-05-17');
    expect(late.modal?.field('reason').value).toBe('Holidays');
    expect((await ben.submits(late.modal)).isClosed).toBe(true);
    await room.settle();
    expect(toldTo(mahari, 'Size the pool').visibleText()).toContain('due Fri 17 May 2024');
  });
});

describe('a group that is given an action item', () => {
  it('has an owner as soon as one of them accepts, and the second hears who', async () => {
    const { room, ben, mahari } = await openItemRoom({}, '/incident action @dba Size the pool by 2024-05-10');
    const [bens, maharis] = [toldTo(ben, 'Size the pool'), toldTo(mahari, 'Size the pool')];
    expect(bens.visibleText()).toContain('is @dba’s');
    await ben.clicks('Accept', bens);
    const late = await mahari.clicks('Accept', maharis);
    await room.settle();

    expect(late.text).toContain('“Size the pool” is @ben’s now: @ben changed it');
    expect(maharis.visibleText()).toContain('It is @ben’s now.');
    expect(bens.visibleText()).toContain('👍 accepted by @ben');
    expect(ben.directMessages().filter((message) => message.visibleText().includes('An action item of'))).toHaveLength(
      1,
    );
  });
});

describe('whoever leads the incident', () => {
  it('takes an item that was given back', async () => {
    const { room, channel, ana, ben } = await openItemRoom();
    await ben.submits((await ben.clicks('Not me', toldTo(ben, 'Size the pool'))).modal, { reason: 'On leave' });
    await room.settle();
    const handed = toldTo(ana, 'gave this action item back');
    await ana.clicks('Take it', handed);
    await room.settle();

    expect(handed.visibleText()).toContain('It is @ana’s now.');
    expect(labelsOf(handed)).toEqual([]);
    expect(channel.message('Action item:').visibleText()).toContain('Size the pool · @ana');
  });

  it('gives it to a group, or to one person, not to both', async () => {
    const { room, ana, ben, mahari } = await openItemRoom();
    await ben.submits((await ben.clicks('Not me', toldTo(ben, 'Size the pool'))).modal, { reason: 'On leave' });
    await room.settle();
    const handed = toldTo(ana, 'gave this action item back');
    const { modal } = await ana.clicks('Give it to…', handed);
    expect((await ana.submits(modal)).errors).toEqual({ person: 'Choose a person or a group.' });
    expect((await ana.submits(modal, { person: 'mahari', group: '@dba' })).errors).toEqual({
      group: 'Choose a person or a group, not both.',
    });
    expect((await ana.submits(modal, { person: '', group: '@dba' })).isClosed).toBe(true);
    await room.settle();

    expect(handed.visibleText()).toContain('It is @dba’s now.');
    expect(toldTo(mahari, 'Size the pool').visibleText()).toContain('is @dba’s');
  });

  it('reads of an owner who is a robot or gone what to do instead', async () => {
    const { room, ana, ben } = await openItemRoom();
    await ben.submits((await ben.clicks('Not me', toldTo(ben, 'Size the pool'))).modal, { reason: 'On leave' });
    await room.settle();
    const { modal } = await ana.clicks('Give it to…', toldTo(ana, 'gave this action item back'));

    expect((await ana.submits(modal, { person: 'robot' })).errors.person).toContain('is a bot');
    expect((await ana.submits(modal, { person: 'gone' })).errors.person).toContain('deactivated');
  });
});
