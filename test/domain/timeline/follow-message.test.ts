import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelId, messageKey, type PersonId, personId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { followMessage } from '../../../src/domain/timeline/follow-message.ts';
import { redactEvent } from '../../../src/domain/timeline/redact-event.ts';
import { BY_HAND, type Tag, taggingOf } from '../../../src/domain/timeline/tagging.ts';
import { anEventAt } from '../../support/record-builder.ts';

const NOW = '2024-06-09T16:00:00.000Z' as Instant;
const LATER = '2024-06-09T17:00:00.000Z' as Instant;
const message = { channel: channelId('C1'), key: messageKey('1.2') };
const [ana, ben] = [personId('U0ANA'), personId('U0BEN')];

function aTag(by: PersonId, reaction: string, changedAt: string, isSet = true): Tag {
  const kind = reaction === 'fish' ? 'misleading-path' : 'note';
  return { message, by, reaction, kind, isSet, changedAt };
}

/** What a store keeps: of each person and reaction the last word. */
function kept(tags: readonly Tag[]): readonly Tag[] {
  const last = new Map<string, Tag>();
  for (const tag of tags) {
    const key = `${tag.by} ${tag.reaction}`;
    const known = last.get(key);
    if (known === undefined || known.changedAt < tag.changedAt) {
      last.set(key, tag);
    }
  }
  return [...last.values()];
}

describe('taggingOf', () => {
  it.each([
    ['one tag', [aTag(ana, 'pushpin', '1')], { kind: 'note', by: [ana], lastBy: ana }],
    [
      'two people',
      [aTag(ben, 'pushpin', '2'), aTag(ana, 'pushpin', '1')],
      { kind: 'note', by: [ana, ben], lastBy: ben },
    ],
    [
      'a second kind',
      [aTag(ana, 'pushpin', '1'), aTag(ben, 'fish', '2')],
      { kind: 'misleading-path', by: [ana, ben], lastBy: ben },
    ],
    [
      'a second kind taken back',
      [aTag(ana, 'pushpin', '1'), aTag(ben, 'fish', '3', false)],
      { kind: 'note', by: [ana], lastBy: ben },
    ],
    ['the last taken back', [aTag(ana, 'fish', '2', false)], { kind: 'misleading-path', by: [], lastBy: ana }],
    [
      'one taken back by hand after a reaction',
      [aTag(ana, 'pushpin', '1'), aTag(ben, BY_HAND, '2', false)],
      { kind: 'note', by: [], lastBy: ben },
    ],
    [
      'a reaction after one was taken back by hand',
      [aTag(ben, BY_HAND, '1', false), aTag(ana, 'fish', '2')],
      { kind: 'misleading-path', by: [ana], lastBy: ana },
    ],
    [
      'one restored by hand',
      [aTag(ana, 'pushpin', '1'), aTag(ben, BY_HAND, '2', false), aTag(ana, BY_HAND, '3')],
      { kind: 'note', by: [ana], lastBy: ana },
    ],
    ['none ever', [], undefined],
  ])('of %s', (_, tags, tagging) => {
    expect(taggingOf(tags)).toEqual(tagging);
  });

  it('is the same whatever the order and however often what people did arrives', () => {
    const done = fc.array(
      fc.tuple(fc.constantFrom(ana, ben), fc.constantFrom('pushpin', 'fish', BY_HAND), fc.boolean()),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    const deliveries = done
      .map((steps) =>
        steps.map(([by, reaction, isSet], index) => aTag(by, reaction, String(index).padStart(3, '0'), isSet)),
      )
      .chain((tags) =>
        fc.record({
          tags: fc.constant(tags),
          arriving: fc
            .array(fc.constantFrom(...tags))
            .chain((repeats) =>
              fc.shuffledSubarray([...tags, ...repeats], { minLength: tags.length + repeats.length }),
            ),
        }),
      );
    fc.assert(
      fc.property(deliveries, ({ tags, arriving }) => {
        expect(taggingOf(kept(arriving))).toEqual(taggingOf(kept(tags)));
      }),
    );
  });
});

describe('followMessage', () => {
  const tagging = { kind: 'note', by: [ana], lastBy: ana } as const;
  const event = anEventAt('15:20', {
    text: 'Pool is full',
    messageText: 'Pool is full',
    messageHash: 'Pool is full',
    message,
    taggedBy: [ana],
  });

  it('takes over an edit and keeps the earlier words', () => {
    const followed = followMessage(
      event,
      { tagging, message: { text: 'Pool is empty', mentions: [], files: [], hash: 'Pool is empty' } },
      NOW,
    );
    expect(followed.event).toMatchObject({ text: 'Pool is empty', messageText: 'Pool is empty', messageEditedAt: NOW });
    expect(followed.revision).toMatchObject({ eventId: event.id, text: 'Pool is full', at: event.at, replacedAt: NOW });
  });

  it('leaves words that were written for the event, and remembers that the message changed', () => {
    const reworded = { ...event, text: 'The pool ran dry' };
    const followed = followMessage(
      reworded,
      { tagging, message: { text: 'Pool is empty', mentions: [], files: [], hash: 'Pool is empty' } },
      NOW,
    );
    expect(followed.event).toMatchObject({ text: 'The pool ran dry', messageEditedAt: NOW });
    expect(followed.revision).toMatchObject({ of: 'message', text: 'Pool is full' });
  });

  it('takes a new name in the same message for no edit', () => {
    const followed = followMessage(
      event,
      { tagging, message: { text: 'Pool is FULL', mentions: [], files: [], hash: 'Pool is full' } },
      NOW,
    );
    expect(followed).toEqual({ event, revision: undefined });
  });

  it('keeps the words of a deleted message', () => {
    const followed = followMessage(event, { tagging, message: undefined }, NOW);
    expect(followed.event).toMatchObject({ text: 'Pool is full', messageDeletedAt: NOW });
  });

  it('takes the words of a message that a form showed over from it, where nobody wrote others, once it is read', () => {
    const unread = { ...event, text: 'Asked @somebody', messageText: 'Asked @somebody', messageHash: undefined };
    const read = { tagging, message: { text: 'Asked @Ana', mentions: [], files: [], hash: 'Asked <@U1>' } };
    expect(followMessage(unread, read, NOW)).toMatchObject({
      event: { text: 'Asked @Ana', messageText: 'Asked @Ana', messageHash: 'Asked <@U1>', messageEditedAt: undefined },
      revision: { text: 'Asked @somebody' },
    });
    const reworded = followMessage({ ...unread, text: 'I asked around' }, read, NOW);
    expect(reworded).toMatchObject({
      event: { text: 'I asked around' },
      revision: { of: 'message', text: 'Asked @somebody' },
    });
  });

  it('brings no words back that were removed', () => {
    const redacted = { ...redactEvent(event, NOW), messageDeletedAt: NOW };
    const state = { tagging, message: { text: 'Pool is full', mentions: [], files: [], hash: 'Pool is full' } };
    expect(followMessage(redacted, state, LATER)).toEqual({ event: redacted, revision: undefined });
  });

  it('retracts without a tag, and restores with one', () => {
    const untagged = { kind: 'note', by: [], lastBy: ben } as const;
    const retracted = followMessage(
      event,
      { tagging: untagged, message: { text: 'Pool is full', mentions: [], files: [], hash: 'Pool is full' } },
      NOW,
    ).event;
    expect(retracted).toMatchObject({ retractedAt: NOW, retractedBy: ben, text: 'Pool is full' });
    const restored = followMessage(
      retracted,
      { tagging, message: { text: 'Pool is full', mentions: [], files: [], hash: 'Pool is full' } },
      LATER,
    ).event;
    expect(restored).toEqual(event);
  });

  it.each([
    ['nothing changed', { tagging, message: { text: 'Pool is full', mentions: [], files: [], hash: 'Pool is full' } }],
    ['it was edited', { tagging, message: { text: 'Pool is empty', mentions: [], files: [], hash: 'Pool is empty' } }],
    ['it was deleted', { tagging, message: undefined }],
    ['nobody tags it', { tagging: { kind: 'note', by: [], lastBy: ben } as const, message: undefined }],
  ])('changes nothing more when asked again, where %s', (_, state) => {
    const once = followMessage(event, state, NOW).event;
    expect(followMessage(once, state, LATER)).toEqual({ event: once, revision: undefined });
  });
});
