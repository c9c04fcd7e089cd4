import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import {
  asked,
  askForReview,
  closeIncident,
  openReviewRoom,
  panel,
  postedAgain,
  type ReviewRoom,
} from '../support/review-room.ts';
import { openGithubRoom } from '../support/trackers/tracker-room.ts';

async function published(): Promise<ReviewRoom> {
  const at = await openReviewRoom();
  await at.ana.types('/incident action @ben P1 prevent: Size the pool by 2024-05-20', at.channel);
  await at.room.settle();
  await askForReview(at, { reviewers: ['ben'] });
  await at.ben.clicks('Approve', asked(at.ben));
  await at.room.settle();
  const { modal } = await at.ana.clicks('Publish…', await panel(at));
  await at.ana.submits(modal, { override: 'The rest comes later' });
  await at.room.settle();
  return at;
}

function canvasOf(channel: Channel): string {
  return channel.canvases()[0]?.markdown ?? '';
}

function assignmentTo({ ben }: ReviewRoom): Message {
  const told = ben.directMessages().find((message) => message.visibleText().includes('Size the pool'));
  if (told === undefined) {
    throw new Error('ben was not told');
  }
  return told;
}

describe('the action items of a published postmortem', () => {
  it('follow what becomes of them, and leave it as it was approved', async () => {
    const at = await published();
    expect(canvasOf(at.channel)).toMatch(/Size the pool.* Priority: P1.* Status: open/u);
    await at.ben.clicks('Done', assignmentTo(at));
    await at.room.settle();

    expect(canvasOf(at.channel)).toMatch(/Size the pool.* Status: done/u);
    expect(await postedAgain(at)).toMatch(/Size the pool.*\| P1 \|.*\| done \|/u);
    expect((await panel(at)).visibleText()).not.toContain('changed since');
  });

  it('are shown with the reason where they will not be done', async () => {
    const at = await published();
    await at.ben.clicks('Accept', assignmentTo(at));
    await at.room.settle();
    const { modal } = await at.ben.clicks('Won’t do', assignmentTo(at));
    await at.ben.submits(modal, { reason: 'The pool goes away in June' });
    await at.room.settle();
    expect(canvasOf(at.channel)).toMatch(/Size the pool.* Status: won’t do: The pool goes away in June/u);
    expect((await panel(at)).visibleText()).not.toContain('changed since');
  });

  it('make it another where one is added', async () => {
    const at = await published();
    await at.ana.types('/incident action @ben P2 detect: Watch the pool by 2024-05-20', at.channel);
    await at.room.settle();
    expect(canvasOf(at.channel)).toContain('Watch the pool');
    expect((await panel(at)).visibleText()).toContain('changed since');
  });
});

describe('the check of a postmortem', () => {
  it('asks for a ticket where another item has one, which the draft links to', async () => {
    const { room, channel } = await openGithubRoom();
    const ana = room.workspace.person('ana');
    for (const title of ['Size the pool', 'Watch the pool']) {
      await ana.types(`/incident action @ana prevent: ${title} by 2024-05-20`, channel);
      await room.settle();
    }
    await closeIncident(room, channel);
    const shown = async () => (await ana.types('/incident postmortem', channel)).messages[0]?.visibleText();
    expect(await shown()).not.toContain('has no ticket');
    expect(canvasOf(channel)).not.toContain('Ticket');

    await ana.clicks('Create ticket', channel.message('*prevent*: Size the pool'));
    await room.settle();
    expect(canvasOf(channel)).toMatch(/Size the pool.* Ticket: \[acme\/infra#1\]\(http.*\/issues\/1\)/u);
    expect(canvasOf(channel)).toMatch(/Watch the pool.* Ticket: _none_/u);
    expect(canvasOf(channel)).toMatch(/“Watch the pool” has no ticket, as others have/u);
  });

  it('leads from a kind of action item that is missing to a form that begins with it', async () => {
    const at = await openReviewRoom();
    const { modal: any } = await at.ana.clicks('Add action item', await panel(at), 'There are no action items');
    expect(any?.field('kind').value).toBeNull();
    await at.ana.submits(any, {
      title: 'Alert when waits exceed 100 ms',
      kind: 'detect',
      owner: 'ben',
      due: '2024-05-20',
    });
    await at.room.settle();

    const { modal } = await at.ana.clicks('Add action item', await panel(at), 'No action item prevents');
    expect(modal?.field('kind').value).toMatchObject({ value: 'prevent' });
    await at.ana.submits(modal, { title: 'Size the pool', owner: 'ben', due: '2024-05-20' });
    await at.room.settle();
    expect((await panel(at)).visibleText()).not.toContain('No action item prevents');
  });
});
