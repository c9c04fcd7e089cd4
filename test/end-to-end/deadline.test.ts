import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room, type RoomOptions } from '../support/open-room.ts';
import { closeIncident } from '../support/review-room.ts';

interface Setting {
  readonly room: Room;
  readonly channel: Channel;
}

/** A SEV1 that was resolved and closed on Tuesday 7 May, so that its postmortem is due on Tuesday 14 May. */
async function openSevere(options: RoomOptions = {}): Promise<Setting> {
  const room = await openRoom(options);
  const channel = await declare(room);
  await room.workspace.person('ana').types('/incident severity SEV1', channel);
  await room.settle();
  return { room, channel };
}

async function goTo(room: Room, at: string): Promise<void> {
  await room.settle();
  room.clock.set(at as Instant);
  await room.settle();
}

/** What the bot told somebody of deadlines, by the words that tell them apart. */
function reminders(room: Room, name: string): readonly string[] {
  const texts = room.workspace
    .person(name)
    .directMessages()
    .map((message) => message.visibleText());
  return texts.flatMap(
    (text) =>
      /is due [ \w]+, the next working day|is due today, \w+ \d+ \w+ \d+|was due \w+ \d+ \w+ \d+/u.exec(text)?.[0] ??
      [],
  );
}

describe('the deadline of a postmortem', () => {
  it('is shown on the card and the panel', async () => {
    const { room, channel } = await openSevere();
    await closeIncident(room, channel);
    const answer = await room.workspace.person('ana').types('/incident postmortem', channel);

    expect(answer.text).toContain('It is to be published by Tue 14 May 2024.');
    expect(channel.pins()[0]?.visibleText()).toContain('📄 postmortem due Tue 14 May 2024');
  });

  it('is reminded of on the working day before, on the day and on the working day after, once each', async () => {
    const { room, channel } = await openSevere();
    await closeIncident(room, channel);

    await goTo(room, '2024-05-13T08:59:59.000Z');
    expect(reminders(room, 'ana')).toEqual([]);
    await goTo(room, '2024-05-13T09:00:00.000Z');
    expect(reminders(room, 'ana')).toEqual(['is due Tue 14 May 2024, the next working day']);
    await goTo(room, '2024-05-14T09:00:00.000Z');
    await goTo(room, '2024-05-15T09:00:00.000Z');
    await goTo(room, '2024-06-15T09:00:00.000Z');
    expect(reminders(room, 'ana')).toEqual([
      'is due Tue 14 May 2024, the next working day',
      'is due today, Tue 14 May 2024',
      'was due Tue 14 May 2024',
    ]);
    expect(room.workspace.person('ana').directMessages().at(-1)?.visibleText()).toContain(
      'It is a draft, and nobody was asked to review it.',
    );
  });

  it('is the commander’s to hear of, at nine where they live', async () => {
    const { room, channel } = await openSevere();
    await room.workspace.person('ana').types('/incident assign commander @ben', channel);
    await closeIncident(room, channel);

    // New York is four hours behind UTC in May.
    await goTo(room, '2024-05-13T12:59:59.000Z');
    expect(reminders(room, 'ben')).toEqual([]);
    await goTo(room, '2024-05-13T13:00:00.000Z');
    expect(reminders(room, 'ben')).toHaveLength(1);
    expect(reminders(room, 'ana')).toEqual([]);
  });

  it('goes on while nobody closes the incident', async () => {
    const { room, channel } = await openSevere();
    await room.workspace.person('ana').types('/incident resolve', channel);
    await goTo(room, '2024-05-14T09:00:00.000Z');

    const last = room.workspace.person('ana').directMessages().at(-1)?.visibleText();
    expect(last).toContain('The incident is resolved and not closed yet.');
    expect(last).toContain('`/incident close` in its channel writes the draft.');
  });

  it('is over once it is published', async () => {
    const { room, channel } = await openSevere();
    await closeIncident(room, channel);
    const ana = room.workspace.person('ana');
    const [panel] = (await ana.types('/incident postmortem', channel)).messages;
    const { modal } = await ana.clicks('Publish…', panel ?? channel.message('x'));
    await ana.submits(modal, { override: 'Done' });
    await room.settle();
    expect(channel.pins()[0]?.visibleText()).toContain('📄 postmortem published');
    await goTo(room, '2024-05-20T09:00:00.000Z');

    expect(reminders(room, 'ana')).toEqual([]);
  });

  it('begins anew with another resolution, and the old one is forgotten', async () => {
    const { room, channel } = await openSevere();
    const ana = room.workspace.person('ana');
    await closeIncident(room, channel);
    await goTo(room, '2024-05-09T10:00:00.000Z');
    await ana.types('/incident reopen', channel);
    await room.settle();
    await ana.types('/incident resolve', channel);
    await goTo(room, '2024-05-15T23:00:00.000Z');

    expect(reminders(room, 'ana')).toEqual(['is due Thu 16 May 2024, the next working day']);
  });

  it('comes and goes with the severity', async () => {
    const { room, channel } = await openSevere();
    const ana = room.workspace.person('ana');
    await ana.types('/incident resolve', channel);
    await ana.types('/incident severity SEV3', channel);
    await goTo(room, '2024-05-13T10:00:00.000Z');
    expect(reminders(room, 'ana')).toEqual([]);

    await ana.types('/incident severity SEV2', channel);
    await goTo(room, '2024-05-21T10:00:00.000Z');
    expect(reminders(room, 'ana')).toEqual(['is due today, Tue 21 May 2024']);
  });

  it('is counted for the operator once it has passed', async () => {
    const { room, channel } = await openSevere();
    const overdue = async () => {
      const figures = await (await fetch(`${room.bot.address}/metrics`)).text();
      return Number(/^faultline_postmortems_overdue (\d+)$/mu.exec(figures)?.[1]);
    };
    await closeIncident(room, channel);
    await goTo(room, '2024-05-14T23:59:59.000Z');
    expect(await overdue()).toBe(0);
    await goTo(room, '2024-05-15T00:00:00.000Z');
    expect(await overdue()).toBe(1);
  });

  it('is told as it is when the bot was away, and once', async () => {
    const { room, channel } = await openSevere();
    await closeIncident(room, channel);
    await room.bot.stop();
    room.clock.set('2024-05-17T10:00:00.000Z' as Instant);
    await room.restart();
    await room.settle();

    expect(reminders(room, 'ana')).toEqual(['was due Tue 14 May 2024']);
    await room.restart();
    await room.settle();
    expect(reminders(room, 'ana')).toHaveLength(1);
  });
});
