import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import { closes } from '../support/closes.ts';
import { askDatabase } from '../support/engines.ts';
import {
  call,
  callsOf,
  cards,
  type Desk,
  lookOver,
  onDutyPolicy,
  openAgain,
  opened,
  openForm,
  twoPolicies,
} from '../support/escalate-desk.ts';

describe('the form to escalate', () => {
  it('calls nobody before Call: nothing is posted, sent or recorded', async () => {
    const desk = await openForm();
    const { room, channel } = desk;
    const before = { posted: channel.messages().length, timeline: await timelineOf(desk) };

    const preview = await lookOver(desk, { people: ['ben'], reason: 'the pool ran dry' });
    await room.settle();

    expect(preview.visibleText()).toContain('Nobody has been called yet.');
    expect(channel.messages()).toHaveLength(before.posted);
    expect(await timelineOf(desk)).toBe(before.timeline);
    expect(room.workspace.record.calls.filter(({ method }) => method === 'conversations.open')).toEqual([]);

    await call(desk, preview);
    expect(cards(channel)).toHaveLength(1);
    expect(callsOf(room, 'ben')).toEqual([expect.stringContaining('the pool ran dry')]);
  });

  it('shows the very words that are sent then', async () => {
    const desk = await openForm();
    const { room, channel } = desk;
    const ana = room.workspace.person('ana');
    for (const text of ['first', 'second', 'third', 'fourth']) {
      await ana.types(`/incident log ${text} thing`, channel);
    }
    await room.settle();

    const preview = await lookOver(desk, { people: ['ben'], reason: 'the pool\nran dry' });
    const [, words = ''] = preview.visibleText().split('with buttons to answer:\n');
    await call(desk, preview);

    expect(words).toContain('@ana calls you to *INC-1* Booking is down in #inc-1-booking-is-down');
    expect(words).toContain('second thing');
    expect(words).not.toContain('first thing');
    expect(callsOf(room, 'ben')[0]).toContain(words);
  });

  it('calls people, groups and policies at once, each by an escalation of its own', async () => {
    const desk = await openForm(twoPolicies);
    const { room, channel } = desk;
    const preview = await lookOver(desk, { people: ['mahari'], groups: ['@dba'], policies: ['network'] });

    expect(preview.visibleText()).toContain('now: @mahari');
    expect(preview.visibleText()).toContain('now: everybody in @dba');
    expect(preview.visibleText()).toContain('*Policy network*');
    await call(desk, preview);

    expect(cards(channel)).toEqual([
      expect.stringContaining('@mahari is called'),
      expect.stringContaining('@dba is called'),
      expect.stringContaining('policy *network* is called'),
    ]);
    expect(callsOf(room, 'ben')).toHaveLength(2);
    expect(callsOf(room, 'mahari')).toHaveLength(2);
  });

  it('calls the severity’s policy where nobody is chosen, by the steps of the hour', async () => {
    const desk = await openForm(twoPolicies);
    const { room, channel } = desk;
    expect(desk.form.visibleText()).toContain(
      `Choose nobody, and the policy *database* is called, as for every ${defaultPolicy.defaultSeverity}.`,
    );
    const inHours = await lookOver(desk, {});
    expect(inHours.visibleText()).toContain('*Policy database* _– working hours now (09:00 to 14:05 UTC)_');
    expect(inHours.visibleText()).toContain('• now: @mahari\nAgain every 7 min, 2 times in all');

    await room.workspace.person('ana').closes(inHours);
    await room.pass(10 * MINUTE);
    const after = await lookOver(desk, {});
    expect(after.visibleText()).toContain('_– outside of working hours now');
    expect(after.visibleText()).toContain(
      '• now: @ben\n• after 5 min: @mahari, ~@gone~ (a bot or deactivated, cannot be called)\nThen all of it again, 2 times in all',
    );
    await call(desk, after);

    expect(cards(channel)).toEqual([expect.stringContaining('policy *database* is called')]);
    expect(callsOf(room, 'ben')).toHaveLength(1);
    expect(callsOf(room, 'mahari')).toEqual([]);
  });

  it('names who is on duty in a rota when each step begins, and calls them', async () => {
    const desk = await openForm(onDutyPolicy);
    const { room } = desk;
    const preview = await lookOver(desk, {});
    expect(preview.visibleText()).toContain(
      '• now: @mahari (rota *database*)\n• after 10 min: @ben (rota *database*)\nThen all of it again, 3 times in all',
    );
    await call(desk, preview);
    expect([callsOf(room, 'mahari').length, callsOf(room, 'ben').length]).toEqual([1, 0]);
    await room.pass(10 * MINUTE);

    expect([callsOf(room, 'mahari').length, callsOf(room, 'ben').length]).toEqual([1, 1]);
  });

  it('says where no policy names anybody, and refuses at the people', async () => {
    const { room, form } = await openForm();
    expect(form.visibleText()).toContain('no policy names anybody for');
    expect(form.fields().map(({ name }) => name)).toEqual(['people', 'groups', 'reason', 'urgency']);

    const { errors, isClosed } = await room.workspace.person('ana').submits(form, { reason: 'help' });
    expect(isClosed).toBe(false);
    expect(errors).toEqual({
      people: `Choose a person or a group: no policy names whom to call for ${defaultPolicy.defaultSeverity}.`,
    });
  });

  it.each([
    ['a bot', ['ben', 'robot'], 'Robot is a bot. Name a person or a group.'],
    ['somebody who left', ['gone'], 'gone’s account is deactivated. Name somebody else.'],
  ])('refuses %s at the field', async (_, people, why) => {
    const { room, form } = await openForm();

    expect((await room.workspace.person('ana').submits(form, { people })).errors).toEqual({ people: why });
  });

  it.each([
    ['quotes and new lines, as many as fit', '"\\"\n'.repeat(225)],
    ['emoji, as many as fit', '🔥'.repeat(450)],
    ['markup', '<!channel> & <@U1> *b* `c`\n> q'],
    ['other scripts, and what turns lines around', '日本\u202e\t"'],
  ])('carries a reason as it was typed: %s', async (_, reason) => {
    const desk = await openForm();
    await call(desk, await lookOver(desk, { people: ['ben'], groups: ['@dba', '@nobody'], reason }));

    const told = "select text from timeline_event where kind = 'escalation' order by id";
    const texts = (await askDatabase(desk.room.config.databaseUrl, told)).map(({ text }) => text);
    expect(texts).toEqual([
      `Escalated to ben: ${reason.trim()}`,
      `Escalated to @dba: ${reason.trim()}`,
      `Escalated to @nobody: ${reason.trim()}`,
    ]);
  });

  it('calls once by default in no hurry, and nobody in their place', async () => {
    const desk = await openForm(twoPolicies);
    const preview = await lookOver(desk, { policies: ['database'], urgency: 'no-hurry' });
    expect(preview.visibleText()).toContain('• now: @mahari\nOnce, with 30 min to answer; nobody else in their place.');
    expect(preview.visibleText()).toContain('No hurry.');
    await call(desk, preview);
    await desk.room.pass(60 * MINUTE);

    expect(callsOf(desk.room, 'mahari')).toHaveLength(1);
    expect(callsOf(desk.room, 'ben')).toEqual([]);
  });
});

describe('looking it over', () => {
  it('leads back to the form with what was typed, as often as one likes', async () => {
    const desk = await openForm();
    const ana = desk.room.workspace.person('ana');
    await ana.closes(
      await lookOver(desk, { people: ['ben', 'mahari'], groups: ['@dba'], reason: 'the pool', urgency: 'no-hurry' }),
    );

    expect(ana.modal?.fields().map(({ name, value }) => [name, value])).toEqual([
      ['people', [desk.room.workspace.person('ben').id, desk.room.workspace.person('mahari').id]],
      ['groups', [expect.objectContaining({ text: expect.objectContaining({ text: '@dba' }) })]],
      ['reason', 'the pool'],
      ['urgency', expect.objectContaining({ value: 'no-hurry' })],
    ]);
    const again = await lookOver(desk, { people: ['ben'], groups: [] });
    expect(again.visibleText()).not.toContain('mahari');
    await call(desk, again);
    expect(cards(desk.channel)).toHaveLength(1);
  });

  it('calls once, however often Call is pressed', async () => {
    const desk = await openForm();
    const { room, channel } = desk;
    const ana = room.workspace.person('ana');
    const preview = await lookOver(desk, { people: ['ben'] });
    const sent = await Promise.all([ana.submits(preview, {}), ana.submits(preview, {})]);
    await room.settle();

    expect(sent).toMatchObject([
      { failed: undefined, modal: undefined },
      { failed: undefined, modal: undefined },
    ]);
    expect(cards(channel)).toHaveLength(1);
    expect(callsOf(room, 'ben')).toHaveLength(1);
  });

  it.each([
    [
      'the incident was closed',
      async ({ room, channel }: Desk) => {
        room.workspace.person('mahari').joins(channel);
        await room.workspace.person('mahari').types('/incident resolve', channel);
        await closes(room.workspace.person('mahari'), channel);
      },
      'This incident is closed.',
    ],
    [
      'somebody left',
      async ({ room }: Desk) => room.workspace.changePerson('ben', { isDeactivated: true }),
      'ben’s account is deactivated.',
    ],
    [
      'a group was disabled',
      async ({ room }: Desk) => room.workspace.editGroup('dba', { isDisabled: true }),
      'A group that you chose is gone.',
    ],
    [
      'a policy went',
      async ({ room }: Desk) => room.restart({ escalationPolicies: [] }),
      '“network” is no escalation policy.',
    ],
  ])('calls nobody and says so where meanwhile %s', async (_, happens, why) => {
    const desk = await openForm(twoPolicies);
    const ana = desk.room.workspace.person('ana');
    const preview = await lookOver(desk, {
      people: ['ben'],
      groups: ['@dba'],
      policies: ['network'],
      reason: 'the pool',
    });
    await happens(desk);
    await desk.room.settle();
    const sent = await ana.submits(preview, {});
    await desk.room.settle();

    expect(sent).toMatchObject({ failed: undefined, isClosed: false });
    expect(sent.modal?.visibleText()).toContain(`*Nobody was called.* ${why}`);
    expect(cards(desk.channel)).toEqual([]);
    await ana.closes(opened(sent.modal));
    expect(ana.modal?.field('reason').value).toBe('the pool');
  });

  it('says so where it breaks, and leaves the form below', async () => {
    const desk = await openForm();
    const ana = desk.room.workspace.person('ana');
    const preview = await lookOver(desk, { people: ['ben'], reason: 'the pool' });
    preview.record.definition = { ...preview.record.definition, private_metadata: '{"channel":7}\nthe pool' };
    const sent = await ana.submits(preview, {});

    expect(sent).toMatchObject({ failed: undefined, isClosed: false });
    expect(sent.modal?.visibleText()).toContain('Something broke on my side, and part of it may be saved already.');
    expect(cards(desk.channel)).toEqual([]);
    await ana.closes(opened(sent.modal));
    expect(ana.modal?.field('reason').value).toBe('the pool');
  });

  it('shows whom it would call now, and calls nobody yet, where meanwhile the severity changed', async () => {
    const desk = await openForm(twoPolicies);
    const { room, channel } = desk;
    const ana = room.workspace.person('ana');
    const preview = await lookOver(desk, { reason: 'the pool' });
    const [database, network] = twoPolicies(room).escalationPolicies;
    await room.restart({
      escalationPolicies: [
        { ...database, severities: [] },
        { ...network, severities: ['SEV1'] },
      ] as never,
    });
    await ana.types('/incident severity SEV1', channel);
    await room.settle();
    const sent = await ana.submits(preview, {});
    await room.settle();

    expect(sent).toMatchObject({ failed: undefined, isClosed: false });
    expect(sent.modal?.visibleText()).toContain('Others would be called now than you were shown. *Call* calls:');
    expect(sent.modal?.visibleText()).toContain('*Policy network*\n• now: @ben');
    expect(cards(channel)).toEqual([]);
    expect([callsOf(room, 'ben'), callsOf(room, 'mahari')]).toEqual([[], []]);

    await call(desk, opened(sent.modal));
    expect(cards(channel)).toEqual([expect.stringContaining('policy *network* is called')]);
    expect(callsOf(room, 'ben')).toEqual([expect.stringContaining('the pool')]);
  });

  it('shows the one who came on duty meanwhile', async () => {
    const desk = await openForm(onDutyPolicy);
    const { room } = desk;
    const preview = await lookOver(desk, {});
    await room.pass(6 * MINUTE);
    const { modal } = await room.workspace.person('ana').submits(preview, {});
    await room.settle();
    expect(modal?.visibleText()).toContain('• now: @ben (rota *database*)\n• after 10 min: @ben (rota *database*)');
    expect([callsOf(room, 'mahari'), callsOf(room, 'ben')]).toEqual([[], []]);

    await call(desk, opened(modal));
    expect([callsOf(room, 'mahari').length, callsOf(room, 'ben').length]).toEqual([0, 1]);
  });

  it('calls at once where meanwhile only waits and rounds changed', async () => {
    const desk = await openForm(twoPolicies);
    const preview = await lookOver(desk, { policies: ['network'] });
    const [database, network] = twoPolicies(desk.room).escalationPolicies;
    const steps = network?.steps.map((step) => ({ ...step, waitMinutes: 9 }));
    await desk.room.restart({ escalationPolicies: [database, { ...network, steps, rounds: 2 }] as never });
    await call(desk, preview);

    expect(cards(desk.channel)).toEqual([expect.stringContaining('policy *network* is called')]);
  });

  it('tells that a private incident opens to whoever is called, and tells nobody else of it', async () => {
    const { room } = await openForm();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const channel = room.workspace.channel('inc-2-leak');
    const desk = { room, channel, form: await openAgain(room, channel) };
    const preview = await lookOver(desk, { people: ['ben'] });
    expect(preview.visibleText()).toContain('🔒 The incident is private.');
    expect(channel.members()).not.toContain('ben');
    await call(desk, preview);

    expect(channel.members()).toContain('ben');
    expect(callsOf(room, 'ben')).toEqual([expect.stringContaining('Leak')]);
    expect(callsOf(room, 'mahari')).toEqual([]);
  });
});

describe('the way to the form', () => {
  it('is the bare command, where no policy says whom to call', async () => {
    const { room, channel } = await openForm();
    const { modal, text } = await room.workspace.person('ana').types('/incident escalate', channel);

    expect(text).toBe('');
    expect(modal?.title).toBe('Escalate');
  });

  it('is a button where a form cannot open: in a thread', async () => {
    const { room, channel } = await openForm();
    const ana = room.workspace.person('ana');
    const start = ana.says('where are we?', channel);
    ana.says('@faultline escalate', channel, { thread: start });
    await room.settle();
    const answer = ana.sees(channel).at(-1);
    const { modal } = await ana.clicks('Escalate', answer ?? start);

    expect(modal?.fields().map(({ name }) => name)).toContain('people');
  });

  it('is no way in a closed incident', async () => {
    const { room, channel } = await openForm();
    const ana = room.workspace.person('ana');
    const [card] = channel.pins();
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    const { text, modal } = await ana.types('/incident escalate', channel);

    expect(card).toBeDefined();
    expect(modal).toBeUndefined();
    expect(text).toContain('This incident is closed.');
  });

  it('offers the groups that there are now, without asking Slack', async () => {
    const { room, channel } = await openForm();
    room.workspace.addGroup({ handle: 'sre', members: ['ben'] });
    room.workspace.editGroup('dba', { handle: 'databases' });
    room.workspace.editGroup('nobody', { isDisabled: true });
    await room.settle();
    const asked = room.workspace.record.calls.length;
    const form = await openAgain(room, channel);

    expect(room.workspace.record.calls.slice(asked).map(({ method }) => method)).toEqual(['views.open']);
    const preview = await lookOver({ room, channel, form }, { groups: ['@databases', '@sre'] });
    expect(preview.visibleText()).toContain('everybody in @sre');
    await expect(
      lookOver({ room, channel, form: await openAgain(room, channel) }, { groups: ['@nobody'] }),
    ).rejects.toThrow('There is no option “@nobody”; there are @databases, @sre.');
  });
});

async function timelineOf({ room, channel }: Desk): Promise<string> {
  return (await room.workspace.person('ana').types('/incident timeline', channel)).text;
}
