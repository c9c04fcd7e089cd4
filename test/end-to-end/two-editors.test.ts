import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { Modal } from '../../src/sandbox/people/modal.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { closes, sendsSteps } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { engines } from '../support/engines.ts';
import { openRoom, type RoomOptions } from '../support/open-room.ts';

/** Ana and Ben in a closed incident of which Ana wrote the summary. */
async function closed(options: RoomOptions = {}) {
  const room = await openRoom(options);
  const channel = await declare(room);
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins(channel);
  await ana.types('/incident resolve Pool is larger now', channel);
  await closes(ana, channel, { summary: 'Nobody could book' });
  await room.pass(MINUTE);
  return { room, channel, ana, ben };
}

function formOf(person: Person): Modal {
  expect(person.modal).toBeInstanceOf(Modal);
  return person.modal as Modal;
}

async function panelOf(person: Person, channel: Channel): Promise<Message> {
  return (await person.types('/incident postmortem', channel)).messages[0] as Message;
}

async function opensSummary(person: Person, channel: Channel): Promise<Modal> {
  await person.clicks('Edit', await panelOf(person, channel), 'Summary');
  return formOf(person);
}

async function bothWrite({ channel, ana, ben }: Awaited<ReturnType<typeof closed>>): Promise<Modal> {
  const [hers, his] = [await opensSummary(ana, channel), await opensSummary(ben, channel)];
  await ben.submits(his, { summary: 'Ben: nobody could book for an hour' });
  await ana.submits(hers, { summary: 'Ana: 45% could not book' });
  return formOf(ana);
}

async function historyOf(person: Person, channel: Channel): Promise<string> {
  await person.clicks('Earlier versions', await opensSummary(person, channel));
  return formOf(person).visibleText();
}

function draftOf(channel: Channel): string {
  return channel.canvases().at(-1)?.markdown ?? '';
}

describe('the panel', () => {
  it('tells of each section who wrote it and when, or that the record tells it, and offers those that are empty', async () => {
    const { channel, ana } = await closed();
    const panel = await panelOf(ana, channel);
    expect(panel.visibleText()).toContain('*Summary* · @ana 2024-05-07 14:00 UTC\nNobody could book\n[Edit]');
    expect(panel.visibleText()).toContain('*Resolution* · from the record\nPool is larger now\n[Edit]');
    await ana.clicks('Lessons', panel);
    expect(formOf(ana).visibleText()).toContain('Nobody has written this yet.');
    await ana.submits(formOf(ana), { lessons: 'Size the pool' });
    expect((await panelOf(ana, channel)).visibleText()).toContain('*Lessons* · @ana');
  });
});

describe.each(engines)('two who write a section at once, on $name', (engine) => {
  it('are shown both texts, and lose neither', async () => {
    const desk = await closed({ engine });
    const conflict = await bothWrite(desk);
    expect(conflict.visibleText()).toContain('*What stands now:* @ben');
    expect(conflict.visibleText()).toContain(
      'Ben: nobody could book for an hour\n*What you wrote:*\nAna: 45% could not book',
    );
    expect(conflict.fields()[0]?.value).toBe('Ben: nobody could book for an hour\n\nAna: 45% could not book');
    await desk.room.settle();
    expect(draftOf(desk.channel)).toContain('Ben: nobody could book for an hour');
    expect(draftOf(desk.channel)).not.toContain('Ana: 45%');
  });
});

describe('who wrote at the same time as somebody else', () => {
  it.each([
    ['Keep theirs', 'Their words stand.', 'Ben: nobody could book for an hour', 'Ana: 45% could not book'],
    ['Take mine', 'Your words stand.', 'Ana: 45% could not book', 'Ben: nobody could book for an hour'],
  ])('can say “%s”', async (choice, answer, winner, loser) => {
    const desk = await closed();
    const conflict = await bothWrite(desk);
    await desk.ana.clicks(choice, conflict);
    expect(formOf(desk.ana).visibleText()).toContain(answer);
    await desk.room.settle();

    expect(draftOf(desk.channel)).toContain(winner);
    expect(draftOf(desk.channel)).not.toContain(loser);
    const history = await historyOf(desk.ben, desk.channel);
    for (const words of [winner, loser, 'Nobody could book']) {
      expect(history).toContain(words);
    }
    expect(history).toContain('set aside: somebody else wrote at the same time');
  });

  it('can make one text of both', async () => {
    const desk = await closed();
    const sent = await desk.ana.submits(await bothWrite(desk), { Summary: '45% could not book for an hour' });
    await desk.room.settle();
    expect(sent.modal).toBeUndefined();
    expect(draftOf(desk.channel)).toContain('45% could not book for an hour');
  });

  it('is asked again where somebody wrote once more meanwhile', async () => {
    const desk = await closed();
    const conflict = await bothWrite(desk);
    await desk.ben.submits(await opensSummary(desk.ben, desk.channel), { summary: 'Ben: even better' });
    await desk.ana.clicks('Take mine', conflict);
    expect(formOf(desk.ana).visibleText()).toContain('Ben: even better');
    await desk.ben.submits(await opensSummary(desk.ben, desk.channel), { summary: 'Ben: best' });
    const again = await desk.ana.submits(formOf(desk.ana), { Summary: 'Ana: merged' });
    expect(again.modal?.visibleText()).toContain('Ben: best\n*What you wrote:*\nAna: merged');
    expect(again.modal?.fields()[0]?.value).toBe('Ben: best\n\nAna: merged');
  });

  it('can decide later, and is told where their words are', async () => {
    const desk = await closed();
    await desk.ana.closes(await bothWrite(desk));
    await desk.room.settle();
    const told = desk.ana.sees(desk.channel).findLast(({ ephemeralFor }) => ephemeralFor !== undefined);
    expect(told?.visibleText()).toContain('You left it open which words stand in *Summary*.');
    expect(await historyOf(desk.ana, desk.channel)).toContain('Ana: 45% could not book');
  });

  it('is asked section by section in the long form, and then goes on', async () => {
    const { room, channel, ana, ben } = await closed();
    const draft = channel.message('Postmortem draft');
    await ana.clicks('Edit postmortem', draft);
    await ben.clicks('Edit postmortem', draft);
    await sendsSteps(ben, formOf(ben), { summary: 'His summary', 'root-cause': 'His cause', lessons: 'His lesson' });
    await ana.submits(formOf(ana), { summary: 'Her summary', 'root-cause': 'Her cause', affected: '45%' });
    expect(formOf(ana).visibleText()).toContain(
      '*Summary*: somebody else wrote while you did. (1 more after this one.)',
    );
    await ana.clicks('Take mine', formOf(ana));
    expect(formOf(ana).visibleText()).toContain('*Root cause*: somebody else wrote while you did. Nothing is lost');
    await ana.clicks('Keep theirs', formOf(ana));
    expect(formOf(ana).visibleText()).toContain('Step 2 of 2');
    expect(formOf(ana).field('lessons').value).toBe('His lesson');
    await ana.submits(formOf(ana), { lessons: 'Both our lessons' });
    await room.settle();
    for (const words of ['Her summary', 'His cause', '45%', 'Both our lessons']) {
      expect(draftOf(channel)).toContain(words);
    }
  });

  it('is not held up from closing', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    await ana.types('/incident resolve', channel);
    await ana.submits((await ana.types('/incident close', channel)).modal);
    await ben.submits((await ben.types('/incident close', channel)).modal);
    await ben.fills(formOf(ben), { lessons: 'His lesson' });
    await ben.clicks('Save for later', formOf(ben));
    await ana.submits(formOf(ana), { lessons: 'Her lesson' });
    expect(formOf(ana).visibleText()).toContain('*Lessons*: somebody else wrote while you did.');
    await room.settle();
    expect(channel.topic).toContain('closed');
    expect(draftOf(channel)).toContain('His lesson');
  });
});

describe('earlier versions', () => {
  it('can be read and taken up again, which says whose they are', async () => {
    const { room, channel, ben } = await closed();
    await ben.submits(await opensSummary(ben, channel), { summary: 'Worse words' });
    await room.pass(MINUTE);
    expect(await historyOf(ben, channel)).toMatch(
      /Version 2:\* @ben .* · \*this one stands\*\nWorse words\n\*Version 1:\* @ana/u,
    );
    await ben.clicks('Take version 1 up again', formOf(ben));
    expect(formOf(ben).visibleText()).toContain('Version 1 stands again, as a new one.');
    expect(formOf(ben).visibleText()).toMatch(/Version 3:\* @ana .*, taken up again by @ben/u);
    await room.settle();
    expect(draftOf(channel)).toContain('Nobody could book');
    expect(draftOf(channel)).not.toContain('Worse words');
    await ben.clicks('Edit', formOf(ben));
    expect(formOf(ben).field('summary').value).toBe('Nobody could book');
  });

  it('are not taken up again over what somebody wrote meanwhile', async () => {
    const { channel, ana, ben } = await closed();
    await ben.submits(await opensSummary(ben, channel), { summary: 'Second' });
    await historyOf(ben, channel);
    await ana.submits(await opensSummary(ana, channel), { summary: 'Third' });
    await ben.clicks('Take version 1 up again', formOf(ben));
    expect(formOf(ben).visibleText()).toContain('Nothing was changed: somebody wrote a newer version meanwhile');
    await ben.clicks('Take version 1 up again', formOf(ben));
    expect(formOf(ben).visibleText()).toContain('Version 4:* @ana');
  });

  it('are shown page by page', async () => {
    const { channel, ana } = await closed();
    for (let version = 2; version <= 30; version++) {
      await ana.submits(await opensSummary(ana, channel), { summary: `Words ${version}.` });
    }
    expect(await historyOf(ana, channel)).toContain('Words 30.');
    expect(formOf(ana).visibleText()).not.toContain('Nobody could book');
    await ana.clicks('Older', formOf(ana));
    expect(formOf(ana).visibleText()).toContain('Nobody could book');
    await ana.clicks('Newer', formOf(ana));
    expect(formOf(ana).visibleText()).toContain('Words 30.');
  });
});

describe('drafting again after a late event', () => {
  const sectionOf = (channel: Channel, title: string) =>
    draftOf(channel).split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

  async function logsLate({ room, channel, ana }: Awaited<ReturnType<typeof closed>>) {
    await ana.types('/incident log 13:59 resolution: Restarted it as well', channel);
    await ana.types('/incident log 13:58 detected: A user wrote', channel);
    await ana.clicks('Lessons', await panelOf(ana, channel));
    await ana.submits(formOf(ana), { lessons: 'Size the pool' });
    await room.settle();
  }

  it('changes facts, and no word that a person wrote', async () => {
    const desk = await closed();
    const { channel, ana } = desk;
    await ana.clicks('Edit', await panelOf(ana, channel), 'Resolution');
    await ana.submits(formOf(ana), { resolution: 'A larger pool' });
    await logsLate(desk);

    expect(sectionOf(channel, 'Summary')).toBe('\nNobody could book\n');
    expect(sectionOf(channel, 'Resolution')).toMatch(/^\nA larger pool\n\n### As it happened\n/u);
    expect(sectionOf(channel, 'Resolution')).toContain('Restarted it as well');
    expect(sectionOf(channel, 'Detection')).toContain('A user wrote');
  });

  it('tells what nobody rewrote as the record has it now, once', async () => {
    const desk = await closed();
    const { channel, ana } = desk;
    expect(sectionOf(channel, 'Resolution').match(/Pool is larger now/gu)).toHaveLength(1);
    await logsLate(desk);

    expect(sectionOf(channel, 'Resolution')).not.toContain('As it happened');
    for (const words of ['Pool is larger now', 'Restarted it as well']) {
      expect(sectionOf(channel, 'Resolution').split(words)).toHaveLength(2);
    }
    expect((await panelOf(ana, channel)).visibleText()).toContain(
      '*Resolution* · from the record\n- Restarted it as well - Pool is larger now',
    );
  });

  it('gives a section back to the record that somebody emptied', async () => {
    const desk = await closed();
    const { room, channel, ana } = desk;
    await ana.clicks('Edit', await panelOf(ana, channel), 'Resolution');
    await ana.submits(formOf(ana), { resolution: 'Mine alone' });
    await room.settle();
    await ana.clicks('Edit', await panelOf(ana, channel), 'Resolution');
    await ana.submits(formOf(ana), { resolution: '' });
    await logsLate(desk);
    const panel = await panelOf(ana, channel);
    expect(panel.visibleText()).toContain('*Resolution* · from the record\n- Restarted it as well');
    await ana.clicks('Edit', panel, 'Resolution');
    expect(formOf(ana).field('resolution').value).toContain('Restarted it as well');
  });
});
