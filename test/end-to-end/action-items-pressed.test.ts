import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Modal } from '../../src/sandbox/people/modal.ts';
import { deleteAsAdministrator } from '../support/delete-as-administrator.ts';
import { type ItemRoom, labelsOf, openItemRoom, toldTo } from '../support/item-room.ts';
import { repeatEvent } from '../support/repeat-event.ts';
import { changesOf } from '../support/trackers/tracker-room.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Ben’s message once he accepted: with all that an owner can press. */
async function accepted({ room, ben }: ItemRoom): Promise<Message> {
  const told = toldTo(ben, 'Size the pool');
  await ben.clicks('Accept', told);
  await room.settle();
  return told;
}

function line({ channel }: ItemRoom): string {
  return channel.message('Action item:').visibleText();
}

describe('an action item', () => {
  it('is done by a press, struck through wherever it is shown, and opened again with its owner and date', async () => {
    const opened = await openItemRoom();
    const { room, ben } = opened;
    const told = await accepted(opened);
    const done = await ben.clicks('Done', told);
    await room.settle();

    expect(done.text).toContain('Done: Size the pool. Thank you.');
    expect(told.visibleText()).toContain('~Size the pool~\n✅ done by @ben');
    expect(labelsOf(told)).toEqual(['Reopen']);
    expect(line(opened)).toBe('🗒️ Action item: ~Size the pool~ · ✅ done by @ben');

    const again = await ben.clicks('Reopen', told);
    await room.settle();
    expect(again.text).toBe('Open again, due Fri 10 May 2024: Size the pool.');
    expect(line(opened)).toBe('🗒️ Action item: *prevent*: Size the pool · @ben · due Fri 10 May 2024');
    expect(labelsOf(told)).toContain('Done');
  });

  it('is opened again from the answer too', async () => {
    const opened = await openItemRoom();
    const { room, ben } = opened;
    await ben.clicks('Done', toldTo(ben, 'Size the pool'));
    await room.settle();
    const answer = ben.directMessages().find(({ ephemeralFor }) => ephemeralFor === 'ben');
    await ben.clicks('Reopen', answer as Message);
    await room.settle();
    const twice = await ben.clicks('Reopen', answer as Message);
    await room.settle();

    expect(line(opened)).toContain('Size the pool · @ben');
    expect(twice.text).toContain('“Size the pool” is open: @ben changed it, ');
  });

  it('of a private incident is nothing to whoever left its channel', async () => {
    const opened = await openItemRoom();
    const { room, ana, ben } = opened;
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    ana.invites('ben', 'inc-2-leak');
    await room.settle();
    await ana.types('/incident action @ben Rotate the key by 2024-05-20', 'inc-2-leak');
    await room.settle();
    const told = toldTo(ben, 'Rotate the key');
    ben.leaves('inc-2-leak');
    await room.settle();
    const before = told.visibleText();
    const presses = [await ben.clicks('Done', told), await ben.clicks('Change date', told)];
    ben.reactsWith('white_check_mark', told);
    await ana.submits((await ana.clicks('Reassign', toldTo(ana, 'not in the channel any more'))).modal, {
      person: 'ana',
    });
    await room.settle();

    expect(presses.map(({ text }) => text)).toEqual(presses.map(() => expect.stringContaining('I find no such')));
    expect(told.visibleText()).toBe(before);
    const shown = room.workspace.channel('inc-2-leak').message('Action item:');
    expect(shown.visibleText()).toContain('Rotate the key · @ana');
  });

  it('is done once when two press at the same moment, and the second hears who did it', async () => {
    const opened = await openItemRoom({}, '/incident action @dba Size the pool by 2024-05-10');
    const { room, ben, mahari } = opened;
    const [bens, maharis] = [toldTo(ben, 'Size the pool'), toldTo(mahari, 'Size the pool')];
    const answers = await Promise.all([ben.clicks('Done', bens), mahari.clicks('Done', maharis)]);
    await room.settle();

    const texts = answers.map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('Done: Size the pool.'))).toHaveLength(1);
    expect(texts.filter((text) => /“Size the pool” was marked as done by @(?:ben|mahari), /u.test(text))).toHaveLength(
      1,
    );
  });

  it('is given up with a reason, which stands beside it', async () => {
    const opened = await openItemRoom();
    const { room, ben } = opened;
    const told = await accepted(opened);
    const { modal } = await ben.clicks('Won’t do', told);
    expect((await ben.submits(modal, { reason: ' ' })).errors.reason).toContain('Say why');
    await ben.submits(modal, { reason: 'The service goes away in *June*' });
    await room.settle();

    expect(told.visibleText()).toContain('🚫 given up by @ben: “The service goes away in *June*”');
    expect(line(opened)).toContain('~Size the pool~ · 🚫 given up by @ben');
    await ben.clicks('Reopen', told);
    await room.settle();
    expect(line(opened)).toContain('Size the pool · @ben · due Fri 10 May 2024');
  });

  it('says in an open form that it was done meanwhile, by whom', async () => {
    const opened = await openItemRoom();
    const { room, ana, ben } = opened;
    const { modal } = await ben.clicks('Won’t do', await accepted(opened));
    ana.reactsWith('white_check_mark', opened.channel.message('Action item:'));
    await room.settle();
    const late = await ben.submits(modal, { reason: 'Nobody needs it' });

    expect(late.modal?.visibleText()).toContain('“Size the pool” was marked as done by @ana');
    expect(modal?.field('reason').value).toBe('Nobody needs it');
  });

  it('is given to somebody else, who is told, and whose answer counts from then on', async () => {
    const opened = await openItemRoom();
    const { room, ben, mahari } = opened;
    const told = await accepted(opened);
    await ben.submits((await ben.clicks('Reassign', told)).modal, { person: 'mahari' });
    await room.settle();

    expect(told.visibleText()).toContain('It is @mahari’s now.');
    expect(labelsOf(told)).toEqual([]);
    expect(labelsOf(toldTo(mahari, 'Size the pool'))).toEqual(['Accept', 'Not me', 'Change date', 'Done']);
    expect(line(opened)).toContain('Size the pool · @mahari');
  });

  it('is given by a form as others left it, or the form asks again', async () => {
    const opened = await openItemRoom();
    const { room, ana, ben } = opened;
    await ben.submits((await ben.clicks('Not me', toldTo(ben, 'Size the pool'))).modal, { reason: 'On leave' });
    await room.settle();
    const handed = toldTo(ana, 'gave this action item back');
    const { modal } = await ana.clicks('Give it to…', handed);
    await ana.clicks('Take it', handed);
    const late = await ana.submits(modal, { person: 'mahari' });

    expect(late.modal?.visibleText()).toContain('Somebody was faster: @ana took it');
    expect(late.isClosed).toBe(false);
    expect((await ana.submits(late.modal)).isClosed).toBe(true);
    await room.settle();
    expect(line(opened)).toContain('Size the pool · @mahari');
  });
});

describe('snoozing', () => {
  it('takes a press the first time, a reason from the second on, and lands on a working day', async () => {
    const opened = await openItemRoom();
    const { room, ben } = opened;
    const told = await accepted(opened);
    const first = await ben.picks('1 day', told);
    await room.settle();
    expect(first.text).toBe('Snoozed until Wed 8 May 2024: Size the pool.');
    expect(told.visibleText()).toContain('Snooze');

    const second = await ben.picks('A week', told);
    expect(second.modal?.field('day').value).toBe('2024-05-14');
    expect((await ben.submits(second.modal, { reason: '' })).errors).toHaveProperty('reason');
    expect((await ben.submits(second.modal, { reason: '  ' })).errors.reason).toContain('It was snoozed once before.');
    // A Saturday becomes the Monday after.
    expect((await ben.submits(second.modal, { day: '2024-05-18', reason: 'Waiting' })).isClosed).toBe(true);
    await room.settle();
    const third = await ben.picks('Pick a date…', told);
    expect(third.modal?.field('day').value).toBe('2024-05-20');
    expect(third.modal?.visibleText()).toContain('It was snoozed 2 times before');
  });

  it('takes no day that is over, and says when it is that day already', async () => {
    const opened = await openItemRoom();
    const { room, ben } = opened;
    const told = await accepted(opened);
    const { modal } = await ben.picks('Pick a date…', told);
    expect((await ben.submits(modal, { day: '2024-05-07' })).errors.day).toContain(
      'Pick tomorrow or a later day, not Tue 7 May 2024.',
    );
    expect((await ben.submits(modal, { day: '2024-05-10' })).isClosed).toBe(true);
    const same = await ben.picks('3 days', told);
    await room.settle();
    expect(same.text).toBe('It is snoozed until Fri 10 May 2024 already.');
  });
});

describe('the menu of days', () => {
  it('can be used again after its form was closed', async () => {
    const opened = await openItemRoom();
    const { room, ben } = opened;
    const told = await accepted(opened);
    const { modal } = await ben.picks('Pick a date…', told);
    await ben.closes(modal as Modal);
    await room.settle();

    expect(told.menus(ben).map(({ chosen }) => chosen)).toEqual([undefined]);
  });
});

describe('✅', () => {
  it('on the line in the channel means done, adds nothing to the timeline, and is undone by taking it back', async () => {
    const opened = await openItemRoom();
    const { room, channel, ana, ben } = opened;
    const shown = channel.message('Action item:');
    ben.reactsWith('white_check_mark', shown);
    await room.settle();
    expect(line(opened)).toContain('~Size the pool~ · ✅ done by @ben');
    expect((await ana.types('/incident timeline', channel)).text).not.toMatch(/✅|resolution/u);

    ana.reactsWith('white_check_mark', shown);
    await room.settle();
    ana.takesBack('white_check_mark', shown);
    await room.settle();
    expect(line(opened)).toContain('done by @ben');
    ben.takesBack('white_check_mark', shown);
    await room.settle();
    expect(line(opened)).toContain('Size the pool · @ben · due Fri 10 May 2024');
  });

  it('on a direct message means done too, but taking it back leaves what a button did', async () => {
    const opened = await openItemRoom();
    const { room, ben } = opened;
    const told = toldTo(ben, 'Size the pool');
    ben.reactsWith('white_check_mark::skin-tone-3', told);
    await room.settle();
    expect(told.visibleText()).toContain('✅ done by @ben');
    await ben.clicks('Reopen', told);
    await ben.clicks('Done', await reopened());
    ben.takesBack('white_check_mark::skin-tone-3', told);
    await room.settle();
    expect(told.visibleText()).toContain('✅ done by @ben');

    async function reopened(): Promise<Message> {
      await room.settle();
      return told;
    }
  });

  it('is undone where the item was closed by it, not on another message that bears one too', async () => {
    const opened = await openItemRoom();
    const { room, channel, ben } = opened;
    const [shown, told] = [channel.message('Action item:'), toldTo(ben, 'Size the pool')];
    for (const message of [shown, told]) {
      ben.reactsWith('white_check_mark', message);
      await room.settle();
    }
    ben.takesBack('white_check_mark', told);
    await room.settle();
    expect(line(opened)).toContain('✅ done by @ben');
    ben.takesBack('white_check_mark', shown);
    await room.settle();
    expect(line(opened)).toContain('Size the pool · @ben · due Fri 10 May 2024');
  });

  it('of whoever leads means nothing where they read of another’s item, and they hear so once', async () => {
    const opened = await openItemRoom();
    const { room, channel, ana, ben } = opened;
    await ben.submits((await ben.clicks('Not me', toldTo(ben, 'Size the pool'))).modal, { reason: 'No time' });
    await room.settle();
    const asked = toldTo(ana, 'gave this action item back');
    ana.reactsWith('white_check_mark', asked);
    await room.settle();
    expect(line(opened)).not.toContain('done');
    const answers = ana.directMessages().filter(({ ephemeralFor }) => ephemeralFor === 'ana');
    expect(answers.map((message) => message.visibleText())).toEqual([expect.stringContaining('is not yours')]);

    await ana.clicks('Take it', asked);
    await room.settle();
    ana.takesBack('white_check_mark', asked);
    ana.reactsWith('white_check_mark', asked);
    await room.settle();
    expect(channel.message('Action item:').visibleText()).toContain('✅ done by @ana');
  });

  it('counts once when Slack delivers it three times, the last of them once it was taken back', async () => {
    const opened = await openItemRoom();
    const { room, channel, ben } = opened;
    const shown = channel.message('Action item:');
    room.workspace.repeatsDeliveries(1);
    ben.reactsWith('white_check_mark', shown);
    await room.settle();
    expect(line(opened)).toContain('done by @ben');
    ben.takesBack('white_check_mark', shown);
    await room.settle();
    await repeatEvent(room, 'reaction_added');

    expect(line(opened)).toContain('Size the pool · @ben · due Fri 10 May 2024');
    expect(await changesOf(room)).toHaveLength(2);
  });
});

describe('a message that shows an item', () => {
  it('is forgotten once somebody deleted it', async () => {
    const opened = await openItemRoom();
    const { room, ana, ben, channel } = opened;
    const told = toldTo(ben, 'Size the pool');
    const drawings = () => room.workspace.record.calls.filter((call) => call.arguments.ts === told.ts);
    deleteAsAdministrator(told);
    ana.reactsWith('white_check_mark', channel.message('Action item:'));
    await room.pass(DAY);
    expect(line(opened)).toContain('done by @ana');
    expect(drawings()).toMatchObject([{ error: 'message_not_found' }]);

    ana.takesBack('white_check_mark', channel.message('Action item:'));
    await room.pass(DAY);
    expect(line(opened)).toContain('Size the pool · @ben');
    expect(drawings()).toHaveLength(1);
  });

  it('shows what changed while it was on its way', async () => {
    const opened = await openItemRoom();
    const { room, ana, ben, channel } = opened;
    // It is posted, and pressed, before the bot hears that it was posted.
    room.workspace.fails('conversations.open', { kind: 'rate-limited', retryAfterSeconds: 60 });
    await ana.types('/incident action @ben Watch the pool', channel);
    await room.settle();
    room.workspace.fails('chat.postMessage', { kind: 'slow', milliseconds: 2_000 });
    room.clock.advance(MINUTE);
    await waitUntil(() => ben.directMessages().some((message) => message.visibleText().includes('Watch the pool')));
    const told = toldTo(ben, 'Watch the pool');
    await ben.clicks('Done', told);
    room.clock.advance(2_000);
    await room.settle();

    expect(told.visibleText()).toContain('~Watch the pool~\n✅ done by @ben');
  });

  it('works after a restart', async () => {
    const opened = await openItemRoom();
    const { room, ben } = opened;
    const told = toldTo(ben, 'Size the pool');
    await room.restart();
    await ben.clicks('Done', told);
    await room.settle();
    expect(line(opened)).toContain('done by @ben');
  });
});
