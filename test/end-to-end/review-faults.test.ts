import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { transcript } from '../support/declare.ts';
import { askForReview, openReviewRoom, panel, type ReviewRoom } from '../support/review-room.ts';

const FAILURES = [
  ['Slack asks to wait', { kind: 'rate-limited', retryAfterSeconds: 30 }],
  ['the answer is lost', { kind: 'reset-after' }],
] as const;

async function recover({ room }: ReviewRoom): Promise<void> {
  for (let minutes = 0; minutes < 10; minutes++) {
    await room.pass(MINUTE);
  }
}

function count(where: Channel | Person, words: string): number {
  const messages = 'directMessages' in where ? where.directMessages() : where.messages();
  return messages.filter((message) => message.visibleText().includes(words)).length;
}

async function publish(at: ReviewRoom): Promise<void> {
  const { modal } = await at.ana.clicks('Publish…', await panel(at));
  await at.ana.submits(modal, { override: 'They wait' });
}

describe.each(FAILURES)('when %s', (_, failure) => {
  it.each(['conversations.open', 'chat.postMessage'])('in %s, each reviewer is asked once', async (method) => {
    const at = await openReviewRoom();
    at.room.workspace.fails(method, failure);
    await askForReview(at, { reviewers: ['ben', 'mahari'] });
    await recover(at);

    expect([count(at.ben, 'asks you to review'), count(at.mahari, 'asks you to review')]).toEqual([1, 1]);
    expect(count(at.channel, 'to review the postmortem')).toBe(1);
  });

  it.each(['chat.postMessage', 'conversations.list', 'conversations.join'])(
    'in %s, a postmortem is announced once',
    async (method) => {
      const at = await openReviewRoom();
      const opened = await at.ana.clicks('Publish…', await panel(at));
      at.room.workspace.fails(method, failure);
      await at.ana.submits(opened.modal, { override: 'They wait' });
      await recover(at);

      expect(count(at.room.workspace.channel('incidents'), 'is published, by')).toBe(1);
      expect(count(at.channel, 'published the postmortem')).toBe(1);
    },
  );
});

describe('whoever asked or published', () => {
  it('hears that a reviewer left the private incident before the postmortem could be sent', async () => {
    const at = await openReviewRoom({}, { isPrivate: true });
    at.ana.invites('ben', at.channel);
    await at.room.settle();
    at.room.workspace.fails('conversations.open', { kind: 'rate-limited', retryAfterSeconds: 30 });
    const { modal } = await at.ana.clicks('Ask for review…', await panel(at));
    await at.ana.submits(modal, { reviewers: ['ben'] });
    await at.room.settle();
    at.ben.leaves(at.channel);
    await recover(at);

    expect(at.ben.directMessages()).toEqual([]);
    expect(at.ana.directMessages().at(-1)?.visibleText()).toContain(
      'somebody could not be asked to review its postmortem. They are not in the channel of this private incident any more. Invite them again, or ask somebody else.',
    );
  });

  it('hears that the channel of the policy is not there', async () => {
    const at = await openReviewRoom({ policy: { announcementChannel: 'elsewhere' } });
    await publish(at);
    await at.room.pass(HOUR);

    expect(at.ana.directMessages().at(-1)?.visibleText()).toContain(
      'its postmortem is published, but could not be announced. Slack says `channel_not_found`. Check the channel’s name in the policy',
    );
    expect(transcript(at.channel)).toContain('published the postmortem');
  });
});

describe('an announcement that was not made yet', () => {
  it('is not made when the postmortem was taken back meanwhile', async () => {
    const at = await openReviewRoom();
    at.room.workspace.fails('conversations.list', { kind: 'rate-limited', retryAfterSeconds: 60 });
    await publish(at);
    await at.room.settle();
    const { modal } = await at.ana.clicks('Take back…', await panel(at));
    await at.ana.submits(modal, { words: 'Too early' });
    await recover(at);

    expect(count(at.room.workspace.channel('incidents'), 'postmortem')).toBe(0);
  });
});
