import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import type { Entries } from '../../src/sandbox/people/fill-fields.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { askDatabase } from '../support/engines.ts';
import { type ItemRoom, labelsOf, openItemRoom, toldTo } from '../support/item-room.ts';

interface Press {
  /** What its form takes, if it opens one. */
  readonly form?: Entries;
  /** What the item is afterwards. */
  readonly leaves: Readonly<Record<string, unknown>>;
}

const snoozed: Press = { leaves: { snoozed: expect.any(String) } };
const snoozedByForm: Press = { form: { day: '2024-06-14' }, leaves: { snoozed: '2024-06-14' } };

/** All that can be pressed under an item, or chosen in its menu. */
const presses: Readonly<Record<string, Press>> = {
  Accept: { leaves: { owner: 'ben', accepted: expect.any(String) } },
  'Not me': { form: { reason: 'No time' }, leaves: { owner: undefined } },
  'Change date': { form: { day: '2024-06-21' }, leaves: { due: '2024-06-21' } },
  Done: { leaves: { status: 'done' } },
  Reopen: { leaves: { status: 'open' } },
  '1 day': snoozed,
  '3 days': snoozed,
  'A week': snoozed,
  'Pick a date…': snoozedByForm,
  'Snooze 1 day': snoozed,
  'Snooze 3 days': snoozed,
  'Snooze a week': snoozed,
  'Snooze until…': snoozedByForm,
  Reassign: { form: { person: 'mahari' }, leaves: { owner: 'mahari' } },
  'Won’t do': { form: { reason: 'No need' }, leaves: { status: 'wont-do' } },
  Edit: { form: { priority: 'P1' }, leaves: { priority: 'P1' } },
  'Done when…': { form: { 'done-when': 'waits page us' }, leaves: { doneWhen: 'waits page us' } },
  'Take it': { leaves: { owner: 'ana', accepted: expect.any(String) } },
  'Give it to…': { form: { person: 'mahari' }, leaves: { owner: 'mahari' } },
};

const SNOOZES = ['1 day', '3 days', 'A week', 'Pick a date…'];
const OWNERS = ['Done', 'Reassign', 'Won’t do', 'Edit'];

const NOBODYS = ['Take it', 'Give it to…', 'Done', 'Won’t do', ...SNOOZES];

interface Sent extends ItemRoom {
  readonly reader: Person;
  /** The one that shows this item. */
  messageOf(title: string): Message;
}

/** What was sent, what can be pressed under each of its items, and how it came about with items of these titles. */
const kinds: readonly [string, readonly string[], (titles: readonly string[]) => Promise<Sent>][] = [
  ['the answer to whoever made it', ['Edit', 'Done when…'], answered],
  ['the assignment', ['Accept', 'Not me', 'Change date', 'Done'], assigned],
  ['the accepted assignment', [...OWNERS, ...SNOOZES], (titles) => pressed(titles, 'Accept')],
  ['the assignment of what is done', ['Reopen'], (titles) => pressed(titles, 'Done')],
  ['the message about what was given back', NOBODYS, givenBack],
  ['the message about all that somebody had who left', NOBODYS, returned],
  ['the reminder of its owner', [...OWNERS, ...SNOOZES], reminded],
  [
    'the reminder of what is late by a week',
    ['Done', 'Reassign', 'Won’t do'],
    (titles) => leader(titles, '@ben … by 2024-05-08', 8),
  ],
  ['the reminder of what nobody owns', NOBODYS, (titles) => leader(titles, '… by 2024-06-20', 2)],
  ['the list', [...OWNERS, 'Snooze 1 day', 'Snooze 3 days', 'Snooze a week', 'Snooze until…'], listed],
];

async function make(titles: readonly string[], words = '@ben … by 2024-05-09') {
  const opened = await openItemRoom({}, '/incident action @mahari Look after the rest by 2024-06-28');
  const answers: Message[] = [];
  for (const title of titles) {
    const typed = `/incident action ${words.replace('…', title)}`;
    answers.push(...(await opened.ana.types(typed, opened.channel)).messages);
  }
  await opened.room.settle();
  return { ...opened, answers };
}

async function answered(titles: readonly string[]): Promise<Sent> {
  const opened = await make(titles, '@ben detect: … by 2024-05-09');
  const answerAbout = (title: string) => opened.answers[titles.indexOf(title)] ?? expect.unreachable();
  return { ...opened, reader: opened.ana, messageOf: answerAbout };
}

async function assigned(titles: readonly string[]): Promise<Sent> {
  const opened = await make(titles);
  return { ...opened, reader: opened.ben, messageOf: (title) => toldTo(opened.ben, title) };
}

async function pressed(titles: readonly string[], label: string, form?: Entries): Promise<Sent> {
  const sent = await assigned(titles);
  for (const title of titles) {
    const { modal } = await sent.ben.clicks(label, sent.messageOf(title));
    await (form && sent.ben.submits(modal, form));
  }
  await sent.room.settle();
  return sent;
}

async function givenBack(titles: readonly string[]): Promise<Sent> {
  const sent = await pressed(titles, 'Not me', { reason: 'No time' });
  return { ...sent, reader: sent.ana, messageOf: (title) => toldTo(sent.ana, title) };
}

async function returned(titles: readonly string[]): Promise<Sent> {
  const sent = await assigned(titles);
  sent.room.workspace.changePerson('ben', { isDeactivated: true });
  await sent.room.settle();
  return { ...sent, reader: sent.ana, messageOf: (title) => toldTo(sent.ana, title) };
}

async function reminded(titles: readonly string[]): Promise<Sent> {
  const sent = await assigned(titles);
  await sent.room.pass(2 * DAY);
  return sent;
}

async function leader(titles: readonly string[], words: string, days: number): Promise<Sent> {
  const opened = await make(titles, words);
  await opened.room.pass(days * DAY);
  return { ...opened, reader: opened.ana, messageOf: (title) => toldTo(opened.ana, title) };
}

async function listed(titles: readonly string[]): Promise<Sent> {
  const opened = await make(titles);
  const [list = expect.unreachable()] = (await opened.ben.types('/incident mine', 'general')).messages;
  return { ...opened, reader: opened.ben, messageOf: () => list };
}

/** What stands below the whole of a list. */
const OF_THE_LIST = ['Refresh', 'Change dates…'];

function offered(message: Message): readonly string[] {
  const chosen = message.menus().flatMap(({ options }) => options.map(({ text }) => text.text));
  return [...new Set([...labelsOf(message), ...chosen])].filter((label) => !OF_THE_LIST.includes(label));
}

async function itemsOf({ room }: ItemRoom) {
  const rows = await askDatabase(room.config.databaseUrl, 'select * from action_item');
  const names = new Map(['ana', 'ben', 'mahari'].map((name) => [room.workspace.person(name).id, name]));
  return new Map(
    rows.map((row) => [
      row.title,
      {
        owner: names.get(String(row.owner_id)),
        due: row.due_on,
        status: row.status,
        accepted: row.accepted_at,
        snoozed: row.snoozed_until,
        priority: row.priority,
        doneWhen: row.done_when,
      },
    ]),
  );
}

describe.each(kinds)('%s, sent before a restart', { timeout: 60_000 }, (_, labels, send) => {
  it('can be pressed after it, all of it, and its forms sent after another', async () => {
    const titles = labels.map((__, index) => `Step ${index + 1}`);
    const sent = await send(titles);
    const { room, reader } = sent;
    const first = sent.messageOf('Step 1');
    expect(offered(first).toSorted()).toEqual(labels.toSorted());
    const showsMany = new Set(labelsOf(first)).size < labelsOf(first).length;
    await room.restart();
    for (const [index, label] of labels.entries()) {
      const title = `Step ${index + 1}`;
      const message = sent.messageOf(title);
      const press = labelsOf(message).includes(label) ? 'clicks' : 'picks';
      const { modal } = await reader[press](label, message, showsMany ? title : undefined);
      const { form } = presses[label] ?? {};
      expect({ label, isForm: modal !== undefined }).toEqual({ label, isForm: form !== undefined });
      if (form !== undefined) {
        await room.restart();
        expect(await reader.submits(modal, form)).toMatchObject({ errors: {}, isClosed: true });
      }
      await room.settle();
    }

    const items = await itemsOf(sent);
    expect(labels.map((label, index) => [label, items.get(`Step ${index + 1}`)])).toEqual(
      labels.map((label) => [label, expect.objectContaining(presses[label]?.leaves ?? {})]),
    );
  });
});

describe('a list, shown before a restart', { timeout: 60_000 }, () => {
  it('is turned, narrowed, widened and drawn again after it, and changes dates', async () => {
    const { room, ana, channel } = await make(Array.from({ length: 11 }, (_, index) => `Step ${index + 1}`));
    const [list = expect.unreachable()] = (await ana.types('/incident actions', channel)).messages;
    const restarted = async (press: () => Promise<unknown>) => {
      await room.restart();
      await press();
      await room.settle();
      return list.visibleText();
    };

    expect(list.visibleText()).toContain('Page 1 of 2');
    expect(await restarted(() => ana.clicks('More', list))).toContain('Page 2 of 2');
    expect(await restarted(() => ana.clicks('Back', list))).toContain('Page 1 of 2');
    expect(await restarted(() => ana.picks('Overdue', list))).toContain('Action items of INC-1: 0 overdue');
    expect(await restarted(() => ana.clicks('Of all incidents', list))).toContain('Action items: 0 overdue');
    expect(await restarted(() => ana.picks('All', list))).toContain('Action items: 12 in all');
    await restarted(async () => {
      const { modal } = await ana.clicks('Change dates…', list);
      await room.restart();
      const items = ['INC-1 Step 3 · Thu 9 May 2024', 'INC-1 Step 5 · Thu 9 May 2024'];
      await ana.submits(modal, { items, day: '2024-06-21' });
    });
    expect(await restarted(() => ana.clicks('Refresh', list))).toMatch(/Step 3\*\n@ben · due Fri 21 Jun 2024/u);
  });
});
