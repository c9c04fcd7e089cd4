import { describe, expect, it, vi } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { closes, sendsSteps } from '../support/closes.ts';
import { declare, transcript } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

const HINT = 'I only listen when a message begins with my name';

async function timelineOf(room: Room, channel: Channel): Promise<string> {
  return (await room.workspace.person('ana').types('/incident timeline', channel)).text;
}

/** What only this person sees there. */
function answersTo(room: Room, name: string, channel: Channel): readonly Message[] {
  return room.workspace
    .person(name)
    .sees(channel)
    .filter(({ ephemeralFor }) => ephemeralFor === name);
}

function fileOf(channel: Channel, ending: string): string {
  const file = channel.files().findLast(({ name }) => name.endsWith(ending));
  return file?.content?.toString() ?? '';
}

describe('a mention', () => {
  it.each([
    'please nobody type @faultline resolve until the graphs are flat',
    '14:00 the deploy went out. @faultline log that',
    'cc @ben @faultline log restarted the database',
  ])('that does not begin the message is no command: %s', async (text) => {
    const room = await openRoom();
    const channel = await declare(room);
    const before = await timelineOf(room, channel);
    const question = room.workspace.person('ana').says('What do we know?', channel);
    room.workspace.person('ana').says(text, channel, { thread: question });
    await room.settle();

    const answer = answersTo(room, 'ana', channel).at(-1);
    expect(answer?.visibleText()).toContain(HINT);
    expect(answer?.threadTs).toBe(question.ts);
    expect(channel.topic).toContain('investigating');
    expect(await timelineOf(room, channel)).toBe(before);
  });

  it.each(['@faultline log restarted the database', '  \n@faultline: log restarted the database'])(
    'that begins the message is one: %j',
    async (text) => {
      const room = await openRoom();
      const channel = await declare(room);
      room.workspace.person('ana').says(text, channel);
      await room.settle();
      expect(await timelineOf(room, channel)).toContain('restarted the database');
    },
  );

  it('with nothing after it shows the incident', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.person('ana').says('@faultline', channel);
    await room.settle();
    expect(answersTo(room, 'ana', channel).at(-1)?.visibleText()).toContain('INC-1 · Booking is down');
  });

  it.each([
    ['a command', '@faultline log restarted the database', 'On the timeline at'],
    ['no command', 'thank you @faultline', HINT],
  ])('is answered once, however often it is delivered: %s', async (_, text, answer) => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident log who am I', channel);
    await room.settle();
    const before = answersTo(room, 'ana', channel).length;
    room.workspace.repeatsDeliveries(2);
    ana.says(text, channel);
    await room.settle();

    const answers = answersTo(room, 'ana', channel).slice(before);
    expect(answers.map((message) => message.visibleText())).toEqual([expect.stringContaining(answer)]);
  });

  it('that waits for a name is answered when it is read and when it is done, each once', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    room.workspace.addPerson({ name: 'zoe', realName: 'Zoe', timeZone: 'UTC' });
    room.workspace.repeatsDeliveries(2);
    ana.says('@faultline action @zoe Size the pool', channel);
    await room.settle();

    const answers = answersTo(room, 'ana', channel).map((message) => message.visibleText());
    expect(answers).toEqual([expect.stringContaining('One moment'), expect.stringContaining('Action item added')]);
  });
});

describe('a form that shows a text of which there is more', () => {
  const plain = `p99 < 100ms before, 4s since ${'the pool is too small & slow, '.repeat(130)}`.trim();

  async function resolvedWith(room: Room, text: string): Promise<Channel> {
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types(`/incident log cause found: ${text}`, channel);
    await ana.types('/incident resolve', channel);
    await room.settle();
    return channel;
  }

  it('shows as much as fits, whatever signs stand in it', async () => {
    const room = await openRoom();
    const channel = await resolvedWith(room, plain);
    const { modal } = await room.workspace.person('ana').types('/incident close', channel);
    const fields = modal?.fields().filter(({ name }) => name.startsWith('root-cause')) ?? [];
    const shown = fields.map(({ value }) => String(value)).join(' ');
    expect(fields.length).toBeGreaterThan(1);
    expect(plain.replaceAll(/\s/gu, '').startsWith(shown.replaceAll(/[\s…]/gu, ''))).toBe(true);
  });

  it('loses nothing of a suggestion that is sent back as it was', async () => {
    const room = await openRoom();
    const channel = await resolvedWith(room, plain);
    const ana = room.workspace.person('ana');
    await closes(ana, channel, { summary: 'All is well' });
    await room.settle();
    const { modal } = await ana.clicks('Edit postmortem', channel.message('Postmortem draft'));
    await sendsSteps(ana, modal, { lessons: 'Watch the pool' });
    await room.settle();

    await ana.clicks('Post the files again', channel.message('Postmortem draft'));
    await room.settle();
    // The drawing tells each event in a few words.
    const page = fileOf(channel, '.html').replace(/<svg[\s\S]*?<\/svg>/gu, '');
    expect(page).toContain('Watch the pool');
    expect(page.slice(page.indexOf('>Root cause<'))).toContain(plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    expect(page).not.toContain('…');
  });

  it('leaves alone what somebody else wrote while it was open', async () => {
    const room = await openRoom();
    const channel = await resolvedWith(room, 'The pool');
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    await closes(ana, channel, { summary: 'First words' });
    await room.settle();
    const draft = channel.message('Postmortem draft');
    const [first, second] = [await ana.clicks('Edit postmortem', draft), await ben.clicks('Edit postmortem', draft)];
    await sendsSteps(ben, second.modal, { summary: 'Ben’s words', lessons: 'Ben’s lesson' });
    await sendsSteps(ana, first.modal, { 'went-well': 'Ana’s praise' });
    await room.settle();

    await ana.clicks('Post the files again', channel.message('Postmortem draft'));
    await room.settle();
    for (const words of ['Ben’s words', 'Ben’s lesson', 'Ana’s praise']) {
      expect(fileOf(channel, '.html')).toContain(words);
    }
  });

  it('lets a section be emptied', async () => {
    const room = await openRoom();
    const channel = await resolvedWith(room, 'The pool');
    const ana = room.workspace.person('ana');
    await closes(ana, channel, { lessons: 'Too soon to say' });
    await room.settle();
    await sendsSteps(ana, (await ana.clicks('Edit postmortem', channel.message('Postmortem draft'))).modal, {
      lessons: '',
    });
    await room.settle();
    await ana.clicks('Post the files again', channel.message('Postmortem draft'));
    await room.settle();
    expect(fileOf(channel, '.html')).not.toContain('Too soon to say');
  });
});

describe('a message of another app', () => {
  const alert = {
    attachments: [
      {
        fallback: '[FIRING:1] Errors',
        pretext: 'Production',
        title: '[FIRING:1] Error rate &gt; 5%',
        text: 'See <https://grafana.example/d/1|the graph>',
        fields: [{ title: 'Service', value: 'booking' }],
      },
    ],
  };

  it('comes onto the timeline with the words of its attachments', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const message = room.workspace.postAs('Alertmanager', channel, '', alert);
    room.workspace.person('ana').reactsWith('pushpin', message);
    await room.settle();

    const timeline = await timelineOf(room, channel);
    expect(timeline).toContain('Production [FIRING:1] Error rate > 5% See the graph (https://grafana.example/d/1)');
    expect(timeline).toContain('Service: booking');
    expect(timeline).not.toContain('without text');
  });

  it('fills a form with the words of its blocks', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const message = room.workspace.postAs('Datadog', channel, '', {
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Triggered: pool is full' } },
        { type: 'section', text: { type: 'mrkdwn', text: '*booking* has 0 &lt; 5 connections' } },
      ],
    });
    const { modal } = await room.workspace.person('ana').uses('Add to timeline', message);
    expect(modal?.field('text').value).toBe('Triggered: pool is full\n*booking* has 0 < 5 connections');
  });
});

describe('the channel of announcements', () => {
  it('may be given by its id', async () => {
    const { id } = (await openRoom()).workspace.channel('incidents');
    const room = await openRoom({ policy: { announcementChannel: id } });
    expect(room.workspace.channel('incidents').id).toBe(id);
    await declare(room);
    expect(transcript(room.workspace.channel('incidents'))).toContain('*INC-1* Booking is down');
  });
});

describe('while Slack is slow', () => {
  async function comes(room: Room, method: string): Promise<void> {
    const isThere = () => room.workspace.record.calls.some((call) => call.method === method);
    await vi.waitFor(() => expect(isThere()).toBe(true));
  }

  it('a form that does not open in time is offered as a button, in time', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.fails('views.open', { kind: 'slow', milliseconds: 20 * SECOND });
    const answering = room.workspace.person('ana').types('/incident start', channel);
    await comes(room, 'views.open');
    room.clock.advance(2 * SECOND);
    const answer = await answering;

    expect(answer.failed).toBeUndefined();
    expect(answer.text).toContain('This opens a form');
    // Until then the call is under way, and nothing settles.
    room.clock.advance(MINUTE);
    await room.settle();
    const again = await room.workspace
      .person('ana')
      .clicks('Start an incident', answer.messages[0] ?? channel.message('x'));
    expect(again.modal?.callbackId).toBe('start');
  });

  it('an opened home page is taken at once and drawn later, once', async () => {
    const room = await openRoom();
    await declare(room);
    const drawn = () => room.workspace.record.calls.filter(({ method }) => method === 'views.publish');
    room.workspace.fails('views.publish', { kind: 'status', status: 503 });
    room.workspace.repeatsDeliveries(2);
    room.workspace.person('ben').opensHome();
    await room.settle();

    const opened = room.workspace.record.deliveries.filter(({ payload }) =>
      JSON.stringify(payload).includes('app_home_opened'),
    );
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(room.workspace.person('ben').home).toBeUndefined();
    await room.pass(MINUTE);
    expect(room.workspace.person('ben').home?.visibleText()).toContain('*INC-1* Booking is down');
    expect(drawn()).toHaveLength(2);
  });

  it('a home page shows a private incident to its members only', async () => {
    const room = await openRoom();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    ana.opensHome();
    ben.opensHome();
    await room.settle();
    expect(ana.home?.visibleText()).toContain('Leak');
    expect(ben.home?.visibleText()).not.toContain('Leak');
  });
});

describe('the hints about reactions', () => {
  it('name those of the policy', async () => {
    const room = await openRoom({ policy: { reactions: { star: 'note', eyes: 'investigation' } } });
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const help = await ana.types('/incident help', channel);

    expect(channel.pins()[0]?.visibleText()).toContain(':star: on a message puts it on the timeline.');
    expect(help.text).toContain(':star: on a message puts it on the timeline; others say what it was: :eyes: investi');
    expect(`${help.text}${transcript(channel)}`).not.toMatch(/📌|:pushpin:|🐟/u);
    await ana.types('/incident resolve', channel);
    await room.settle();
    expect(channel.pins()[0]?.visibleText()).toContain(':star:');
  });

  it('say nothing of reactions where there are none', async () => {
    const room = await openRoom({
      policy: { reactions: {}, actionItems: { ...defaultPolicy.actionItems, reaction: undefined } },
    });
    const channel = await declare(room);
    const help = await room.workspace.person('ana').types('/incident help', channel);
    expect(`${help.text}${transcript(channel)}`).not.toContain('on a message');
  });
});

describe('a group that Slack sends without its handle', () => {
  it('is called and recorded by its name', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const start = ana.says('What now?', channel);
    ana.says('@faultline escalate @dba the pool ran dry', channel, { thread: start });
    await room.settle();

    expect(room.workspace.person('ben').directMessages()).toHaveLength(1);
    const timeline = await ana.types('/incident timeline', channel);
    expect(timeline.text).toContain('Escalated to @dba: the pool ran dry');
  });

  it('stands in a tagged message by its name', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    ana.reactsWith('pushpin', ana.says('Asked @dba to look', channel));
    await room.settle();

    expect((await ana.types('/incident timeline', channel)).text).toContain('Asked @dba to look');
  });
});

describe('a message that is longer than a form takes', () => {
  it('comes onto the timeline whole when nobody changed what the form showed, with the kind that was picked', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const long = `Begin < ${'and so on '.repeat(400)}end.`;
    const { modal } = await ana.uses('Add to timeline', ana.says(long, channel));
    expect(String(modal?.field('text').value)).toHaveLength(3_000);
    const sent = await ana.submits(modal, { kind: 'decision' });
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();

    expect(sent.isClosed).toBe(true);
    const draft =
      channel
        .files()
        .find(({ name }) => name.endsWith('.html'))
        ?.content?.toString() ?? '';
    expect(draft).toContain(`Begin &lt; ${'and so on '.repeat(400)}end.`);
    expect((await ana.types('/incident timeline', channel)).text).toContain('*decision*: Begin <');
  });
});

describe('a form that no thread can open', () => {
  it('opens by its button, filled in with what was said', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    ana.says('@faultline start sev1 since 13:40', channel, { thread: ana.says('worse', channel) });
    await room.settle();
    const [answer] = ana.sees(channel).filter((message) => message.visibleText().includes('opens a form'));
    const { modal } = await ana.clicks('Start an incident', answer ?? channel.message('x'));
    await ana.submits(modal, { title: 'Login is down' });
    await room.settle();

    const card = room.workspace.channel('inc-2-login-is-down').pins()[0];
    expect(card?.visibleText()).toContain('SEV1');
    expect(card?.visibleText()).toContain('users affected since 2024-05-07 13:40 UTC');
  });
});
