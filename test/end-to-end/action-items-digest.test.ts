import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { type ItemRoom, labelsOf, openItemRoom, toldTo } from '../support/item-room.ts';

/** 09:00 where Ben is. */
const MORNING = 'T13:00:00.000Z';

async function passTo({ room }: ItemRoom, instant: string): Promise<void> {
  await room.settle();
  room.clock.set(instant as Instant);
  await room.settle();
}

/** Ben’s message of Wednesday, 8 May, with four items. */
async function openDigest(): Promise<ItemRoom & { readonly digest: Message }> {
  const opened = await openItemRoom();
  const { ana, ben, channel } = opened;
  await ana.types('/incident action @ben detect: Watch the pool by 2024-05-14', channel);
  await ana.types('/incident action @ben Write down how pools are sized by 2024-06-20', channel);
  await ana.types('/incident action @ben Ask the vendor', channel);
  await passTo(opened, `2024-05-08${MORNING}`);
  return { ...opened, digest: toldTo(ben, 'Your action items') };
}

function digests(person: Person): readonly string[] {
  return person
    .directMessages()
    .map((message) => message.visibleText())
    .filter((text) => text.startsWith('⏰'));
}

describe('the message of a day', () => {
  it('lists what is next first, each with what its owner can do', async () => {
    const { digest } = await openDigest();

    expect(digest.visibleText()).toContain('⏰ Your action items: 4 open, 2 due within a week');
    expect(digest.visibleText()).toMatch(
      /Due within a week\*?\n.*Size the pool[\s\S]*Watch the pool[\s\S]*Later\*?\n/u,
    );
    expect(digest.visibleText()).toMatch(/how pools are sized[\s\S]*Ask the vendor/u);
    expect(labelsOf(digest).slice(0, 4)).toEqual(['Done', 'Reassign', 'Won’t do', 'Edit']);
    expect(digest.menus()).toHaveLength(4);
  });

  it('follows what is pressed in it, in its place, as of its day', async () => {
    const opened = await openDigest();
    const { room, ben, digest, mahari } = opened;
    await ben.clicks('Done', digest, 'Size the pool');
    const snoozed = await ben.picks('1 day', digest, 'Watch the pool');
    await room.settle();
    await ben.submits((await ben.clicks('Reassign', digest, 'how pools are sized')).modal, { person: 'mahari' });
    await ben.submits((await ben.clicks('Won’t do', digest, 'Ask the vendor')).modal, { reason: 'They are gone' });
    await room.settle();

    expect(snoozed.text).toBe('Snoozed until Thu 9 May 2024: Watch the pool.');
    const text = digest.visibleText();
    expect(text).toContain('⏰ Your action items: 1 open, 1 due within a week');
    expect(text).toContain('~Size the pool~\n✅ done by @ben');
    expect(text).toContain('😴 snoozed until Thu 9 May 2024');
    expect(text).toMatch(/how pools are sized\*\nIt is @mahari’s now\./u);
    expect(text).toContain('~Ask the vendor~\n🚫 given up by @ben: “They are gone”');
    expect(labelsOf(toldTo(mahari, 'how pools are sized'))).toContain('Accept');
    expect(digests(ben)).toHaveLength(1);

    await ben.clicks('Reopen', digest, 'Size the pool');
    await room.settle();
    expect(digest.visibleText()).toContain('2 open');
  });

  it('says of a press that comes too late what the item is by now', async () => {
    const { room, ana, ben, channel, digest } = await openDigest();
    room.workspace.fails('chat.update', { kind: 'rate-limited', retryAfterSeconds: 600, times: 9 });
    ana.reactsWith('white_check_mark', channel.message('Action item: *prevent*: Size the pool'));
    await room.settle();
    const pressed = await ben.clicks('Done', digest, 'Size the pool');
    const form = await ben.clicks('Reassign', digest, 'Size the pool');
    await room.settle();

    expect(pressed.text).toContain('“Size the pool” was marked as done by @ana, ');
    expect(form.text).toContain('“Size the pool” was marked as done by @ana, ');
    expect(form.modal).toBeUndefined();
  });

  it('takes ✅ also once the next one came', async () => {
    const opened = await openItemRoom();
    const { room, ben, channel } = opened;
    await passTo(opened, `2024-05-08${MORNING}`);
    const first = toldTo(ben, 'Your action items');
    await passTo(opened, `2024-05-10${MORNING}`);
    expect(digests(ben)).toHaveLength(2);
    ben.reactsWith('white_check_mark', first);
    await room.settle();

    expect(channel.message('Action item:').visibleText()).toContain('✅ done by @ben');
    expect(first.visibleText()).toMatch(/nothing is open[\s\S]*~Size the pool~/u);
    expect(toldTo(ben, 'Your action items').visibleText()).toContain('nothing is open');
  });

  it('shows what is pressed in it also once the next one came, as of its own day, and so does that one', async () => {
    const opened = await openDigest();
    const { room, ben, digest: first } = opened;
    await passTo(opened, `2024-05-10${MORNING}`);
    const second = toldTo(ben, 'Your action items');
    await passTo(opened, `2024-05-13${MORNING}`);
    const last = toldTo(ben, 'Your action items');
    await ben.clicks('Done', first, 'Size the pool');
    await ben.submits((await ben.clicks('Reassign', first, 'Ask the vendor')).modal, { person: 'mahari' });
    const edit = await ben.clicks('Edit', first, 'how pools are sized');
    await ben.submits(edit.modal, { title: 'Write down who sizes pools' });
    await ben.picks('3 days', first, 'Watch the pool');
    await room.settle();

    for (const message of [first, last]) {
      expect(message.visibleText()).toContain('~Size the pool~\n✅ done by @ben');
      expect(message.visibleText()).toMatch(/Ask the vendor\*\nIt is @mahari’s now\./u);
      expect(message.visibleText()).toContain('*Write down who sizes pools*');
      expect(message.visibleText()).toContain('😴 snoozed until Thu 16 May 2024');
    }
    expect(first.visibleText()).toContain('⏰ Your action items: 2 open, 1 due within a week');
    expect(first.visibleText()).not.toMatch(/overdue/iu);
    expect(second.visibleText()).toMatch(/4 open[\s\S]*\*Size the pool\*/u);
  });

  it('takes presses after 90 days too, but is drawn no more, and ✅ on it is not heard', async () => {
    const opened = await openItemRoom();
    const { room, ben, channel } = opened;
    await passTo(opened, `2024-05-08${MORNING}`);
    const first = toldTo(ben, 'Your action items');
    await passTo(opened, `2024-05-10${MORNING}`);
    await passTo(opened, `2024-08-08${MORNING}`);
    const before = first.visibleText();
    ben.reactsWith('white_check_mark', first);
    await room.settle();
    expect(channel.message('Action item:').visibleText()).not.toContain('done by');

    await ben.clicks('Done', first);
    await room.settle();
    const answer = ben.directMessages().find(({ ephemeralFor }) => ephemeralFor === 'ben');
    expect(answer?.visibleText()).toContain('Done: Size the pool. Thank you.');
    expect(first.visibleText()).toBe(before);
    expect(toldTo(ben, 'Your action items').visibleText()).toContain('~Size the pool~\n✅ done by @ben');
  });

  it('no longer shows what was so, once it is pressed too late, also once the next one came', async () => {
    const opened = await openDigest();
    const { room, ben, channel, digest: first } = opened;
    await passTo(opened, `2024-05-10${MORNING}`);
    ben.reactsWith('white_check_mark', channel.message('Action item: *prevent*: Size the pool'));
    await room.settle();
    expect(first.visibleText()).not.toContain('done by');
    const form = await ben.clicks('Won’t do', first, 'Size the pool');
    await room.settle();

    expect(form.text).toContain('“Size the pool” was marked as done by @ben');
    expect(first.visibleText()).toContain('~Size the pool~\n✅ done by @ben');
  });

  it('leaves open which item ✅ on it means, and says so once', async () => {
    const { room, ben, digest } = await openDigest();
    ben.reactsWith('white_check_mark', digest);
    await room.settle();
    ben.takesBack('white_check_mark', digest);
    await room.settle();
    ben.reactsWith('white_check_mark', digest);
    await room.settle();

    const told = ben.directMessages().filter((message) => message.visibleText().includes('lists several action items'));
    expect(told.map((message) => message.ephemeralFor)).toEqual(['ben']);
    expect(digest.visibleText()).toContain('4 open');
  });
});

describe('the message of a day, once an item is another’s to see to', () => {
  it('says that nobody owns it to whoever does not lead, and whose it is then', async () => {
    const { room, ana, ben, digest } = await openDigest();
    const told = toldTo(ben, 'is yours');
    await ben.submits((await ben.clicks('Not me', told)).modal, { reason: 'No time' });
    await room.settle();

    expect(digest.visibleText()).toMatch(/Ask the vendor\*\nNobody owns it now\./u);
    expect(digest.visibleText()).not.toContain('you lead');
    expect(digest.visibleText()).toContain('3 open');

    const asked = toldTo(ana, 'gave this action item back');
    await ana.submits((await ana.clicks('Give it to…', asked)).modal, { person: 'mahari' });
    await room.settle();
    expect(digest.visibleText()).toContain('It is @mahari’s now.');
  });

  it('lists to whoever leads only what is late or nobody’s by now', async () => {
    const opened = await openItemRoom();
    const { room, ana, ben, channel } = opened;
    await ana.types('/incident action @ben Watch the pool by 2024-05-10', channel);
    await ana.types('/incident action @ben Test the pool by 2024-05-10', channel);
    await passTo(opened, `2024-05-17${MORNING}`);
    const digest = toldTo(ana, 'Late where you lead');
    expect(digest.visibleText()).toContain('3 to look at');
    const edit = await ben.clicks('Edit', toldTo(ben, 'Your action items'), 'Size the pool');
    await ben.submits(edit.modal, { due: '2024-06-20' });
    await ben.clicks('Done', toldTo(ben, 'Your action items'), 'Watch the pool');
    await room.settle();

    expect(digest.visibleText()).toContain('1 to look at');
    expect(digest.visibleText()).not.toContain('Size the pool');
    expect(digest.visibleText()).toMatch(/Late where you lead[\s\S]*~Watch the pool~/u);
    expect(digest.visibleText()).not.toContain('Overdue');

    await ana.clicks('Reopen', digest, 'Watch the pool');
    await room.settle();
    expect(digest.visibleText()).toMatch(/2 to look at[\s\S]*Late where you lead[\s\S]*\*Watch the pool/u);
  });
});

describe('whoever leads an incident', () => {
  it('reads what is late by a week, whose it is, until when it waits and why, and what nobody owns', async () => {
    const opened = await openItemRoom();
    const { room, ana, ben, mahari, channel } = opened;
    await ana.types('/incident action Find out who owns the pool', channel);
    await ben.clicks('Accept', toldTo(ben, 'Size the pool'));
    await room.settle();
    await ben.submits((await ben.picks('Pick a date…', toldTo(ben, 'Size the pool'))).modal, {
      day: '2024-05-20',
      reason: 'The vendor is *late*',
    });
    await passTo(opened, '2024-05-17T09:00:00.000Z');

    const digest = toldTo(ana, 'Late where you lead');
    expect(digest.visibleText()).toContain('⏰ Action items where you lead: 2 to look at');
    expect(digest.visibleText()).toMatch(
      /Size the pool\*\n@ben · \*7 days overdue\* \(Fri 10 May 2024\) · prevent\n.*\n😴 snoozed until Mon 20 May 2024: “The vendor is \*late\*”/u,
    );
    expect(digest.visibleText()).toMatch(/Nobody owns these[\s\S]*Find out who owns the pool/u);
    expect(labelsOf(digest)).toEqual([
      ...['Done', 'Reassign', 'Won’t do'],
      ...['Take it', 'Give it to…', 'Done', 'Won’t do'],
    ]);

    await ana.submits((await ana.clicks('Reassign', digest)).modal, { person: 'mahari' });
    await ana.clicks('Take it', digest);
    await room.settle();
    expect(toldTo(mahari, 'Size the pool').visibleText()).toContain('is yours');
    expect(digest.visibleText()).toMatch(/Find out who owns the pool\*\n_no due date yet_/u);
    expect(digest.visibleText()).toContain('1 open');
  });
});
