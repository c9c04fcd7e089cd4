import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { sendsSteps } from '../support/closes.ts';
import { transcript } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import {
  asked,
  askForReview,
  closeIncident,
  openReviewRoom,
  panel,
  postedAgain,
  type ReviewRoom,
} from '../support/review-room.ts';

/** With what stands in the way said in the form that opens. */
async function publish(at: ReviewRoom, override?: string) {
  const { modal } = await at.ana.clicks('Publish…', await panel(at));
  const sent = await at.ana.submits(modal, override === undefined ? {} : { override });
  await at.room.settle();
  return { modal, sent };
}

function markdown({ channel }: ReviewRoom): string {
  return (
    channel
      .files()
      .findLast(({ name }) => name.endsWith('.md'))
      ?.content?.toString() ?? ''
  );
}

async function approve(at: ReviewRoom): Promise<void> {
  await askForReview(at, { reviewers: ['ben'] });
  await at.ben.clicks('Approve', asked(at.ben));
  await at.room.settle();
}

/** So that the check finds nothing that must be mended. */
async function recordAll(at: ReviewRoom): Promise<void> {
  const { ana, channel, room } = at;
  for (const text of [
    'log 13:40 detected: An alert on bookings fired',
    'log 14:05 investigation: The pool is full',
    'log 14:10 mitigation: Restarted the application',
    'action @ben prevent: Size the pool by its load, done when 100 connections fit by 2024-05-20',
    'action @mahari detect: Add an alert on pool waits above 1 s by 2024-05-20',
  ]) {
    await ana.types(`/incident ${text}`, channel);
    await room.settle();
  }
  const milestones = await ana.types('/incident timeline', channel);
  const { modal } = await ana.clicks('Milestones', milestones.messages[0] ?? channel.message('x'));

  await ana.submits(modal, { 'impact-started': '1715088600' });
  await room.settle();
  const form = await ana.clicks('Edit postmortem', channel.message('Postmortem draft'));
  await sendsSteps(ana, form.modal, {
    'customer-impact': '45% of users, about 3,200, could not book for 30 minutes',
    'business-impact': '410 bookings were lost',
    'root-cause': 'The pool was set to 5 connections instead of 50',
    'contributing-factors': 'Nobody watched the pool',
    resolution: 'Restarted the application with a larger pool',
  });
  await room.settle();
}

describe('publishing', () => {
  it('is one form away once it is complete and approved', async () => {
    const at = await openReviewRoom();
    await recordAll(at);

    await approve(at);
    const { modal, sent } = await publish(at);

    expect(modal?.fields()).toEqual([]);
    expect(sent).toMatchObject({ errors: {}, isClosed: true });
    expect((await panel(at)).visibleText()).toMatch(/\*Published\* .* by @ana\./u);
    expect(markdown(at)).toMatch(/published 2024-05-07 14:30 UTC by ana/u);
    expect(markdown(at)).not.toContain('Published all the same');
  });

  it('is announced where incidents are, with what happened', async () => {
    const at = await openReviewRoom();
    await publish(at, 'The customer waits');

    const announced = at.room.workspace.channel('incidents').message('📄 The postmortem of').visibleText();
    expect(announced).toContain('*INC-1* Booking is down is published, by @ana');
    expect(announced).toContain('The pool was too small');
    expect(announced).toContain('It was published although something was in the way, because:');
    expect(announced).toContain('The customer waits');
    expect(transcript(at.channel)).toContain('📄 @ana published the postmortem although something was in the way');
    expect(at.channel.message('Postmortem of INC-1').visibleText()).toContain('Postmortem of INC-1');
  });

  it('is announced in the channel of the policy, where that is another', async () => {
    const postmortems = { approvals: 1, announceIn: 'general', dueWorkingDays: {}, zone: 'UTC', workingDays: [1] };
    const at = await openReviewRoom({ policy: { postmortems: postmortems as never } });
    await publish(at, 'why');

    expect(transcript(at.room.workspace.channel('general'))).toContain('📄 The postmortem of');
    expect(transcript(at.room.workspace.channel('incidents'))).not.toContain('📄 The postmortem of');
  });

  it('says what is in the way, and needs a reason for which somebody stands', async () => {
    const at = await openReviewRoom();
    const opened = await at.ana.clicks('Publish…', await panel(at));

    expect(opened.modal?.visibleText()).toMatch(/the check found \d+ things that must be mended/u);
    expect(opened.modal?.visibleText()).toContain('0 of 1 reviewers approved it');
    const { sent } = await publish(at, '   ');
    expect(sent.isClosed).toBe(false);
    expect(sent.errors.override).toContain('Say why');
    expect((await panel(at)).visibleText()).toContain('*Draft.*');

    await publish(at, 'The *customer* waits | today');
    expect(markdown(at)).toMatch(/Published all the same.*ana: The \\\*customer\\\* waits \\?\|? ?/u);
    expect((await panel(at)).visibleText()).toContain('although something was in the way');
  });

  it('shows what came into the way while the form was open', async () => {
    const at = await openReviewRoom();
    await recordAll(at);
    await approve(at);
    const { modal } = await at.ana.clicks('Publish…', await panel(at));
    const changes = await at.ben.clicks('Ask for changes…', at.ben.directMessages().at(-1) ?? asked(at.ben));
    await at.ben.submits(changes.modal, { words: 'Wait, the times are wrong' });
    await at.room.settle();
    await at.ana.submits(modal, {});
    await at.room.settle();

    expect(at.ana.modal?.visibleText()).toContain('@ben asked for changes');
    expect((await panel(at)).visibleText()).toContain('*Draft.*');
    await at.ana.submits(at.ana.modal, { override: 'They are right' });
    await at.room.settle();
    expect((await panel(at)).visibleText()).toContain('*Published*');
  });

  it('happens once, when two press at the same moment', async () => {
    const at = await openReviewRoom();
    at.ben.joins(at.channel);
    const one = await at.ana.clicks('Publish…', await panel(at));
    const bens = (await at.ben.types('/incident postmortem', at.channel)).messages[0];
    const other = await at.ben.clicks('Publish…', bens ?? at.channel.message('x'));
    await Promise.all([
      at.ana.submits(one.modal, { override: 'Ana’s reason' }),
      at.ben.submits(other.modal, { override: 'Ben’s reason' }),
    ]);
    await at.room.settle();

    expect(transcript(at.channel).split(' published the postmortem')).toHaveLength(2);
    expect(transcript(at.room.workspace.channel('incidents')).split('📄 The postmortem of')).toHaveLength(2);
  });

  it('of a private incident is told in its channel only', async () => {
    const at = await openReviewRoom({}, { isPrivate: true });
    const { modal } = await at.ana.clicks('Publish…', await panel(at));
    expect(modal?.visibleText()).not.toContain('announced');
    await at.ana.submits(modal, { override: 'Secret' });
    await at.room.settle();

    expect(transcript(at.channel)).toContain('published the postmortem');
    for (const name of ['incidents', 'general']) {
      expect(transcript(at.room.workspace.channel(name))).not.toContain('Secret');
    }
  });
});

describe('a published postmortem', () => {
  it('says that it was changed since', async () => {
    const at = await openReviewRoom();
    await publish(at, 'Now');
    await at.room.pass(MINUTE);
    const { modal } = await at.ana.clicks('Edit postmortem', at.channel.message('Postmortem of INC-1'));
    await sendsSteps(at.ana, modal, { summary: 'Other words' });
    await at.room.settle();

    expect((await panel(at)).visibleText()).toContain('It was changed since.');
    expect(await postedAgain(at)).toContain('by ana (changed since)');
  });

  it('is no reviewer’s any more', async () => {
    const at = await openReviewRoom();
    await askForReview(at, { reviewers: ['ben'] });
    await publish(at, 'Now');
    const late = await at.ben.clicks('Approve', asked(at.ben));
    await at.room.settle();

    expect(late.text).toContain('@ana published it');
    expect(transcript(at.channel)).not.toContain('approved');
  });

  it('is taken back with a reason, and its announcement says so', async () => {
    const at = await openReviewRoom();
    await publish(at, 'Now');
    const { modal } = await at.ana.clicks('Take back…', await panel(at));
    await at.ana.submits(modal, { words: 'The times are wrong' });
    await at.room.settle();

    expect(transcript(at.channel)).toContain('↩️ @ana took the postmortem back; it is a draft again:');
    expect((await panel(at)).visibleText()).toContain('took it back');
    expect((await panel(at)).visibleText()).toContain('The times are wrong');
    const announced = transcript(at.room.workspace.channel('incidents'));
    expect(announced).toContain('was published here, and is worked on again');
    expect(announced).not.toContain('is published, by');

    await publish(at, 'They are right now');
    expect(transcript(at.room.workspace.channel('incidents'))).toContain('is published, by @ana');
  });

  it('is a draft again when its incident is reopened', async () => {
    const at = await openReviewRoom();
    await publish(at, 'Now');
    await at.room.pass(MINUTE);
    await at.ana.types('/incident reopen It is back', at.channel);
    await at.room.settle();

    expect(transcript(at.room.workspace.channel('incidents'))).toContain('is worked on again');
    await closeIncident(at.room, at.channel);
    expect((await panel(at)).visibleText()).toContain('*Draft.*');
  });

  it('leaves in the record who did what, and why', async () => {
    const at = await openReviewRoom();
    await approve(at);
    await publish(at, 'The customer waits');
    const { modal } = await at.ana.clicks('Take back…', await panel(at));
    await at.ana.submits(modal, { words: 'Wrong times' });
    await at.room.settle();

    const rows = await askDatabase(
      at.room.config.databaseUrl,
      "select action, person_id, details_json from audit_entry where action like '%review' or action like '%postmortem' and action <> 'edit-postmortem' order by id",
    );
    expect(rows.map(({ action, person_id }) => [action, person_id])).toEqual([
      ['ask-for-review', at.ana.id],
      ['approve-postmortem', at.ben.id],
      ['publish-postmortem', at.ana.id],
      ['take-back-postmortem', at.ana.id],
    ]);
    expect(JSON.parse(`${rows[2]?.details_json}`)).toMatchObject({
      overridden: 'findings',
      reason: 'The customer waits',
    });
    expect(JSON.parse(`${rows[3]?.details_json}`)).toMatchObject({ reason: 'Wrong times' });
  });
});
