import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/sandbox/people/answer.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { signRequest } from '../../src/sandbox/signature.ts';
import { declare, transcript } from '../support/declare.ts';
import { openRoom, type Room, type RoomOptions } from '../support/open-room.ts';

interface Scene {
  readonly room: Room;
  readonly channel: Channel;
  /** In Addis Ababa; Slack says nothing of how they write dates. */
  readonly zoe: Person;
}

/** On Tuesday, 7 May 2024, at 14:00 in UTC. Zoe is known. */
async function openScene(options: RoomOptions = {}): Promise<Scene> {
  const room = await openRoom(options);
  const channel = await declare(room);
  const zoe = room.workspace.addPerson({ name: 'zoe', timeZone: 'Africa/Addis_Ababa', locale: null });
  zoe.joins(channel);
  await zoe.types('/incident log hello', channel);
  await room.settle();
  return { room, channel, zoe };
}

async function livingIn(room: Room, channel: Channel, locale: string): Promise<Person> {
  room.workspace.changePerson('mahari', { locale });
  await room.settle();
  const mahari = room.workspace.person('mahari');
  mahari.joins(channel);
  return mahari;
}

function questionOf(answer: Answer): Message {
  const [question] = answer.messages;
  if (question === undefined) {
    throw new Error('the bot did not answer');
  }
  return question;
}

function labelsOf(answer: Answer): readonly string[] {
  return questionOf(answer)
    .buttons()
    .map(({ text }) => text);
}

async function timelineOf({ room, channel }: Scene): Promise<string> {
  return (await room.workspace.person('ana').types('/incident timeline', channel)).text;
}

describe('a date in numbers', () => {
  it.each([
    ['en-US', '4/5 14:00', '2024-04-05 14:00 UTC+3 (11:00 UTC)'],
    ['en-GB', '4/5 14:00', '2024-05-04 14:00 UTC+3 (11:00 UTC)'],
    ['de-DE', '4/5 14:00', '2024-05-04 14:00 UTC+3 (11:00 UTC)'],
    ['en-GB', '04/05/2024 2pm', '2024-05-04 14:00 UTC+3 (11:00 UTC)'],
    ['en-US', '4.5. 14:00', '2024-05-04 14:00 UTC+3 (11:00 UTC)'],
    ['en-US', '23/4 14:00', '2024-04-23 14:00 UTC+3 (11:00 UTC)'],
  ])('is read as people with the locale %s write it: %s', async (locale, date, told) => {
    const room = await openRoom();
    const channel = await declare(room);
    const mahari = await livingIn(room, channel, locale);
    const answer = await mahari.types(`/incident log ${date} restarted`, channel);
    await room.settle();

    expect(answer.text).toContain(`On the timeline at ${told}.`);
    expect(labelsOf(answer)).toEqual(['Edit', 'Undo']);
  });

  it('is read so by whoever is read with everybody when the bot starts, and when they come later', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [yan, uma] = ['yan', 'uma'].map((name) => room.workspace.addPerson({ name, locale: 'en-GB' }));
    await room.restart();
    await room.settle();
    const vic = room.workspace.addPerson({ name: 'vic', locale: 'en-GB' });
    for (const person of [yan, uma, vic]) {
      person?.joins(channel);
      const answer = await person?.types('/incident log 4/5 14:00 restarted', channel);
      await room.settle();
      expect(answer?.text).toContain('On the timeline at 2024-05-04 14:00 UTC.');
    }
  });

  it('is asked for where nobody knows how they write it, and recorded as they say', async () => {
    const scene = await openScene();
    const { room, channel, zoe } = scene;
    const before = transcript(channel);
    const answer = await zoe.types('/incident log 4/5 14:00 cause found: the <pool> & "its" limit', channel);
    await room.settle();

    expect(answer.text).toContain('“4/5 14:00” can be read in more than one way. Press the time that you meant');
    expect(answer.text).toContain('You wrote:\n/incident log 4/5 14:00 cause found: the <pool> & "its" limit');
    expect(labelsOf(answer)).toEqual(['4 May 14:00 UTC+3 (11:00 UTC)', '5 April 14:00 UTC+3 (11:00 UTC)']);
    expect(transcript(channel)).toBe(before);

    await zoe.clicks('5 April 14:00 UTC+3 (11:00 UTC)', questionOf(answer));
    await room.settle();
    expect(answer.text).toMatch(/^On the timeline at 2024-04-05 14:00 UTC\+3 \(11:00 UTC\) as cause found\.\n/u);
    expect(labelsOf(answer)).toEqual(['Edit', 'Undo']);
    expect(await timelineOf(scene)).toContain('💡 2024-04-05 11:00 UTC *cause found*: the <pool> & "its" limit — zoe');
    expect(transcript(channel).split('the <pool>')).toHaveLength(2);
  });

  it('that their locale puts in the future is asked for where the other reading is over', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const mahari = await livingIn(room, channel, 'en-US');
    const answer = await mahari.types('/incident log 6/5 14:00 restarted', channel);

    expect(answer.text).toContain('“6/5 14:00” is still to come. Press the time');
    expect(labelsOf(answer)).toEqual(['Yesterday 14:00 UTC+3 (11:00 UTC)']);
  });
});

describe('a time of day that is still to come', () => {
  it('is asked for with the day before, at which it is recorded with what was said of it', async () => {
    const scene = await openScene();
    const { room, channel, zoe } = scene;
    const answer = await zoe.types('/incident log 18:20-18:40 mitigation: restarted', channel);
    expect(answer.text).toContain(
      '“18:20-18:40” is still to come. Press the time that you meant, or write it again with its date.',
    );

    await zoe.clicks('Yesterday 18:20 UTC+3 (15:20 UTC)', questionOf(answer));
    await room.settle();
    expect(await timelineOf(scene)).toContain('🚧 2024-05-06 15:20 UTC *mitigation*: until 18:40: restarted — zoe');
  });

  it('is refused where it can be no other', async () => {
    const { channel, zoe } = await openScene();
    for (const time of ['today 18:20', 'tomorrow 9:00', 'next friday 9:00', '2024-05-08 9:00', '9.5. 9:00']) {
      const answer = await zoe.types(`/incident log ${time} restarted`, channel);
      expect(answer.text).toContain('is still to come. For an earlier day say it');
      expect(answer.text).toContain(`You wrote:\n/incident log ${time} restarted`);
      expect(labelsOf(answer)).toEqual([]);
    }
  });
});

describe('a question about the time', () => {
  it('makes one event, whichever of its buttons are pressed and however often', async () => {
    const scene = await openScene();
    const { room, channel, zoe } = scene;
    const question = questionOf(await zoe.types('/incident log 4/5 14:00 restarted', channel));
    const [may = '', april = ''] = question.buttons().map(({ text }) => text);
    const presses = await Promise.all([may, may, april].map((label) => zoe.clicks(label, question)));
    await room.settle();

    expect(presses.filter(({ text }) => text === 'That was done already.')).toHaveLength(2);
    expect((await timelineOf(scene)).match(/restarted/gu)).toHaveLength(1);
  });

  it('makes one event where Slack delivers one press twice', async () => {
    const scene = await openScene();
    const { room, channel, zoe } = scene;
    const answer = await zoe.types('/incident log 18:20 restarted', channel);
    await zoe.clicks('Yesterday 18:20 UTC+3 (15:20 UTC)', questionOf(answer));
    await room.settle();
    const press = room.workspace.record.deliveries.findLast(({ kind }) => kind === 'block_actions');
    const body = `payload=${encodeURIComponent(JSON.stringify(press?.payload))}`;
    const seen = zoe.sees(channel).length;
    const again = await fetch(`${room.bot.address}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...signRequest(room.workspace.signingSecret, body),
      },
      body,
    });
    await room.settle();

    expect(again.status).toBe(200);
    expect(zoe.sees(channel)).toHaveLength(seen);
    expect((await timelineOf(scene)).match(/restarted/gu)).toHaveLength(1);
  });

  it('is answered after the bot was started again', async () => {
    const scene = await openScene();
    const { room, channel, zoe } = scene;
    const answer = await zoe.types('/incident log 18:20 restarted', channel);
    await room.restart();
    await zoe.clicks('Yesterday 18:20 UTC+3 (15:20 UTC)', questionOf(answer));
    await room.settle();

    expect(answer.text).toContain('On the timeline at 2024-05-06 18:20 UTC+3 (15:20 UTC).');
    expect(await timelineOf(scene)).toMatch(/2024-05-06 15:20 UTC restarted/u);
  });

  it('is asked and answered in the thread where the bot was mentioned', async () => {
    const scene = await openScene();
    const { room, channel, zoe } = scene;
    room.workspace.repeatsDeliveries(2);
    const start = room.workspace.person('ana').says('What do we know?', channel);
    zoe.says('@faultline log 18:20 decision: we wait', undefined, { thread: start });
    await room.settle();
    const questions = zoe.sees(channel).filter((message) => message.visibleText().includes('is still to come'));
    expect(questions.map(({ threadTs, ephemeralFor }) => ({ threadTs, ephemeralFor }))).toEqual([
      { threadTs: start.ts, ephemeralFor: 'zoe' },
    ]);

    const [question] = questions;
    await zoe.clicks('Yesterday 18:20 UTC+3 (15:20 UTC)', question ?? start);
    await room.settle();
    expect(question?.visibleText()).toContain('On the timeline at 2024-05-06 18:20 UTC+3 (15:20 UTC)');
    await zoe.clicks('Undo', question ?? start);
    await room.settle();
    const undone = zoe.sees(channel).findLast((message) => message.visibleText().includes('Taken back'));
    expect(undone).toMatchObject({ threadTs: start.ts, ephemeralFor: 'zoe' });
    expect(await timelineOf(scene)).toMatch(/⚖️ 2024-05-06 15:20 UTC \*decision\*: ~we wait~/u);
  });

  it('has no buttons where they cannot hold the words, and gives these back whole with what to write', async () => {
    const { room, channel, zoe } = await openScene();
    const before = transcript(channel);
    const words = `Restarted ${'the <pool> & "its" limit, '.repeat(90)}`.trim();
    const answer = await zoe.types(`/incident log 18:20 ${words}`, channel);
    await room.settle();

    expect(labelsOf(answer)).toEqual([]);
    expect(answer.text).toContain(
      'Did you mean yesterday 18:20 UTC+3 (15:20 UTC)? Then write `2024-05-06 18:20 UTC+3`. Nothing was recorded.',
    );
    expect(answer.text.replaceAll('\n', '')).toContain(words);
    expect(transcript(channel)).toBe(before);

    await zoe.types(`/incident log 2024-05-06 18:20 UTC+3 ${words}`, channel);
    await room.settle();
    expect(transcript(channel)).toContain('2024-05-06 15:20 UTC Restarted the <pool>');
  });

  it.each([
    ['a time that is to come', '2024-05-06T', '2025-05-06T', 'is still to come'],
    ['a kind that there is not', '"kind":"note"', '"kind":"closed"', 'Something broke on my side'],
    ['no time', '2024-05-06T', 'yesterday', 'Something broke on my side'],
  ])('records nothing where its button comes back with %s', async (_, written, changed, why) => {
    const scene = await openScene();
    const question = questionOf(await scene.zoe.types('/incident log 18:20 restarted', scene.channel));
    const [as, to] = [written, changed].map((text) => JSON.stringify(text).slice(1, -1));
    question.record.blocks = JSON.parse(JSON.stringify(question.blocks).replace(as ?? '', to ?? ''));
    const answer = await scene.zoe.clicks('Yesterday 18:20 UTC+3 (15:20 UTC)', question);
    await scene.room.settle();

    expect(answer.text).toContain(why);
    expect(await timelineOf(scene)).not.toContain('restarted');
  });

  it('is not asked where the rest of it cannot be recorded', async () => {
    const { channel, zoe } = await openScene();
    zoe.joins('general');
    expect((await zoe.types('/incident log 18:20', channel)).text).toContain('There are no words in it.');
    expect((await zoe.types('/incident log 18:20 restarted', 'general')).text).toContain(
      'This channel belongs to no incident. Say it in one of these:',
    );
  });
});

describe('an incident that began at a time nobody should guess', () => {
  it.each([
    ['Booking is slow since 4/5 14:00', '4 May 14:00 UTC+3 (11:00 UTC) or 5 April 14:00 UTC+3 (11:00 UTC)'],
    ['sev1 Booking is slow since 18:20', 'yesterday 18:20 UTC+3 (15:20 UTC)'],
    ['since 18:20', 'yesterday 18:20 UTC+3 (15:20 UTC)'],
  ])('is not declared, and its readings are named: %s', async (text, readings) => {
    const { room, channel, zoe } = await openScene();
    const answer = await zoe.types(`/incident start ${text}`, channel);
    await room.settle();

    expect(answer.modal).toBeUndefined();
    expect(answer.text).toContain(`Did you mean ${readings}?`);
    expect(answer.text).toContain(`You wrote:\n/incident start ${text}`);
    expect(room.workspace.channels().filter(({ name }) => name.startsWith('inc-'))).toHaveLength(1);
  });
});
