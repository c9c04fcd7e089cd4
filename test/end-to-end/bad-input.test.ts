import { describe, expect, it } from 'vitest';
import { closes } from '../support/closes.ts';
import { declare, transcript } from '../support/declare.ts';
import { openRoom } from '../support/open-room.ts';

const LONG = `Restarted ${'the <database> & its pool, '.repeat(120)}`.slice(0, 3_000);

describe('a command that cannot be done', () => {
  it.each([
    ['an unknown verb', 'strat Booking is down', 'I don’t know “strat”. Did you mean `/incident start'],
    ['a word that is no verb', 'xyzzy', 'I don’t know “xyzzy”. `/incident help` lists what I know.'],
    ['no text', 'log', 'There are no words in it. Say what it is after the command'],
    ['spaces for a text', 'log    ', 'There are no words in it.'],
    ['only a time', 'log 14:00', 'There are no words in it.'],
    ['a time that does not exist', 'log 25:99 restarted', 'I can’t read “25:99” as a time.'],
    ['a time to come', 'log today 18:00 restarted', 'is still to come. For an earlier day say it'],
    ['no status', 'status', 'Say where it stands: `/incident status` with investigating'],
    ['closing by status', 'status closed', 'it has a command of its own: `/incident close`'],
    ['no severity', 'severity', 'Say how bad it is: `/incident severity` with SEV1'],
    ['a status that does not exist', 'status fine now', '“fine” is no status.'],
    ['the status that it has', 'status investigating', 'It is investigating already.'],
    ['a severity that does not exist', 'severity sev9 very bad', '“SEV9” is no severity here. There are SEV1, SEV2'],
    ['the severity that it has', 'severity sev3', 'It is SEV3 already.'],
    ['a title with a severity only', 'start sev1', undefined],
    ['no title for an action item', 'action', 'There are no words in it.'],
    ['markup in a name', 'action @<b>& Size the pool', 'I don’t know @<b>&.'],
    ['an unknown owner', 'action @nosuch Size the pool', 'I don’t know @nosuch.'],
    ['a bot as owner', 'action @robot Size the pool', 'is a bot. Name a person or a group.'],
    ['a deactivated owner', 'action @gone Size the pool', 'account is deactivated. Name somebody else.'],
    ['nothing to acknowledge', 'ack', 'No call is waiting for an answer here.'],
    ['markup in the verb', '<b>&', 'I don’t know “<b>&”.'],
  ])('is answered for %s, and changes nothing', async (_, text, why) => {
    const room = await openRoom();
    const channel = await declare(room);
    const before = transcript(channel);
    const answer = await room.workspace.person('ana').types(`/incident ${text}`, channel);
    await room.settle();

    expect(answer.failed).toBeUndefined();
    expect(answer.modal === undefined ? answer.text : undefined).toEqual(
      why === undefined ? undefined : expect.stringContaining(why),
    );
    expect(transcript(channel)).toBe(before);
  });

  it.each([
    'log 25:99 restarted the database',
    'status fine now that the pool is larger',
    'severity sev9 very bad',
    'strat Booking is down',
    'action @nosuch Size the pool by friday',
  ])('gives %j back, for Slack keeps no command', async (text) => {
    const room = await openRoom();
    const channel = await declare(room);
    const answer = await room.workspace.person('ana').types(`/incident ${text}`, channel);
    await room.settle();
    expect(answer.text).toContain(`You wrote:\n/incident ${text}`);
  });

  it('says where incidents are, when there is none here', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    const none = await ana.types('/incident log restarted', 'general');
    await room.settle();
    expect(none.text).toContain('This channel belongs to no incident, and none is open. `/incident start` opens one.');
    expect(none.text).toContain('/incident log restarted');

    await declare(room);
    const elsewhere = await ana.types('/incident log restarted', 'general');
    expect(elsewhere.text).toContain('Say it in one of these:');
    expect(elsewhere.text).toContain('#inc-1-booking-is-down');
  });

  it.each([
    ['status investigating', 'This incident is closed.'],
    ['severity sev1', 'This incident is closed.'],
    ['resolve', 'This incident is closed.'],
    ['close', 'This incident is closed.'],
    ['escalate @ben now', 'This incident is closed.'],
  ])('is refused for %j once the incident is closed', async (text, why) => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();
    const answer = await ana.types(`/incident ${text}`, channel);
    await room.settle();
    expect(answer.text).toContain(why);
  });
});

describe('a long text', () => {
  it('is kept whole, shown cut, and stands whole in the postmortem', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const answer = await ana.types(`/incident log ${LONG}`, channel);
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();

    expect(answer.text).toContain('On the timeline at');
    expect(channel.message('Restarted').visibleText()).toContain('…');
    const html =
      channel
        .files()
        .find(({ name }) => name.endsWith('.html'))
        ?.content?.toString() ?? '';
    expect(html).toContain(LONG.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  });

  it('is given back whole when it is refused', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    const answer = await ana.types(`/incident log 25:99 ${LONG}`, 'incidents');
    await room.settle();
    expect(answer.text.replaceAll('\n', '')).toContain(`/incident log 25:99 ${LONG.trim()}`);
  });

  it('may be a title: its first words name the incident, all of it is kept', async () => {
    const room = await openRoom();
    const channel = await declare(room, LONG);
    expect(channel.name.length).toBeLessThanOrEqual(80);
    expect(channel.pins()[0]?.visibleText()).toContain(LONG.slice(0, 1_000));
  });
});

describe('a form with a wrong field', () => {
  it('says so at the field, and keeps what was typed', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says('restarted', channel);
    const { modal } = await ana.uses('Add to timeline', message);
    const future = String(Date.parse('2024-05-07T18:00:00Z') / 1_000);
    const sent = await ana.submits(modal, { when: future, text: 'My long story' });

    expect(sent.isClosed).toBe(false);
    expect(sent.errors.when).toContain('2024-05-07 18:00 UTC is still to come');
    expect(modal?.field('text').value).toBe('My long story');
  });

  it.each([
    ['robot', 'Robot is a bot. Name a person or a group.'],
    ['gone', 'gone’s account is deactivated. Name somebody else.'],
  ])('calls nobody where %s is picked', async (name, why) => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const [card] = channel.pins();
    const { modal } = await ana.clicks('Escalate', card ?? channel.message('INC-1'));
    const sent = await ana.submits(modal, { people: [name], reason: 'help' });
    expect(sent.errors).toEqual({ people: why });
  });

  it('of spaces only is no title', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    const sent = await ana.submits((await ana.uses('Start an incident')).modal, { title: '   ' });
    expect(sent.errors.title).toContain('Say in a few words what is wrong');
    expect(sent.isClosed).toBe(false);
  });
});
