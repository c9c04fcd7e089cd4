import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import type { Answer } from '../../src/sandbox/people/answer.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { deleteAsAdministrator } from '../support/delete-as-administrator.ts';
import { askDatabase } from '../support/engines.ts';
import { toldTo } from '../support/item-room.ts';
import { openRoom, type Room } from '../support/open-room.ts';

async function says(room: Room, channel: Channel | string, text: string): Promise<Answer> {
  const answer = await room.workspace.person('ana').types(`/incident ${text}`, channel);
  await room.settle();
  return answer;
}

function card(channel: Channel): string {
  return channel.pins()[0]?.visibleText() ?? '';
}

function told(room: Room, name: string): readonly string[] {
  return room.workspace
    .person(name)
    .directMessages()
    .map((message) => message.visibleText());
}

describe('canceling', () => {
  it('ends a false alarm everywhere it is shown, keeps why, and drafts nothing', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.pass(5 * MINUTE);

    const answer = await says(room, channel, 'cancel Only the *probe* was down');

    expect(answer.text).toContain('Now 🚫 canceled: a false alarm, without a postmortem.');
    expect(channel.message('canceled').visibleText()).toContain(
      '14:05 UTC *canceled*: investigating → canceled: Only the *probe* was down — ana',
    );
    expect(card(channel)).toContain('🚫 canceled');
    expect(card(channel)).toContain('· canceled 2024-05-07 14:05 UTC');
    expect(card(channel)).not.toMatch(/vacant|\[Resolve\]|\[Close\]/u);
    expect(channel.topic).toContain('canceled');
    expect(room.workspace.channel('incidents').messages()[0]?.visibleText()).toContain('🚫 canceled');
    expect((await says(room, 'general', 'list')).text).toContain('No incident is open.');
    expect(channel.files()).toEqual([]);
    const query = "select details_json from audit_entry where action = 'cancel-incident'";
    const [audited] = await askDatabase(room.config.databaseUrl, query);
    expect(JSON.parse(String(audited?.details_json))).toEqual({
      from: 'investigating',
      to: 'canceled',
      reason: 'Only the *probe* was down',
    });
  });

  it('tells how many action items go on, and lists them', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'action @ben Size the pool');
    await says(room, channel, 'action Watch the pool');
    const answer = await says(room, channel, 'cancel Only the probe was down');
    expect(answer.messages[0]?.visibleText()).toContain('2 action items of it are still open, and go on.');
    const ana = room.workspace.person('ana');
    await ana.clicks('Show them', answer.messages[0] as Message);
    await room.settle();
    const shown = ana.sees(channel).at(-1)?.visibleText();
    expect(shown).toContain('Size the pool');
    expect(shown).toContain('Watch the pool');
  });

  it('leaves the card away where somebody deletes it then, though an action item changes', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'action @ana Size the pool');
    await says(room, channel, 'cancel');
    deleteAsAdministrator(channel.pins()[0]);
    const ana = room.workspace.person('ana');
    await ana.clicks('Done', toldTo(ana, 'Size the pool'));
    await room.settle();

    expect(channel.message('Action item').visibleText()).toContain('✅ done by @ana');
    expect(channel.pins()).toEqual([]);
  });

  it('ends open calls, with a word to whoever was called', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'escalate @ben the pool ran dry');
    const calls = told(room, 'ben').length;

    await says(room, channel, 'cancel Only the probe');
    await room.pass(HOUR);

    expect(calls).toBe(1);
    expect(told(room, 'ben').slice(1)).toEqual([
      expect.stringMatching(/\*INC-1\* Booking is down .*is canceled: nobody has to answer/u),
    ]);
    expect((await says(room, channel, 'ack')).text).toContain('No call is waiting for an answer here.');
  });

  it('needs no reason', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'cancel');
    expect(channel.message('canceled').visibleText()).toMatch(/investigating → canceled — ana$/u);
  });

  it('takes back that it was resolved: nobody was hurt', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'resolve The probe is back');
    await says(room, channel, 'cancel');
    expect(card(channel)).not.toContain('· resolved');
    expect(room.workspace.channel('incidents').messages()[0]?.visibleText()).not.toContain('users affected until');
  });

  it('is taken back by the answer’s button, and by the command', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const answer = await says(room, channel, 'cancel');
    const [shown] = answer.messages;

    const back = await room.workspace.person('ana').clicks('Reopen', shown ?? channel.message('canceled'));
    await room.settle();

    expect(back.text).toBe('Now 🔥 investigating again.');
    expect(card(channel)).toContain('🔥 investigating');
    expect(card(channel)).not.toContain('· canceled');
    expect((await says(room, 'general', 'list')).text).toContain('INC-1');
    await says(room, channel, 'cancel');
    expect((await says(room, channel, 'reopen It was real')).text).toBe('Now 🔥 investigating again.');
    expect(channel.message('It was real').visibleText()).toContain('canceled → investigating: It was real');
  });

  it('names the mitigations that still stand', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'log mitigation: sign-ups are off');
    const answer = await says(room, channel, 'cancel');
    expect(answer.text).toContain('🚧 Still in place: sign-ups are off');
    expect(answer.text).toContain('[Reverted or kept?]');
  });

  it.each(['canceled', 'cancelled', 'Cancel'])('is what `status %s` leads to', async (word) => {
    const room = await openRoom();
    const channel = await declare(room);
    const answer = await says(room, channel, `status ${word} It was nothing`);
    expect(answer.text).toContain('A false alarm has a command of its own: `/incident cancel`');
    expect(card(channel)).toContain('🔥 investigating');
  });

  it('is refused of what has ended', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'cancel');
    expect((await says(room, channel, 'cancel')).text).toContain('It is canceled already.');

    const another = await declare(room, 'Checkout is down');
    await says(room, another, 'resolve');
    await closes(room.workspace.person('ana'), another);
    await room.settle();
    expect((await says(room, another, 'cancel')).text).toContain('This incident is closed.');
    expect(card(another)).toContain('📁 closed');
  });
});

describe('a canceled incident', () => {
  it.each([
    'resolve Over',
    'close',
    'status monitoring',
    'severity SEV1',
    'update',
    'update All is well',
    'assign',
    'assign commander',
    'escalate @ben help',
  ])('refuses `%s`, and says to reopen it first', async (words) => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'cancel');
    const before = channel.messages().length;

    const answer = await says(room, channel, words);

    expect(answer.text).toContain('This incident is canceled: it was a false alarm.');
    expect(answer.text).toContain('`/incident reopen` it first');
    expect(channel.messages()).toHaveLength(before);
    expect(card(channel)).toContain('🚫 canceled');
  });

  it('takes events and action items, and says that it gets no postmortem', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'cancel');

    expect((await says(room, channel, 'log The probe is mended')).text).toContain('On the timeline at');
    const added = await says(room, channel, 'action @ben Mend the probe by 2024-05-20');
    expect(added.text).toContain('is told now');
    expect(told(room, 'ben')).toEqual([expect.stringContaining('Mend the probe')]);
    expect((await says(room, channel, 'postmortem')).text).toContain(
      'This was a false alarm, which gets no postmortem.',
    );
  });

  it('tells the owners of its action items nothing again', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'action @ben Mend the probe');
    const before = told(room, 'ben');
    expect(before).toEqual([expect.stringContaining('Mend the probe')]);

    await says(room, channel, 'cancel');

    expect(told(room, 'ben')).toEqual(before);
  });

  it('is due no update, and nobody is nudged', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await says(room, channel, 'update Bookings fail');
    expect(card(channel)).toContain('next by');

    await says(room, channel, 'cancel');
    await room.pass(HOUR);

    expect(card(channel)).not.toContain('next by');
    expect(told(room, 'ana')).toEqual([]);
  });

  it('is not read again when the bot starts', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const reads = () => room.workspace.record.calls.filter(({ method }) => method === 'conversations.history').length;
    await room.restart();
    await room.settle();
    const whileOpen = reads();
    await says(room, channel, 'cancel');

    await room.restart();
    await room.settle();

    expect(whileOpen).toBeGreaterThan(0);
    expect(reads()).toBe(whileOpen);
  });

  it('loses its transcript as many days after as a closed one does', async () => {
    const room = await openRoom({ policy: { transcript: { isKept: true, retentionDays: 3 } } });
    const channel = await declare(room);
    room.workspace.person('ana').says('The probe is down', channel);
    await room.settle();
    const kept = () => askDatabase(room.config.databaseUrl, 'select text from transcript_message');
    await room.pass(5 * DAY);
    await says(room, channel, 'cancel');

    await room.pass(2 * DAY);
    expect(await kept()).toHaveLength(1);
    await room.pass(2 * DAY);
    expect(await kept()).toEqual([]);
  });
});
