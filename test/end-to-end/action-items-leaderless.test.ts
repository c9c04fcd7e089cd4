import { describe, expect, it } from 'vitest';
import { HOUR, type Instant } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { anAlertHook, fromAlertmanager } from '../support/alert-payloads.ts';
import { heardBy } from '../support/heard.ts';
import { labelsOf, toldTo } from '../support/item-room.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { hookSecrets, postAlert } from '../support/post-alert.ts';

async function until(room: Room, time: string): Promise<void> {
  for (let now = room.clock.now(); now < time; now = room.clock.now()) {
    await room.pass(Math.min(HOUR, Date.parse(time) - Date.parse(now)));
  }
}

/** Without the hours in between. */
async function leap(room: Room, time: string): Promise<void> {
  await room.settle();
  room.clock.set(time as Instant);
  await room.settle();
}

/** Declared by the bot; nobody commands it. */
async function openAlerted() {
  const room = await openRoom({ hookSecrets, policy: { alertHooks: [anAlertHook({})] } });
  await postAlert(room, fromAlertmanager([{}]));
  const channel = room.workspace.channels().find(({ name }) => name.startsWith('inc-1')) as Channel;
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ana.joins(channel);
  ben.joins(channel);
  await room.settle();
  return { room, channel, ana, ben };
}

/** The item’s own line can be pressed too. */
function askedIn(channel: Channel) {
  const offers = channel.messages().filter((message) => labelsOf(message).includes('Take it'));
  return offers.filter((message) => !message.visibleText().startsWith('🗒️ Action item'));
}

describe('an action item of an incident that nobody leads', () => {
  it('stands in the channel when it was given back, for all who can take it, and a week later once more', async () => {
    const { room, channel, ana, ben } = await openAlerted();
    await ana.types('/incident action @ben Size the pool by 2024-05-13', channel);
    await room.settle();
    const { modal } = await ben.clicks('Not me', toldTo(ben, 'Size the pool'));
    await ben.submits(modal, { reason: 'I am away' });
    await leap(room, '2024-05-14T08:59:00.000Z');
    const [asked, ...others] = askedIn(channel);
    expect(asked?.visibleText()).toMatch(/@ben gave this action item back: “I am away”[\s\S]*Size the pool/u);
    expect(others).toEqual([]);
    await leap(room, '2024-05-14T12:00:00.000Z');
    expect(askedIn(channel)).toHaveLength(2);
    await ana.clicks('Take it', asked as NonNullable<typeof asked>);
    await leap(room, '2024-05-30T12:00:00.000Z');
    expect(asked?.visibleText()).toContain('It is @ana’s now.');
    expect(askedIn(channel)).toEqual([]);
    expect(channel.messages().filter((message) => message.visibleText().includes('It is @ana’s now.'))).toHaveLength(2);
  });

  it('stands there when its owner was deactivated', async () => {
    const { room, channel, ana } = await openAlerted();
    await ana.types('/incident action @mahari Size the pool by 2024-05-13', channel);
    await room.settle();
    room.workspace.changePerson('mahari', { isDeactivated: true });
    await until(room, '2024-05-13T12:00:00.000Z');

    expect(askedIn(channel).map((message) => message.visibleText())).toEqual([
      expect.stringMatching(/The account of @mahari was deactivated[\s\S]*Size the pool/u),
    ]);
  });

  it('stands there once, where nobody in its group can be reached', async () => {
    const { room, channel, ana } = await openAlerted();
    await ana.types('/incident action @nobody Size the pool by 2024-05-13', channel);
    await ana.types('/incident resolve', channel);
    await until(room, '2024-05-22T12:00:00.000Z');

    const told = channel.messages().filter((message) => message.visibleText().includes('I can reach nobody'));
    expect(told.map(labelsOf)).toEqual([['Done', 'Reassign', 'Won’t do']]);
  });

  it('is offered there two working days after it was made without an owner, and each week until it is taken', async () => {
    const { room, channel, ana } = await openAlerted();
    await ana.types('/incident action Size the pool', channel);
    await until(room, '2024-05-09T08:59:00.000Z');
    expect(askedIn(channel)).toEqual([]);
    const offered: string[] = [];
    for (let day = 9; day < 25; day++) {
      const before = askedIn(channel).length;
      const date = `2024-05-${String(day).padStart(2, '0')}`;
      await leap(room, `${date}T08:59:00.000Z`);
      expect(askedIn(channel)).toHaveLength(before);
      await leap(room, `${date}T09:00:00.000Z`);
      const now = askedIn(channel).length;
      offered.push(...(now > before ? [date] : []));
    }
    expect(offered).toEqual(['2024-05-09', '2024-05-16', '2024-05-23']);
    expect(askedIn(channel).map((message) => message.visibleText())).toEqual(
      offered.map(() => expect.stringMatching(/nobody owns this action item\.[\s\S]*Size the pool/u)),
    );
    expect(heardBy(room, 'ana')).toEqual([]);
    await ana.clicks('Take it', askedIn(channel).at(-1) as NonNullable<ReturnType<typeof askedIn>[number]>);
    const before = channel.messages().length;
    await leap(room, '2024-06-07T12:00:00.000Z');
    expect(channel.messages().slice(before)).toEqual([]);
  });

  it('is put off in the channel, and offered there once more on that day', async () => {
    const { room, channel, ana } = await openAlerted();
    await ana.types('/incident action Size the pool', channel);
    await until(room, '2024-05-09T10:00:00.000Z');
    const [asked] = askedIn(channel);
    await ana.submits((await ana.picks('Pick a date…', asked as NonNullable<typeof asked>)).modal, {
      day: '2024-05-21',
    });
    await leap(room, '2024-05-21T08:00:00.000Z');
    expect(asked?.visibleText()).toContain('😴 snoozed until Tue 21 May 2024');
    expect(askedIn(channel)).toHaveLength(1);
    await leap(room, '2024-05-21T10:00:00.000Z');
    expect(askedIn(channel)).toHaveLength(2);
  });

  it('is offered once where Slack took the offer and its answer was lost', async () => {
    const { room, channel, ana } = await openAlerted();
    await ana.types('/incident action Size the pool', channel);
    await until(room, '2024-05-09T08:59:00.000Z');
    room.workspace.fails('chat.postMessage', { kind: 'reset-after' });
    await until(room, '2024-05-13T12:00:00.000Z');

    expect(askedIn(channel)).toHaveLength(1);
  });

  it('is offered once Slack takes it, where it had refused it', async () => {
    const { room, channel, ana } = await openAlerted();
    await ana.types('/incident action Size the pool', channel);
    await room.settle();
    room.workspace.archive(channel.name);
    await leap(room, '2024-05-09T18:00:00.000Z');
    room.workspace.unarchive(channel.name);
    expect(askedIn(channel)).toEqual([]);
    await until(room, '2024-05-10T10:00:00.000Z');

    expect(askedIn(channel)).toHaveLength(1);
  });

  it('is offered once where that was at the very end of the day, and its answer lost', async () => {
    const { room, channel, ana } = await openAlerted();
    await ana.types('/incident action Size the pool', channel);
    await room.settle();
    await room.bot.stop();
    room.clock.set('2024-05-09T16:59:59.900Z' as Instant);
    room.workspace.fails('chat.postMessage', { kind: 'reset-after' });
    await room.restart();
    await until(room, '2024-05-15T12:00:00.000Z');
    const [asked, ...others] = askedIn(channel);

    expect(others).toEqual([]);
    await ana.clicks('Take it', asked as NonNullable<typeof asked>);
    await room.settle();
    expect(asked?.visibleText()).toMatch(/nobody owned this action item\.[\s\S]*It is @ana’s now\./u);
  });

  it('is offered to whoever leads by then, and not there', async () => {
    const { room, channel, ana } = await openAlerted();
    await ana.types('/incident action Size the pool', channel);
    await ana.types('/incident assign commander @ana', channel);
    await until(room, '2024-05-10T12:00:00.000Z');

    expect(askedIn(channel)).toEqual([]);
    expect(heardBy(room, 'ana')).toEqual([expect.stringContaining('Size the pool')]);
  });
});
