import { describe, expect, it } from 'vitest';
import { declare, transcript } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

const MINUTES = 60;
const at = (time: string) => Date.parse(`2024-05-07T${time}:00Z`) / 1_000;

async function cardAfterSubmitting(room: Room, command: string, entries: Record<string, string>): Promise<string> {
  const ana = room.workspace.person('ana');
  const { modal } = await ana.types(`/incident ${command}`, 'general');
  const sent = await ana.submits(modal, { title: 'Booking is down', ...entries });
  await room.settle();
  expect(sent).toMatchObject({ isClosed: true, errors: {} });
  return room.workspace.channel('inc-1-booking-is-down').pins()[0]?.visibleText() ?? '';
}

/** Who never typed a command waits for a look-up first, and gets a button in place of a form. */
async function openKnownRoom(): Promise<Room> {
  const room = await openRoom();
  await room.workspace.person('ana').types('/incident log hello', 'general');
  await room.settle();
  return room;
}

describe('logging an event', () => {
  it.each([
    ['does not take a method for a zone', '13:00 GET requests fail', '13:00', 'GET requests fail'],
    ['does not take a name for a zone', '13:00 ART is down', '13:00', 'ART is down'],
    ['does not take a number for a zone', '13:00 -5 nodes', '13:00', '-5 nodes'],
    ['does not take a number for an hour', 'at 10 connections the pool blocks', '14:00', 'at 10 connections the pool'],
    ['keeps the end of a range', '13:10-13:20 restarted', '13:10', 'until 13:20: restarted'],
    ['keeps the end of a range in words', '13:00 until 13:30 backup ran', '13:00', 'until 13:30: backup ran'],
    ['keeps the kind beside a range', '13:00-13:30 mitigation: restarted', '13:00', 'until 13:30: restarted'],
  ])('%s: %j', async (_, text, time, kept) => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types(`/incident log ${text}`, channel);
    const timeline = await ana.types('/incident timeline', channel);
    await room.settle();

    expect(timeline.text).toContain(`2024-05-07 ${time} UTC`);
    expect(timeline.text).toContain(kept);
    expect(transcript(channel)).toContain(kept);
  });
});

describe('an action item', () => {
  it.each([
    ['has no length of time for its day', 'Cut p99 by 5 minutes'],
    ['has no now for its day', 'Stand by now'],
    ['has no hour for its day', 'Fix by 14:10'],
  ])('%s: %j', async (_, text) => {
    const room = await openRoom();
    const channel = await declare(room);
    const answer = await room.workspace.person('ana').types(`/incident action ${text}`, channel);
    await room.settle();

    expect(answer.text).toContain('no due date yet');
    expect(transcript(channel)).toContain(text);
  });

  it.each([
    ['2024-05-01', 'Wed 1 May 2024 is over. Name today or a later day.'],
    ['9999-12-31', 'Fri 31 Dec 9999 is more than ten years away. Name a nearer day.'],
  ])('is refused where its day is over or mistyped, and its words are given back: %s', async (day, why) => {
    const room = await openRoom();
    const channel = await declare(room);
    const before = transcript(channel);
    const answer = await room.workspace.person('ana').types(`/incident action Fix it by ${day}`, channel);
    await room.settle();

    expect(answer.text).toContain(why);
    expect(answer.text).toContain(`You wrote:\n/incident action Fix it by ${day}`);
    expect(transcript(channel)).toBe(before);
  });

  it('is refused in its form at the day that is over, and taken for today', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const { modal } = await ana.uses('Create action item', ana.says('Fix it', channel));
    const refused = await ana.submits(modal, { due: '2024-05-06' });
    expect(refused.errors).toEqual({ due: 'Mon 6 May 2024 is over. Name today or a later day.' });

    const taken = await ana.submits(modal, { due: '2024-05-07' });
    expect(taken).toMatchObject({ isClosed: true, errors: {} });
  });

  it('goes by the calendar of whoever says it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.pass(11 * MINUTES * MINUTES * 1_000);
    const [ben, mahari] = [room.workspace.person('ben'), room.workspace.person('mahari')];
    ben.joins(channel);
    mahari.joins(channel);
    await ben.types('/incident action In New York it is still the 7th by 2024-05-07', channel);
    await mahari.types('/incident action In Addis Ababa it is not by 2024-05-07', channel);
    await room.settle();

    expect(transcript(channel)).toContain('In New York it is still the 7th');
    expect(transcript(channel)).not.toContain('In Addis Ababa it is not');
  });
});

describe('declaring an incident', () => {
  it.each(['SEV1: Booking is down', 'sev1, Booking is down', 'sev 1 Booking is down', 'SEV-1 Booking is down'])(
    'reads the severity of %j',
    async (text) => {
      const room = await openRoom();
      await room.workspace.person('ana').types(`/incident start ${text}`, 'general');
      await room.settle();
      expect(room.workspace.channel('inc-1-booking-is-down').topic).toBe('🔴 SEV1 · investigating · Booking is down');
    },
  );

  it('keeps a since that no time follows in the title', async () => {
    const room = await openRoom();
    await room.workspace.person('ana').types('/incident start Slow since 10 users joined', 'general');
    await room.settle();
    expect(room.workspace.channel('inc-1-slow-since-10-users-joined').pins()[0]?.visibleText()).not.toContain(
      'affected since',
    );
  });

  it('fills the form with the severity and the time that were typed without a title', async () => {
    const room = await openKnownRoom();
    const { modal } = await room.workspace.person('ana').types('/incident start sev1 since 9:40', 'general');
    expect(modal?.field('severity').value).toMatchObject({ value: 'SEV1' });
    expect(modal?.field('Users affected since')).toMatchObject({ name: 'since', value: at('09:40'), isOptional: true });
  });

  it('records what the form was filled with', async () => {
    const card = await cardAfterSubmitting(await openKnownRoom(), 'start sev1 since 9:40', {});
    expect(card).toContain('SEV1');
    expect(card).toContain('users affected since 2024-05-07 09:40 UTC');
  });

  it('records what was changed in the form', async () => {
    const card = await cardAfterSubmitting(await openKnownRoom(), 'start sev1 since 9:40', {
      severity: 'SEV2',
      since: String(at('10:15')),
    });
    expect(card).toContain('SEV2');
    expect(card).toContain('users affected since 2024-05-07 10:15 UTC');
  });

  it('asks for the time in an empty field where nobody said it, and needs none', async () => {
    const room = await openKnownRoom();
    const { modal } = await room.workspace.person('ana').types('/incident start', 'general');
    expect(modal?.field('since').value).toBeNull();
    expect(await cardAfterSubmitting(room, 'start', {})).not.toContain('affected since');
  });

  it('says at the field that the time is still to come', async () => {
    const room = await openKnownRoom();
    const ana = room.workspace.person('ana');
    const { modal } = await ana.types('/incident start since 9:40', 'general');
    const sent = await ana.submits(modal, { title: 'Booking is down', since: String(at('18:00')) });
    expect(sent.errors).toEqual({ since: expect.stringContaining('2024-05-07 18:00 UTC is still to come') });
  });

  it('opens no form for a severity that does not exist', async () => {
    const room = await openKnownRoom();
    const answer = await room.workspace.person('ana').types('/incident start sev9 since 9:40', 'general');
    expect(answer.modal).toBeUndefined();
    expect(answer.text).toContain('“SEV9” is no severity here.');
    expect(answer.text).toContain('You wrote:\n/incident start sev9 since 9:40');
  });
});
