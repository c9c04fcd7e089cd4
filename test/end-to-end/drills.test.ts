import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closes } from '../support/closes.ts';
import { declare, transcript } from '../support/declare.ts';
import { callsTo, openRoomCalling } from '../support/escalation-rooms.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { only } from '../support/with-events.ts';

const MARK = 'INC-1 (🧪 drill)';

async function drill(room: Room): Promise<Channel> {
  return declare(room, 'drill: sev1 Booking is down');
}

async function figures(room: Room): Promise<string> {
  return (await fetch(`${room.bot.address}/metrics`)).text();
}

describe('a drill', () => {
  it('is told as one wherever it is shown', async () => {
    const room = await openRoom();
    const channel = await drill(room);
    const ana = room.workspace.person('ana');
    ana.opensHome();
    await ana.types('/incident update Nothing burns', channel);
    await room.settle();

    const card = channel.message('Declared').visibleText();
    expect(card).toContain(`${MARK} · Booking is down`);
    expect(card).toContain('🧪 *This is a drill.* Calls do call people. It counts in no statistics.');
    expect(channel.topic).toMatch(/^🧪 drill · 🔴 SEV1/u);
    const announced = room.workspace
      .channel('incidents')
      .messages()
      .map((message) => message.visibleText());
    expect(announced[0]).toContain(`*${MARK}* Booking is down`);
    expect(announced[1]).toContain('🧪 Drill: 📣 *Status update*');
    expect((await ana.types('/incident list', 'general')).text).toContain(MARK);
    expect(ana.home?.visibleText()).toContain(MARK);
    const timeline = only(await ana.types('/incident timeline', channel)).visibleText();
    expect(timeline).toContain(`Timeline of ${MARK}`);
    expect(timeline).toContain('Declared as a drill, SEV1: Booking is down');
    expect((await ana.types('/incident postmortem', channel)).text).toContain(`Postmortem of ${MARK}`);
  });

  it('calls people, who are told that it is one', async () => {
    const room = await openRoomCalling([['@ben']]);
    const channel = await drill(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident escalate The pool is full', channel);
    await room.settle();

    expect(callsTo(room, 'ben').at(-1)).toContain(`calls you to *${MARK}* Booking is down`);
    expect(callsTo(room, 'ben').at(-1)).toContain('This is a drill: answer as if it were real.');
    expect(transcript(channel)).toContain('🧪 Drill: 📟');
  });

  it('counts in no figure, until it becomes real', async () => {
    const room = await openRoomCalling([['@ben']]);
    const channel = await drill(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident escalate The pool is full', channel);
    await room.settle();
    expect(await figures(room)).toContain('faultline_incidents_open 0');
    expect(await figures(room)).not.toContain('outcome="open"');

    const answer = await ana.types('/incident drill off It does burn', channel);
    await room.settle();
    expect(answer.text).toContain('INC-1 is real now, and counts.');
    expect(await figures(room)).toContain('faultline_incidents_open 1');
    expect(await figures(room)).toContain('outcome="open"} 1');
    expect(channel.topic).not.toContain('drill');
    expect(transcript(channel)).toContain('drill → real: It does burn');
    expect(channel.message('Declared').visibleText()).not.toContain('🧪');
  });

  it('says so at the head of its postmortem', async () => {
    const room = await openRoom();
    const channel = await drill(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();

    const [markdown] = channel.files();
    expect(markdown?.content?.toString().slice(0, 400)).toContain('an exercise, which counts in no statistics');
    expect(channel.message('Postmortem draft').visibleText()).toContain('🧪 drill');
  });
});

describe('the deadline of a drill’s postmortem', () => {
  it('is none, until the drill turns out to have been real', async () => {
    const room = await openRoom();
    const channel = await drill(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident resolve', channel);
    await room.settle();
    expect(channel.message('Declared').visibleText()).not.toContain('due');
    await ana.types('/incident drill off', channel);
    await room.settle();
    expect(channel.message('Declared').visibleText()).toContain('📄 postmortem due Tue 14 May 2024');
    await room.pass(6 * DAY);
    await room.pass(2 * DAY);
    expect(await figures(room)).toContain('faultline_postmortems_overdue 1');
    expect(ana.directMessages().length).toBeGreaterThan(0);

    const told = ana.directMessages().length;
    await ana.types('/incident drill on', channel);
    await room.pass(10 * DAY);
    expect(await figures(room)).toContain('faultline_postmortems_overdue 0');
    expect(ana.directMessages()).toHaveLength(told);
  });
});

describe('declaring a drill', () => {
  it.each([
    ['in the form', ''],
    ['where the command said so', ' drill'],
  ])('is done by a box %s', async (_, said) => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    const { modal } = await ana.types(`/incident start${said}`, 'general');
    await ana.submits(modal, { title: 'Booking is down', ...(said === '' ? { drill: 'drill' } : {}) });
    await room.settle();

    expect((await ana.types('/incident list', 'general')).text).toContain(MARK);
  });

  it('takes no title for one that only begins with the word, and says how one is declared', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    const { text } = await ana.types('/incident start drill press is down', 'general');
    await room.settle();

    expect(text).toContain('*INC-1* drill press is down is declared');
    expect(text).toContain('If it is a drill, say `/incident drill on` in its channel');
  });
});

describe('`/incident drill`', () => {
  it.each([
    ['on', 'INC-1 (🧪 drill) counts in no statistics now.'],
    ['off', 'It is no drill: it counts as real.'],
    ['', 'Say `/incident drill on` for an exercise'],
    ['perhaps', 'Say `/incident drill on` for an exercise'],
  ])('answers to “%s”', async (word, answer) => {
    const room = await openRoom();
    const channel = await declare(room);
    expect((await room.workspace.person('ana').types(`/incident drill ${word}`, channel)).text).toContain(answer);
  });
});
