import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { only, withEvents } from '../support/with-events.ts';

const CHANNEL = 'inc-1-booking-is-down';

async function withPage(...typed: readonly string[]) {
  const scene = await withEvents(...typed);
  return { ...scene, page: only(await scene.ana.types('/incident timeline', CHANNEL)) };
}

const seconds = (instant: string) => String(Date.parse(instant) / 1_000);

async function draftOf(room: Room): Promise<string> {
  const ana = room.workspace.person('ana');
  await ana.types('/incident resolve', CHANNEL);
  await closes(ana, CHANNEL);
  await room.settle();
  const files = room.workspace.channel(CHANNEL).files();
  return files.find(({ name }) => name.endsWith('.md'))?.content?.toString() ?? '';
}

describe('a milestone', () => {
  it.each([
    ['This was the detection', '13:50 an alert', 'detected'],
    ['The impact started here', '13:50 an alert', 'users affected since'],
    ['The call was answered here', '13:50 escalation: phoned the vendor', 'call answered'],
    ['This mitigated it', '13:50 mitigation: restarted', 'mitigated'],
  ])('is set from an event by one click: %s', async (choice, logged, words) => {
    const { room, channel, ana, page } = await withPage('13:55 lunch', logged);
    await ana.picks(choice, page, logged.replace(/^(?:.*: |13:50 )/u, ''));
    await room.settle();

    expect(page.visibleText()).toMatch(new RegExp(`🏁 .*${words} 2024-05-07 13:50 UTC`, 'u'));
    expect(channel.message('Declared').visibleText()).toContain(`${words} 2024-05-07 13:50 UTC`);
  });

  it('takes the corrected time of its event, and goes when that is retracted', async () => {
    const { room, ana, page } = await withPage('13:50 an alert');
    await ana.picks('The impact started here', page);
    await room.settle();
    const { modal } = await ana.picks('Edit…', page, 'an alert');
    await ana.submits(modal, { when: seconds('2024-05-07T13:40:00Z') });
    await room.settle();
    expect((await ana.types('/incident timeline', CHANNEL)).text).toContain('affected since 2024-05-07 13:40');

    await ana.picks('Retract', page, 'an alert');
    await room.settle();
    expect(page.visibleText()).not.toContain('affected since');
  });

  it('stays with its event when only how it is known is changed', async () => {
    const { room, ana, page } = await withPage('13:50 an alert');
    await ana.picks('The impact started here', page);
    await room.settle();
    const form = await ana.clicks('Milestones', page);
    await ana.submits(form.modal, { 'impact-started-seen': 'estimated' });
    const { modal } = await ana.picks('Edit…', page, 'an alert');
    await ana.submits(modal, { when: seconds('2024-05-07T13:40:00Z') });
    await room.settle();

    const shown = (await ana.types('/incident timeline', CHANNEL)).text;
    expect(shown).toContain('affected since 2024-05-07 13:40 UTC (estimated)');
    expect(shown).toContain('an alert — ana · message · 🏁 impact started');
  });

  it('that the record shows by itself is not known where somebody says so', async () => {
    const { room, ana, page } = await withPage('13:50 detected: an alert');
    expect(page.visibleText()).toContain('🏁 detected 2024-05-07 13:50 UTC');
    const { modal } = await ana.clicks('Milestones', page);
    await ana.submits(modal, { 'detected-seen': 'unknown' });
    await room.settle();

    expect((await ana.types('/incident timeline', CHANNEL)).text).not.toContain('🏁');
  });

  it('is set in the form, estimated or seen, corrected with its history, and taken back', async () => {
    const { room, ana, page } = await withPage();
    const { modal } = await ana.clicks('Milestones', page);
    await ana.submits(modal, { 'Impact started': seconds('2024-05-07T13:30:00Z'), 'impact-started-seen': 'estimated' });
    await room.settle();
    expect((await ana.types('/incident timeline', CHANNEL)).text).toContain('since 2024-05-07 13:30 UTC (estimated)');

    await room.pass(MINUTE);
    const second = await ana.clicks('Milestones', page);
    expect(second.modal?.visibleText()).toContain(
      'Said: 2024-05-07 13:30 UTC (estimated) by @ana 2024-05-07 14:00 UTC',
    );
    await ana.submits(second.modal, { 'impact-started-seen': 'observed' });
    await room.settle();
    expect((await ana.types('/incident timeline', CHANNEL)).text).toMatch(/since 2024-05-07 13:30 UTC(?! \(est)/u);

    const third = await ana.clicks('Milestones', page);
    await ana.submits(third.modal, { 'impact-started-seen': 'unknown' });
    await room.settle();
    expect((await ana.types('/incident timeline', CHANNEL)).text).not.toContain('affected since');
  });

  it.each([
    ['to come', { mitigated: seconds('2024-05-07T15:00:00Z') }, 'mitigated', 'is still to come'],
    ['without a time', { 'mitigated-seen': 'estimated' }, 'mitigated', 'Say when'],
  ])('keeps the form open where one is %s, and changes nothing', async (_, entries, field, why) => {
    const { room, ana, page } = await withPage();
    const { modal } = await ana.clicks('Milestones', page);
    const sent = await ana.submits(modal, { detected: seconds('2024-05-07T13:30:00Z'), ...entries });
    await room.settle();

    expect(sent.errors[field]).toContain(why);
    expect((await ana.types('/incident timeline', CHANNEL)).text).not.toContain('detected 2024');
  });

  it('is never filled with another: what nobody said is named, and asked for when it is resolved', async () => {
    const { room, channel, ana } = await withPage('13:50 mitigation: restarted');
    const resolved = await ana.types('/incident resolve', channel);

    expect(resolved.text).toContain('🏁 Nobody has said when: impact started, detected, mitigated.');
    expect((await ana.clicks('Milestones', only(resolved))).modal?.title).toBe('Milestones');
    const draft = await draftOf(room);
    expect(draft).toMatch(
      /Time to mitigate \| nobody has said when the impact started → nobody has said when it was mitigated: _not known_/u,
    );
    expect(draft).toMatch(/Time to detect \| nobody .*: _not known_/u);
  });

  it('of the start of the impact, said with the declaration, can be corrected too, and stands in the draft with its kind', async () => {
    const room = await openRoom();
    const channel = await declare(room, 'Booking is down since 13:00');
    const ana = room.workspace.person('ana');
    expect(channel.message('Declared').visibleText()).toContain('users affected since 2024-05-07 13:00 UTC');
    const page = only(await ana.types('/incident timeline', channel));
    const { modal } = await ana.clicks('Milestones', page);
    await ana.submits(modal, { 'impact-started': seconds('2024-05-07T12:45:00Z'), 'impact-started-seen': 'estimated' });
    await room.settle();

    const draft = await draftOf(room);
    expect(draft).toContain('**Since:** 2024-05-07 12:45 UTC, estimated');
    expect(draft).toContain('**Duration:** 1 h 15 min');
  });

  it('of a resolution that was corrected says nothing of the next one', async () => {
    const { room, channel, ana } = await withPage('13:50 resolution: restarted');
    await ana.types('/incident resolve', channel);
    const page = only(await ana.types('/incident timeline', channel));
    await ana.picks('This resolved it', page, 'restarted');
    await room.settle();
    expect(page.visibleText()).toContain('resolved 2024-05-07 13:50 UTC');

    await ana.types('/incident status investigating', channel);
    await room.pass(30 * MINUTE);
    await ana.types('/incident resolve', channel);
    await room.settle();
    expect((await ana.types('/incident timeline', channel)).text).toContain('resolved 2024-05-07 14:30 UTC');
  });

  it('is set only by people of the channel', async () => {
    const { room, page: _ } = await withPage('13:50 an alert');
    const ben = room.workspace.person('ben');
    ben.joins(CHANNEL);
    await room.settle();
    const page = only(await ben.types('/incident timeline', CHANNEL));
    const { modal } = await ben.clicks('Milestones', page);
    ben.leaves(CHANNEL);
    await room.settle();
    const picked = await ben.picks('This was the detection', page, 'an alert');
    const sent = await ben.submits(modal, { detected: seconds('2024-05-07T13:30:00Z') });
    await room.settle();

    expect(picked.text).toContain('Only people in the incident’s channel');
    expect(sent.errors['impact-started']).toContain('Only people in the incident’s channel');
    expect(page.visibleText()).not.toContain('detected 2024');
  });
});

it('every change of the record is audited, with who did it', async () => {
  const { room, ana, page } = await withPage('13:50 an alert', 'mitigation: Scaled up');
  await ana.picks('This was the detection', page, 'an alert');
  await ana.picks('It was reverted', page, 'Scaled up');
  await ana.picks('Retract', page, 'an alert');
  const { modal } = await ana.clicks('Milestones', page);
  await ana.submits(modal, { mitigated: seconds('2024-05-07T13:55:00Z') });
  await room.settle();

  const audited = await askDatabase(room.config.databaseUrl, 'select action, person_id from audit_entry order by id');
  expect(audited.map(({ action }) => action).slice(-4)).toEqual([
    'set-milestone',
    'settle-mitigation',
    'correct-event',
    'set-milestone',
  ]);
  expect(new Set(audited.map(({ person_id }) => person_id))).toEqual(new Set([ana.id]));
});

describe('a mitigation', () => {
  it('stands on the card until it is reverted or kept on purpose, and the channel hears of it', async () => {
    const { room, channel, ana } = await withPage('mitigation: Scaled up', 'mitigation: Sign-ups are off');
    const card = channel.message('Declared');
    expect(card.visibleText()).toContain('🚧 Still in place: Scaled up · Sign-ups are off');

    const page = only(await ana.types('/incident timeline', channel));
    await ana.picks('It was reverted', page, 'Sign-ups are off');
    await room.settle();
    expect(card.visibleText()).toContain('🚧 Still in place: Scaled up\n');
    expect(page.visibleText()).toContain('Sign-ups are off — ana _(reverted)_');
    expect(channel.messages().at(-1)?.visibleText()).toMatch(/🧹 .*Reverted: Sign-ups are off — ana/u);

    await ana.picks('It is kept on purpose', page, 'Scaled up');
    await room.settle();
    expect(card.visibleText()).not.toContain('Still in place');

    await ana.picks('It still stands: open again', page, 'Scaled up');
    await room.settle();
    expect(card.visibleText()).toContain('🚧 Still in place: Scaled up');
    const told = channel.message('Kept on purpose: Scaled up');
    expect(told.visibleText()).toContain('~Kept on purpose: Scaled up~ _retracted_');
    expect(await draftOf(room)).not.toContain('Kept on purpose: Scaled up');
  });

  it('is settled in the form of the card', async () => {
    const { room, channel, ana } = await withPage('mitigation: Scaled up', 'mitigation: Sign-ups are off');
    const { modal } = await ana.clicks('Reverted or kept?', channel.message('Declared'));
    await ana.submits(modal, { '🚧 Scaled up': 'kept' });
    await room.settle();

    expect(channel.message('Declared').visibleText()).toContain('🚧 Still in place: Sign-ups are off\n');
  });

  it('is asked for at resolve and at close, and what is left open is named in the draft', async () => {
    const { room, channel, ana } = await withPage('mitigation: Scaled up', 'mitigation: Sign-ups are off');
    const resolved = await ana.types('/incident resolve', channel);
    expect(resolved.text).toContain('🚧 Still in place: Scaled up · Sign-ups are off');

    await closes(ana, channel, { '🚧 Scaled up': 'reverted' });
    await room.settle();
    const draft =
      channel
        .files()
        .find(({ name }) => name.endsWith('.md'))
        ?.content?.toString() ?? '';

    expect(draft).toContain('Scaled up (reverted 2024-05-07 14:00 UTC)');
    expect(draft).toContain('Sign-ups are off (nobody has said whether it stays)');
    expect(draft).toContain('Is this still in place: “Sign-ups are off”?');
    expect(draft).not.toContain('Is this still in place: “Scaled up”?');
  });

  it('that was retracted, or is no mitigation any more, is not asked for', async () => {
    const { room, channel, ana } = await withPage('mitigation: Scaled up', 'mitigation: Sign-ups are off');
    const page = only(await ana.types('/incident timeline', channel));
    await ana.picks('Retract', page, 'Scaled up');
    const { modal } = await ana.picks('Edit…', page, 'Sign-ups are off');
    await ana.submits(modal, { kind: 'note' });
    await room.settle();

    expect((await ana.types('/incident resolve', channel)).text).not.toContain('Still in place');
    expect(channel.message('Declared').visibleText()).not.toContain('Still in place');
  });
});
