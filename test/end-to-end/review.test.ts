import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { sendsSteps } from '../support/closes.ts';
import { transcript } from '../support/declare.ts';
import { asked, askForReview, openReviewRoom, panel, type ReviewRoom } from '../support/review-room.ts';

async function editSummary({ ana, channel, room }: ReviewRoom, summary: string): Promise<void> {
  const { modal } = await ana.clicks('Edit postmortem', channel.message('Postmortem draft'));
  await sendsSteps(ana, modal, { summary });
  await room.settle();
}

describe('asking for a review', () => {
  it('sends each reviewer the postmortem, tells the channel, and shows who was asked', async () => {
    const at = await openReviewRoom();
    const sent = await askForReview(at, { reviewers: ['ben', 'mahari'], words: 'Is the *cause* <right>?' });

    expect(sent).toMatchObject({ errors: {}, isClosed: true });
    for (const person of [at.ben, at.mahari]) {
      expect(asked(person).visibleText()).toContain(
        '@ana asks you to review the postmortem of *INC-1* Booking is down',
      );
      expect(asked(person).visibleText()).toContain('Is the *cause* <right>?');
      expect(asked(person).visibleText()).toContain('The pool was too small');
    }
    expect(transcript(at.channel)).toContain('@ana asks @ben and @mahari to review the postmortem');
    const shown = (await panel(at)).visibleText();
    expect(shown).toContain('*In review.*');
    expect(shown).toContain('⏳ @ben was asked');
    expect(shown).toContain('⏳ @mahari was asked');
  });

  it.each([
    [['ana', 'ben'], 'Somebody else must read it'],
    [['robot'], 'Robot is a bot'],
    [['gone'], 'deactivated'],
  ])('refuses %j with the form open', async (reviewers, words) => {
    const at = await openReviewRoom();
    const sent = await askForReview(at, { reviewers });

    expect(sent.isClosed).toBe(false);
    expect(sent.errors.reviewers).toContain(words);
    expect(at.ben.directMessages()).toEqual([]);
  });

  it('happens once, when the form is sent twice', async () => {
    const at = await openReviewRoom();
    const { modal } = await at.ana.clicks('Ask for review…', await panel(at));
    await Promise.all([at.ana.submits(modal, { reviewers: ['ben'] }), at.ana.submits(modal, { reviewers: ['ben'] })]);
    await at.room.settle();

    expect(at.ben.directMessages()).toHaveLength(1);
  });
});

describe('a reviewer', () => {
  it('approves with one click, of which the channel reads one quiet line', async () => {
    const at = await openReviewRoom();
    await askForReview(at, { reviewers: ['ben'] });
    await at.ben.clicks('Approve', asked(at.ben));
    await at.room.settle();

    expect(at.ben.directMessages().map((message) => message.visibleText())).toEqual([
      expect.stringContaining('✅ You approved the postmortem of *INC-1* Booking is down'),
    ]);
    expect(transcript(at.channel)).toContain('✅ @ben approved the postmortem.');
    expect((await panel(at)).visibleText()).toContain('✅ @ben approved it as it was');
  });

  it('approves once, however often it is clicked', async () => {
    const at = await openReviewRoom();
    await askForReview(at, { reviewers: ['ben'] });
    const message = asked(at.ben);
    await Promise.all([at.ben.clicks('Approve', message), at.ben.clicks('Approve', message)]);
    await at.room.settle();

    expect(transcript(at.channel).split('approved the postmortem')).toHaveLength(2);
  });

  it('asks for changes in words, which make it a draft again', async () => {
    const at = await openReviewRoom();
    await askForReview(at, { reviewers: ['ben', 'mahari'] });
    const { modal } = await at.ben.clicks('Ask for changes…', asked(at.ben));
    await at.ben.submits(modal, { words: 'Say how many <users>' });
    await at.room.settle();

    expect(transcript(at.channel)).toContain('✏️ @ben asks for changes to the postmortem:');
    const shown = (await panel(at)).visibleText();
    expect(shown).toContain('*Draft.*');
    expect(shown).toContain('✏️ @ben asked for changes');
    expect(shown).toContain('Say how many <users>');
    expect(shown).toContain('⏳ @mahari was asked');

    await askForReview(at, { reviewers: ['ben'] });
    expect((await panel(at)).visibleText()).toContain('*In review.*');
  });

  it('approves nothing that was changed since it was shown, and is shown it again', async () => {
    const at = await openReviewRoom();
    await askForReview(at, { reviewers: ['ben'] });
    await editSummary(at, 'The pool was far too small');
    await at.ben.clicks('Approve', asked(at.ben));
    await at.room.settle();

    expect(transcript(at.channel)).not.toContain('approved');
    expect(asked(at.ben).visibleText()).toContain('was changed since you were shown it. Nothing was approved.');
    expect(asked(at.ben).visibleText()).toContain('The pool was far too small');
    await at.ben.clicks('Approve', asked(at.ben));
    await at.room.settle();
    expect(transcript(at.channel)).toContain('@ben approved');
  });

  it('keeps an approval when it is changed later, which everybody sees', async () => {
    const at = await openReviewRoom();
    await askForReview(at, { reviewers: ['ben'] });
    await at.ben.clicks('Approve', asked(at.ben));
    await at.room.pass(MINUTE);
    await editSummary(at, 'The pool was far too small');

    expect((await panel(at)).visibleText()).toMatch(/@ben approved it as it was .*, and it was changed since/u);
    await at.ana.clicks('Post the files again', at.channel.message('Postmortem draft'));
    await at.room.settle();
    const markdown = at.channel
      .files()
      .findLast(({ name }) => name.endsWith('.md'))
      ?.content?.toString();
    expect(markdown).toMatch(/Approved by\W+ben, 2024-05-07 14:30 UTC \(changed since\)/u);
  });

  it('of a private incident must be in its channel, when asked and when answering', async () => {
    const at = await openReviewRoom({}, { isPrivate: true });
    const sent = await askForReview(at, { reviewers: ['ben'] });
    expect(sent.errors.reviewers).toContain('ben is not in its channel. Invite them first');

    at.ana.invites('ben', at.channel);
    await at.room.settle();
    await askForReview(at, { reviewers: ['ben'] });
    const message = asked(at.ben);
    at.ben.leaves(at.channel);
    await at.room.settle();
    const answer = await at.ben.clicks('Approve', message);
    const changes = await at.ben.clicks('Ask for changes…', message);
    await at.room.settle();

    expect(answer.text).toContain('This incident is private, and you are not in its channel any more.');
    expect(changes.modal).toBeUndefined();
    expect(transcript(at.channel)).not.toContain('approved');
  });
});
