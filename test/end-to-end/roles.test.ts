import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closes } from '../support/closes.ts';
import { declare, transcript } from '../support/declare.ts';
import { openRoom } from '../support/open-room.ts';

function card(channel: Channel): string {
  return channel.pins()[0]?.visibleText() ?? '';
}

function draft(channel: Channel): string {
  const file = channel.files().findLast(({ name }) => name.endsWith('.md'));
  return file?.content?.toString() ?? '';
}

describe('giving a role', () => {
  it('to oneself: the card, the timeline and the channel tell it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    expect(card(channel)).toContain('_vacant: commander, scribe, communications lead_');

    const answer = await room.workspace.person('ana').types('/incident assign commander', channel);
    await room.settle();

    expect(answer.text).toBe('ana is commander. The card shows it.');
    expect(card(channel)).toContain('Commander @ana · _vacant: scribe, communications lead_');
    expect(channel.message('role changed').visibleText()).toContain('*role changed*: ana is commander — ana');
  });

  it('to somebody who is not in the channel brings them there, in a private incident too', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const channel = room.workspace.channel('inc-1-leak');
    await ana.types('/incident assign comms @mahari', channel);
    await room.settle();

    expect(channel.members()).toContain('mahari');
    expect(card(channel)).toContain('Communications lead @mahari');
  });

  it('that another has takes it from them', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident assign commander', channel);
    await ana.types('/incident assign @ben commander', channel);
    await room.settle();

    expect(card(channel)).toContain('Commander @ben');
    expect(transcript(channel)).toContain('ben is commander instead of ana');
  });

  it('to nobody leaves it vacant', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident assign scribe', channel);
    const answer = await ana.types('/incident assign scribe nobody', channel);
    await room.settle();

    expect(answer.text).toContain('ana is scribe no more');
    expect(card(channel)).toContain('vacant: commander, scribe');
  });

  it('that they have already changes nothing', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident assign scribe', channel);
    await room.settle();
    const before = channel.messages().length;
    expect((await ana.types('/incident assign scribe', channel)).text).toBe('It is so already.');
    await room.settle();
    expect(channel.messages()).toHaveLength(before);
  });

  it('that the policy has in the place of ours', async () => {
    const room = await openRoom({ policy: { roles: [{ name: 'data-keeper', meaning: 'Watches the data' }] } });
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    expect((await ana.types('/incident assign commander', channel)).text).toContain('There are `data-keeper`');
    await ana.types('/incident assign data @ben', channel);
    await room.settle();
    expect(card(channel)).toContain('Data keeper @ben');
  });

  it.each([
    ['assign comm', '“comm” does not say which role. Did you mean `commander`? There are `commander`, `scribe`'],
    ['assign driver @ben', '“driver” does not say which role. There are `commander`, `scribe`, `communications-lead`'],
    ['assign @ben', 'Say which role: `/incident assign` with `commander`'],
    ['assign scribe @robot', 'Robot is a bot. Name a person or a group.'],
    ['assign scribe @gone', 'account is deactivated'],
    ['assign scribe @nobodyatall', 'I don’t know @nobodyatall.'],
    ['assign scribe @dba', 'A role is one person’s. Name one person'],
    ['assign scribe @ana @ben', 'A role is one person’s.'],
  ])('is refused for %j', async (text, why) => {
    const room = await openRoom();
    const channel = await declare(room);
    const answer = await room.workspace.person('ana').types(`/incident ${text}`, channel);
    expect(answer.text.toLowerCase()).toContain(why.toLowerCase());
    await room.settle();
    expect(card(channel)).toContain('vacant: commander, scribe');
  });
});

describe('the form of roles', () => {
  it('is opened by the card and by the bare command, shows who has what, and takes what changed', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.types('/incident assign commander', channel);
    await room.settle();
    const { modal } = await ana.clicks('Roles', channel.pins()[0] ?? channel.message('Declared'));
    expect(modal?.field('Commander').value).toBe(ana.id);
    ben.joins(channel);
    await ben.types('/incident assign lead', channel);
    const sent = await ana.submits(modal, { Commander: '', Scribe: 'mahari' });
    await room.settle();

    expect(sent).toMatchObject({ errors: {}, isClosed: true });
    expect(card(channel)).toContain('Scribe @mahari · Communications lead @ben · _vacant: commander_');
    expect((await ben.types('/incident assign', channel)).modal?.field('Scribe').value).toBe(
      room.workspace.person('mahari').id,
    );
  });

  it('says at its field whom it does not take, and then changes nothing', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const { modal } = await ana.clicks('Roles', channel.pins()[0] ?? channel.message('Declared'));
    const sent = await ana.submits(modal, { Commander: 'ana', Scribe: 'robot' });
    await room.settle();

    expect(sent.errors['role:scribe']).toContain('is a bot');
    expect(card(channel)).toContain('vacant: commander');
  });
});

describe('the postmortem', () => {
  it('names the roles of everybody who had one', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident assign commander', channel);
    await ana.types('/incident assign scribe @mahari', channel);
    await room.pass(10 * MINUTE);
    await ana.types('/incident assign commander @ben', channel);
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();

    expect(card(channel)).toContain('Commander @ben · Scribe @mahari\n');
    expect(draft(channel)).toContain('| ana | commander');
    expect(draft(channel)).toContain('| ben | commander');
    expect(draft(channel)).toContain('| mahari | scribe');
    expect(draft(channel)).toContain('ana is commander; mahari is scribe');
  });
});
