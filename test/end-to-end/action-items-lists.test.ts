import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import type { Answer } from '../../src/sandbox/people/answer.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

/** Thursday 9 May: INC-1 with three items, one of them late, and INC-2 with one that nobody owns. */
async function openWithItems(): Promise<Room & { readonly first: Channel; readonly second: Channel }> {
  const room = await openRoom();
  const ana = room.workspace.person('ana');
  const first = await declare(room);
  await ana.types('/incident action @ben prevent: Size the pool by 2024-05-08', first);
  await ana.types('/incident action @ben Alert on waits by 2024-05-20', first);
  await ana.types('/incident action @dba Tune the indexes by 2024-05-21', first);
  const second = await declare(room, 'Mail is late');
  await ana.types('/incident action Write a runbook by 2024-05-30', second);
  await room.pass(2 * DAY);
  return { ...room, first, second };
}

function shown(answer: Answer): Message {
  const message = answer.messages.at(-1);
  if (message === undefined) {
    throw new Error(`nothing is shown: ${answer.failed ?? answer.status}`);
  }
  return message;
}

const TITLES = ['Size the pool', 'Alert on waits', 'Tune the indexes', 'Write a runbook'];

function titlesIn(text: string): readonly string[] {
  return TITLES.filter((title) => text.includes(title)).toSorted(
    (one, other) => text.indexOf(one) - text.indexOf(other),
  );
}

describe('/incident mine', () => {
  it('lists what is mine and my groups’ of all incidents, what is overdue first', async () => {
    const { workspace } = await openWithItems();

    const mine = await workspace.person('ben').types('/incident mine', 'general');

    expect(mine.text).toContain('Your action items: 3 open, 1 overdue');
    expect(titlesIn(mine.text)).toEqual(['Size the pool', 'Alert on waits', 'Tune the indexes']);
    expect(mine.text).toContain('*1 day overdue*');
  });

  it('says so where nothing is', async () => {
    const { workspace } = await openWithItems();

    expect((await workspace.person('ana').types('/incident mine', 'general')).text).toContain('Nothing is yours to do');
  });

  it('can be asked for in a thread', async () => {
    const room = await openWithItems();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ana.invites('ben', room.first);
    const asked = ana.says('How far are we?', room.first);

    ben.says('@faultline mine', room.first, { thread: asked });
    await room.settle();

    const answer = ben.sees(room.first).find((message) => message.visibleText().includes('Your action items: 3 open'));
    expect(answer?.threadTs).toBe(asked.ts);
    expect(answer?.ephemeralFor).toBe('ben');
  });

  it('turns pages, and shows what a press did when it is shown again', async () => {
    const room = await openWithItems();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    for (let number = 1; number <= 9; number++) {
      await ana.types(`/incident action @ben Step ${number} by 2024-06-0${number}`, room.second);
    }
    await room.settle();
    const page = shown(await ben.types('/incident mine', 'general'));
    expect(page.visibleText()).toContain('Page 1 of 2');

    await settled(room, ben.clicks('More', page));

    expect(page.visibleText()).toMatch(/12 open.*Step 8.*Step 9.*Page 2 of 2/su);
    expect(titlesIn(page.visibleText())).toEqual([]);
    await settled(room, ben.clicks('Done', page, 'Step 8'));
    await settled(room, ben.clicks('Done', page, 'Step 9'));
    await settled(room, ben.clicks('Refresh', page));
    expect(page.visibleText()).toContain('10 open');
    expect(page.visibleText()).not.toContain('Page');
    expect(titlesIn(page.visibleText())).toHaveLength(3);
  });
});

async function settled(room: Room, pressed: Promise<Answer>): Promise<void> {
  await pressed;
  await room.settle();
}

describe('/incident actions', () => {
  it.each<[string, 'first' | 'general', readonly string[]]>([
    ['', 'first', ['Size the pool', 'Alert on waits', 'Tune the indexes']],
    ['', 'general', TITLES],
    ['INC-2', 'first', ['Write a runbook']],
    ['overdue', 'general', ['Size the pool']],
    ['@ben', 'general', ['Size the pool', 'Alert on waits']],
    ['@dba open', 'general', ['Tune the indexes']],
    ['inc-1 @ben overdue', 'general', ['Size the pool']],
    ['overdue INC-2', 'general', []],
  ])('lists what is asked for: “%s” in %s', async (filter, place, expected) => {
    const { workspace, first } = await openWithItems();

    const listed = await workspace
      .person('ana')
      .types(`/incident actions ${filter}`, place === 'first' ? first : 'general');

    expect(titlesIn(listed.text)).toEqual(expected);
    expect(listed.text).toContain(expected.length === 0 ? 'Nothing is overdue here.' : `: ${expected.length}`);
  });

  it.each<[string, string]>([
    ['late', 'I don’t understand “late”. Say at most one of'],
    ['open all', '“all” is one too many.'],
    ['INC-99', 'I find no INC-99 for you.'],
  ])('says what is wrong, with an example, and gives the words back: “%s”', async (filter, words) => {
    const { workspace } = await openWithItems();

    const refused = await workspace.person('ana').types(`/incident actions ${filter}`, 'general');

    expect(refused.text).toContain(words);
    expect(refused.text).toContain('/incident actions');
    expect(refused.text).toContain(`You wrote:\n/incident actions ${filter}`);
  });

  it('shows what is put off, and until when', async () => {
    const room = await openWithItems();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    const { modal } = await ben.picks('Snooze until…', shown(await ben.types('/incident mine', 'general')));
    await ben.submits(modal, { day: '2024-05-15' });
    await room.settle();

    expect(shown(await ana.types('/incident actions', room.first)).visibleText()).toContain(
      '😴 snoozed until Wed 15 May 2024',
    );
  });

  it('shows what ended and how, and leads from one incident’s to all', async () => {
    const room = await openWithItems();
    const ana = room.workspace.person('ana');
    const page = shown(await ana.types('/incident actions', room.first));
    await settled(room, ana.clicks('Done', page, 'Alert on waits'));

    await settled(room, ana.picks('All', page));
    expect(page.visibleText()).toContain('Action items of INC-1: 3 in all, 1 overdue');
    expect(page.visibleText()).toMatch(/~Alert on waits~\n@ben · ✅ done by @ana/su);

    await settled(room, ana.clicks('Of all incidents', page));
    expect(page.visibleText()).toContain('Action items: 4 in all, 1 overdue');
  });

  it.each([
    ['Done', 'clicks'],
    ['Won’t do', 'clicks'],
    ['Snooze 3 days', 'picks'],
    ['Snooze until…', 'picks'],
  ] as const)('answers “%s” that is pressed too late with the way back, which the list has not', async (label, how) => {
    const room = await openWithItems();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    const page = shown(await ana.types('/incident actions', room.first));
    await settled(room, ben.clicks('Done', shown(await ben.types('/incident mine', 'general')), 'Alert on waits'));

    const late = await ana[how](label, page, 'Alert on waits');
    await room.settle();
    expect(late.text).toContain('“Alert on waits” was marked as done by @ben, ');
    await settled(room, ana.clicks('Reopen', shown(late)));

    expect((await ana.types('/incident actions', room.first)).text).toContain('*Alert on waits*\n@ben');
  });

  it('offers a snooze again once its form was closed, in a list that nothing draws anew', async () => {
    const room = await openWithItems();
    const ben = room.workspace.person('ben');
    const page = shown(await ben.types('/incident mine', 'general'));
    await settled(room, ben.picks('Snooze 1 day', page, 'Alert on waits'));
    for (const _ of ['first', 'again']) {
      const { modal } = await ben.picks('Snooze 3 days', page, 'Alert on waits');
      expect(modal?.visibleText()).toContain('It was snoozed once before');
      await ben.closes(modal ?? expect.unreachable());
      await room.settle();
      expect(page.menus(ben).filter(({ chosen }) => chosen !== undefined)).toEqual([]);
    }
  });

  it('shows a private incident’s to people in its channel only, by its number too', async () => {
    const room = await openWithItems();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const secret = room.workspace.channels().find(({ name }) => name.startsWith('inc-3'));
    await ana.types('/incident action @ana Rotate the keys by 2024-05-10', secret);
    await room.settle();

    expect((await ana.types('/incident actions', 'general')).text).toContain('Rotate the keys');
    expect((await ana.types('/incident actions INC-3', 'general')).text).toContain('Rotate the keys');
    expect((await ben.types('/incident actions all', 'general')).text).not.toContain('Rotate the keys');
    expect((await ben.types('/incident actions INC-3', 'general')).text).toContain('I find no INC-3 for you.');
  });
});
