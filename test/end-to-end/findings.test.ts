import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { only } from '../support/with-events.ts';

interface Scene {
  readonly room: Room;
  readonly channel: Channel;
  readonly ana: Person;
}

/** An incident that is resolved, with a timeline and one action item that nobody owns. */
async function open(): Promise<Scene> {
  const room = await openRoom();
  const channel = await declare(room);
  const ana = room.workspace.person('ana');
  await ana.types('/incident log 13:50 detected: Customers report that they cannot book', channel);
  await ana.types('/incident log 13:55 investigation: Looking at the pool', channel);
  await ana.types('/incident log 13:58 mitigation: Scaled up the pool', channel);
  await ana.types('/incident action prevent: Test the pool settings under load by 2024-05-20', channel);
  await ana.types('/incident resolve The pool is larger', channel);
  await room.settle();
  return { room, channel, ana };
}

async function panel({ room, channel, ana }: Scene, person: Person = ana): Promise<Message> {
  const { messages } = await person.types('/incident postmortem', channel);
  await room.settle();
  return only({ messages, text: '' });
}

/** Each section by its own form. */
async function write({ room, channel, ana }: Scene, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [title, text] of Object.entries(texts)) {
    const { modal } = await ana.clicks(title, await panel({ room, channel, ana }));
    await ana.submits(modal, { [modal?.fields()[0]?.name ?? '']: text });
    await room.settle();
  }
}

async function filesOf({ room, channel, ana }: Scene): Promise<string> {
  await closes(ana, channel);
  await room.settle();
  return channel
    .files()
    .map(({ content }) => content?.toString())
    .join('\n');
}

describe('a finding', () => {
  it('says what is missing, why that matters, and which rule it is', async () => {
    const shown = (await panel(await open())).visibleText();

    expect(shown).toContain('“Test the pool settings under load” has no owner');
    expect(shown).toContain('What belongs to everybody is done by nobody.');
    expect(shown).toContain('action-item-without-owner');
  });

  it.each([
    ['Nobody has said when the impact started', 'Open milestones', 'Milestones'],
    ['“Test the pool settings under load” has no owner', 'Open action item', 'Action item'],
  ])('opens where it is mended: %s', async (words, label, title) => {
    const scene = await open();

    const { modal } = await scene.ana.clicks(label, await panel(scene), words);

    expect(modal?.title).toBe(title);
  });

  it('opens the form of an open mitigation', async () => {
    const scene = await open();
    await write(scene, {
      Summary: 'The release made the pool too small.',
      'Impact on customers': '45% of users, 3200 people',
      'Root cause': 'The release set the pool from 50 to 5.',
    });

    const { modal } = await scene.ana.clicks('Open mitigations', await panel(scene), 'Is this still in place');

    expect(modal?.title).toBe('Open mitigations');
  });

  it('goes once its action item has an owner, a date and an end', async () => {
    const scene = await open();
    const { ana, room } = scene;
    const { modal } = await ana.clicks('Open action item', await panel(scene), 'has no owner');
    const mahari = room.workspace.person('mahari');
    const sent = await ana.submits(modal, { owner: 'mahari', 'done-when': 'the pipeline fails with a pool of 5' });
    await room.settle();

    expect(sent).toMatchObject({ errors: {}, isClosed: true });
    expect((await panel(scene)).visibleText()).not.toMatch(/has no owner|done when/u);
    await closes(ana, scene.channel);
    await room.settle();
    expect(mahari.directMessages().at(-1)?.visibleText()).toContain('Test the pool settings under load');
  });
});

describe('waiving', () => {
  it('needs a reason, and then lists the finding as waived, by whom and why', async () => {
    const scene = await open();
    const { ana, room } = scene;
    const { modal } = await ana.picks('Waive “Impact on customers”…', await panel(scene));
    expect(modal?.visibleText()).toContain('Nobody has said what customers noticed');

    const empty = await ana.submits(modal, { reason: '  ' });
    expect(empty.errors.reason).toContain('Say why');
    const sent = await ana.submits(ana.modal, { reason: 'Only <!channel> & we were hurt' });
    await room.settle();

    expect(sent).toMatchObject({ errors: {}, isClosed: true });
    const shown = await panel(scene);
    expect(shown.visibleText()).toContain('Waived by ana: Only <!channel> & we were hurt');
    expect(
      await askDatabase(room.config.databaseUrl, "select action from audit_entry where action = 'waive-finding'"),
    ).toHaveLength(1);
    expect(await filesOf(scene)).toContain('ana waived it: Only');
  });

  it('can be taken back, and the list shows it at once', async () => {
    const scene = await open();
    const { ana, room } = scene;
    const { modal } = await ana.picks('Waive “Summary”…', await panel(scene));
    await ana.submits(modal, { reason: 'It is a drill' });
    await room.settle();
    const shown = await panel(scene);

    await ana.clicks('Take back', shown);
    await room.settle();

    expect(shown.visibleText()).not.toContain('Waived by');
    await ana.picks('Waive “Summary”…', shown);
    expect(ana.modal?.visibleText()).toContain('There is no summary');
  });

  it('ends with the words it was given for', async () => {
    const scene = await open();
    const { ana, room } = scene;
    await write(scene, {
      Summary: 'Bookings failed.',
      'Impact on customers': '45% of users, 3200 people',
      'Root cause': 'Ana forgot to run the migration of the release.',
    });
    const { modal } = await ana.clicks('Waive…', await panel(scene), 'puts it on a person');
    await ana.submits(modal, { reason: 'Ana wants it to say so' });
    await room.settle();
    expect((await panel(scene)).visibleText()).toContain('Waived by ana');

    const { modal: form } = await ana.clicks('Edit', await panel(scene), 'Ana forgot');
    await ana.submits(form, { [form?.fields()[0]?.name ?? '']: 'Ana forgot to test the migration of the release.' });
    await room.settle();

    expect((await panel(scene)).visibleText()).not.toContain('Waived by ana');
    expect((await panel(scene)).visibleText()).toContain('puts it on a person');
  });

  it('draws the list anew that it was pressed in', async () => {
    const scene = await open();
    const { ana, room } = scene;
    const shown = await panel(scene);
    const { modal } = await ana.picks('Waive “Summary”…', shown);
    await ana.submits(modal, { reason: 'It is a drill' });
    await room.settle();

    expect(shown.visibleText()).toContain('Waived by ana: It is a drill');
  });

  it('says so where the finding was mended meanwhile', async () => {
    const scene = await open();
    const { ana } = scene;
    const shown = await panel(scene);
    const { modal } = await ana.picks('Waive “Summary”…', shown);
    await ana.closes(modal as never);
    await write(scene, { Summary: 'Bookings failed.' });

    const answer = await ana.picks('Waive “Summary”…', shown);
    await scene.room.settle();

    expect(answer.text).toContain('mended, waived or taken back already');
  });
});

describe('waiving what is said of several at once', () => {
  async function waiveBoth() {
    const scene = await open();
    const { ana, room, channel } = scene;
    await ana.types('/incident action detect: Alert on the pool by 2024-05-20', channel);
    await room.settle();
    const shown = await panel(scene);
    const { modal } = await ana.clicks('Waive…', shown, 'Alert on the pool”: each has no owner');
    return { ...scene, shown, modal };
  }

  it('is for all of them, and says how many these are', async () => {
    const { ana, room, shown, modal } = await waiveBoth();
    expect(modal?.visibleText()).toContain('Your reason is for *all 2* of them.');
    await ana.submits(modal, { reason: 'The team owns both' });
    await room.settle();

    expect(shown.visibleText()).toMatch(
      /Waived by ana: The team owns both\n_“[^”]+” and “Alert on the pool”: each has no/u,
    );
    expect(shown.visibleText()).not.toMatch(/❗ “[^”]+” (and “[^”]+”: each )?has no owner/u);
  });

  it('is taken back for all of them', async () => {
    const { ana, room, shown, modal } = await waiveBoth();
    const before = shown.visibleText();
    await ana.submits(modal, { reason: 'The team owns both' });
    await room.settle();
    await ana.clicks('Take back', shown);
    await room.settle();

    expect(shown.visibleText()).toBe(before);
  });

  it('waives none that was not shown', async () => {
    const { ana, room, channel, modal } = await waiveBoth();
    await ana.types('/incident action detect: Watch the pool by 2024-05-20', channel);
    await room.settle();
    const sent = await ana.submits(modal, { reason: 'The team owns both' });
    await room.settle();

    expect(sent.errors.reason).toContain('Meanwhile there are more or fewer of these.');
    expect((await panel({ room, channel, ana })).visibleText()).not.toContain('Waived by');
  });
});

describe('an empty section that the check asks for', () => {
  it('is shown once, as its button, by how much it is needed', async () => {
    const scene = await open();
    const shown = (await panel(scene)).visibleText();

    expect(shown).toMatch(
      /Empty, and needed before it is published:\*\n\[…\]\n\[Summary\] +\[Impact on customers\] +\[Root cause\]\n/u,
    );
    expect(shown).toMatch(/Empty, and better written:\*\n\[…\]\n\[Contributing factors\]/u);
    expect(shown).not.toMatch(/There is no summary|no-summary|what customers noticed|no-contributing-factor/u);
    expect(shown).toContain('The check found 5 things to mend and has 7 suggestions.');
  });
});

describe('a section that was saved from the panel', () => {
  it('goes from what is missing at once', async () => {
    const scene = await open();
    const { ana, room } = scene;
    const shown = await panel(scene);
    const { modal } = await ana.clicks('Summary', shown);
    await ana.submits(modal, { [modal?.fields()[0]?.name ?? '']: 'Bookings failed.' });
    await room.settle();

    expect(shown.visibleText()).toMatch(/needed before it is published:\*\n\[…\]\n\[Impact on customers\]/u);
    expect(shown.visibleText()).toContain('*Summary* · ');
  });

  it('shows the panel anew where it can be drawn over no more', async () => {
    const scene = await open();
    const { ana, room, channel } = scene;
    const { modal } = await ana.clicks('Summary', await panel(scene));
    await room.pass(HOUR);
    await ana.submits(modal, { [modal?.fields()[0]?.name ?? '']: 'Bookings failed.' });
    await room.settle();

    expect(ana.sees(channel).at(-1)?.visibleText()).toContain('*Summary* · ');
    expect(
      ana
        .directMessages()
        .map((message) => message.visibleText())
        .join(),
    ).not.toContain('*Summary* · ');
  });

  it('redraws nothing where it was opened elsewhere', async () => {
    const scene = await open();
    const { ana, room, channel } = scene;
    await closes(ana, channel);
    await room.settle();
    const left = ana.sees(channel).find((message) => message.visibleText().includes('Empty so far'));
    const { modal } = await ana.clicks('Summary', left as never);
    await ana.submits(modal, { [modal?.fields()[0]?.name ?? '']: 'Bookings failed.' });
    await room.settle();

    expect(left?.visibleText()).toContain('Empty so far');
  });
});

describe('the check', () => {
  it('waits while the incident still burns', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const shown = (await panel({ room, channel, ana })).visibleText();

    expect(shown).toContain('The check of what is missing comes once it is resolved.');
    expect(shown).not.toContain('There is no summary');
  });

  it('says nothing of a false alarm', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident cancel It was a test', channel);
    await room.settle();
    const shown = (await panel({ room, channel, ana })).visibleText();

    expect(shown).toContain('false alarm');
    expect(shown).not.toMatch(/[Tt]he check|There is no summary|silent/u);
  });
});

describe('what may read as blame', () => {
  it('is told to whoever wrote it, and to nobody else', async () => {
    const scene = await open();
    const ben = scene.room.workspace.person('ben');
    ben.joins(scene.channel);
    await scene.room.pass(HOUR);
    await write(scene, {
      Summary: 'Mahari forgot the load test.',
      'Impact on customers': 'All 3200 users.',
      'Root cause': 'The release set the pool from 50 to 5.',
      'Contributing factors': 'No load test.',
    });

    expect((await panel(scene)).visibleText()).toContain('“Mahari forgot” may read as blame');
    expect((await panel(scene, ben)).visibleText()).not.toContain('blame');
    expect(await filesOf(scene)).not.toContain('may read as blame');
    expect(
      ben
        .sees(scene.channel)
        .map((message) => message.visibleText())
        .join('\n'),
    ).not.toContain('may read as blame');
  });
});
