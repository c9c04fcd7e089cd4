import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { Modal } from '../../src/sandbox/people/modal.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { declare } from '../support/declare.ts';
import { openRoom } from '../support/open-room.ts';

const NEW_ITEMS = '🗒️ More action items, one a line';
const SINCE = 'Since when users were affected';
const UNTIL = 'Until when';

/** Ana and Ben are both in the first step of the form that closes an incident, declared and resolved at 14:00. */
async function bothBegin() {
  const room = await openRoom();
  const channel = await declare(room);
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins(channel);
  await ana.types('/incident resolve Pool is larger now', channel);
  for (const person of [ana, ben]) {
    await person.types('/incident close', channel);
  }
  return { room, channel, ana, ben };
}

/** They are both in the second step. */
async function bothClose() {
  const both = await bothBegin();
  for (const person of [both.ana, both.ben]) {
    await person.submits(formOf(person));
  }
  return both;
}

function formOf(person: Person): Modal {
  expect(person.modal).toBeInstanceOf(Modal);
  return person.modal as Modal;
}

async function savesForLater(person: Person, words: Readonly<Record<string, string>>): Promise<void> {
  await person.fills(formOf(person), words);
  await person.clicks('Save for later', formOf(person));
}

function seconds(time: string): string {
  return String(Date.parse(`2024-05-07T${time}:00Z`) / 1_000);
}

async function timelineOf(person: Person, channel: Channel): Promise<string> {
  return (await person.types('/incident timeline', channel)).text;
}

/** The field that follows the time of a milestone. */
function howKnown(form: Modal, label: string) {
  const fields = form.fields();
  return fields[fields.findIndex((field) => field.label === label) + 1];
}

async function panelOf(person: Person, channel: Channel): Promise<Message> {
  return (await person.types('/incident postmortem', channel)).messages[0] as Message;
}

describe('who wrote a section at the same time as somebody else, beside an action item that is none', () => {
  it.each([
    ['saved for later', (ana: Person) => savesForLater(ana, { [NEW_ITEMS]: '' })],
    ['sent', (ana: Person) => ana.submits(formOf(ana), { [NEW_ITEMS]: '' })],
  ])('is told of both, and asked whose words stand once it is %s', async (_, goesOn) => {
    const { room, channel, ana, ben } = await bothClose();
    await savesForLater(ben, { Lessons: 'Ben: size the pool' });
    await savesForLater(ana, { Lessons: 'Ana: watch the pool', [NEW_ITEMS]: 'detect:' });
    expect(formOf(ana).visibleText()).toContain('“detect:” says no work');
    expect(formOf(ana).visibleText()).toContain('*Lessons*: somebody else wrote while you did.');
    expect(formOf(ana).field('Lessons').value).toBe('Ana: watch the pool');

    await goesOn(ana);
    expect(formOf(ana).visibleText()).toContain('Ben: size the pool\n*What you wrote:*\nAna: watch the pool');
    await room.settle();
    expect((await panelOf(ben, channel)).visibleText()).toContain('Ben: size the pool');
  });
});

describe('who closes the form that came back with both of it', () => {
  it('finds what they had sent among the earlier versions, though nothing of it ever held', async () => {
    const { room, channel, ana, ben } = await bothClose();
    await savesForLater(ben, { Lessons: 'Ben: size the pool' });
    await savesForLater(ana, { Lessons: 'Ana: watch the pool', [NEW_ITEMS]: 'detect:' });
    await ana.closes(formOf(ana));
    await room.settle();

    await ana.clicks('Edit', await panelOf(ana, channel), 'Lessons');
    expect(formOf(ana).field('Lessons').value).toBe('Ben: size the pool');
    await ana.clicks('Earlier versions', formOf(ana));
    expect(formOf(ana).visibleText()).toContain('Ana: watch the pool');
    expect(formOf(ana).visibleText()).toContain('set aside: somebody else wrote at the same time');
  });

  it('is told of what they typed since, and finds it in the form', async () => {
    const { room, channel, ana, ben } = await bothClose();
    await savesForLater(ben, { Lessons: 'Ben: size the pool' });
    await savesForLater(ana, { Lessons: 'Ana: watch the pool', [NEW_ITEMS]: 'detect:' });
    await room.pass(MINUTE);
    await ana.fills(formOf(ana), { Lessons: 'Ana: watch the pool, and page' });
    await ana.closes(formOf(ana));
    await room.settle();

    const told = ana.sees(channel).findLast(({ ephemeralFor }) => ephemeralFor !== undefined);
    expect(told?.visibleText()).toContain('What you typed is kept: *Lessons*, *More action items*.');
    await ana.clicks('Edit', await panelOf(ana, channel), 'Lessons');
    expect(formOf(ana).field('Lessons').value).toBe('Ana: watch the pool, and page');
  });
});

describe('a form that is saved for later', () => {
  it('shows what somebody else wrote meanwhile, and leaves it', async () => {
    const { room, channel, ana, ben } = await bothClose();
    await savesForLater(ben, { Lessons: 'Ben: size the pool' });
    await savesForLater(ana, { 'What went well': 'The alarm rang' });
    expect(formOf(ana).field('Lessons').value).toBe('Ben: size the pool');
    await ana.submits(formOf(ana));
    await room.settle();
    expect((await panelOf(ana, channel)).visibleText()).toMatch(/\*Lessons\* · @ben .*\nBen: size the pool/u);
  });

  it('shows what the record tells by then, and leaves it to the record', async () => {
    const { room, channel, ana } = await bothClose();
    await ana.types('/incident close', channel);
    await ana.types('/incident log resolution: Restarted too', channel);
    await savesForLater(ana, { Summary: 'Nobody could book' });
    expect(formOf(ana).field('Resolution').value).toContain('Restarted too');
    await savesForLater(ana, {});
    await room.settle();
    expect((await panelOf(ana, channel)).visibleText()).toContain('*Resolution* · from the record');
  });
});

describe('a milestone of a form that is saved for later', () => {
  it('shows what somebody else said of it meanwhile, and leaves it', async () => {
    const { room, channel, ana, ben } = await bothBegin();
    await savesForLater(ben, { [UNTIL]: seconds('13:50'), 'resolved-seen': 'estimated' });
    await savesForLater(ana, { Summary: 'Nobody could book' });
    expect(formOf(ana).field(UNTIL).value).toBe(Number(seconds('13:50')));
    expect(howKnown(formOf(ana), UNTIL)?.value).toMatchObject({ value: 'estimated' });

    await savesForLater(ana, {});
    await ana.submits(formOf(ana));
    await room.settle();
    expect(await timelineOf(ana, channel)).toContain('resolved 2024-05-07 13:50 UTC (estimated)');
  });

  it('shows that somebody else took it back, and leaves that', async () => {
    const { room, channel, ana, ben } = await bothBegin();
    await savesForLater(ben, { [SINCE]: seconds('13:30') });
    await savesForLater(ana, {});
    await savesForLater(ben, { [howKnown(formOf(ben), SINCE)?.name ?? '']: 'unknown' });
    expect(formOf(ben).field(SINCE).value).toBeNull();
    await savesForLater(ana, {});
    expect(formOf(ana).field(SINCE).value).toBeNull();

    await ana.submits(formOf(ana));
    await room.settle();
    expect(await timelineOf(ana, channel)).not.toContain('affected since');
  });

  it('is corrected in the form that shows it, which says there what is wrong with it', async () => {
    const { room, channel, ana, ben } = await bothBegin();
    await savesForLater(ben, { [UNTIL]: seconds('13:50') });
    await savesForLater(ana, {});
    const { name } = formOf(ana).field(UNTIL);
    const toCome = await ana.submits(formOf(ana), { [UNTIL]: seconds('15:00') });
    expect(toCome.errors[name]).toContain('is still to come');

    await ana.submits(formOf(ana), { [UNTIL]: seconds('13:40') });
    await room.settle();
    expect(await timelineOf(ana, channel)).toContain('resolved 2024-05-07 13:40 UTC');
  });

  it('keeps what is half said of it, until its time is there', async () => {
    const { room, channel, ana, ben } = await bothBegin();
    await savesForLater(ben, { [UNTIL]: seconds('13:50') });
    await savesForLater(ana, { 'impact-started-seen': 'estimated' });
    await savesForLater(ana, {});
    expect(howKnown(formOf(ana), SINCE)?.value).toMatchObject({ value: 'estimated' });
    const timeless = await ana.submits(formOf(ana));
    expect(timeless.errors[formOf(ana).field(SINCE).name]).toContain('Say when');

    await ana.submits(formOf(ana), { [SINCE]: seconds('13:30') });
    await room.settle();
    expect(await timelineOf(ana, channel)).toContain('affected since 2024-05-07 13:30 UTC (estimated)');
  });

  it('shows what somebody else said of it in the place of what is half said', async () => {
    const { ana, ben } = await bothBegin();
    await savesForLater(ben, { [SINCE]: seconds('13:30') });
    await savesForLater(ana, { 'impact-started-seen': 'estimated' });
    expect(formOf(ana).field(SINCE).value).toBe(Number(seconds('13:30')));
    expect(howKnown(formOf(ana), SINCE)?.value).toMatchObject({ value: 'observed' });
  });
});
