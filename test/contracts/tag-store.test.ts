import { describe, expect, it } from 'vitest';
import { channelId, messageKey, personId } from '../../src/domain/ids.ts';
import type { Tag } from '../../src/domain/timeline/tagging.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anEventAt, aRecordedIncident, at } from '../support/record-builder.ts';

const incident = aRecordedIncident();
const message = { channel: channelId('C1'), key: messageKey('1.2') };

function aTag(overrides: Partial<Tag> = {}): Tag {
  return {
    message,
    by: personId('U1'),
    reaction: 'pushpin',
    kind: 'note',
    isSet: true,
    changedAt: '1717946700.000100',
    ...overrides,
  };
}

describe.each(engines)('tags on $name', ({ open }) => {
  it('come back as they were set, those of one message only', async () => {
    const opened = await openWithIncident(open);
    const tags = [aTag(), aTag({ by: personId('U2') }), aTag({ reaction: 'fish', kind: 'misleading-path' })];
    await commit(opened, async ({ tags: store }) => {
      for (const tag of [...tags, aTag({ message: { ...message, key: messageKey('1.3') } })]) {
        await store.set(incident.id, tag);
      }
    });

    const listed = await opened.database.records.tags.list(incident.id, message);
    expect(listed).toHaveLength(3);
    expect(listed).toEqual(expect.arrayContaining(tags));
    expect(await opened.database.records.tags.listAll(incident.id)).toHaveLength(4);
  });

  it('keep the last word, whatever arrives last', async () => {
    const opened = await openWithIncident(open);
    const last = aTag({ isSet: false, changedAt: '1717946701.000200' });
    await commit(opened, async ({ tags }) => {
      await tags.set(incident.id, last);
      await tags.set(incident.id, aTag());
    });

    expect(await opened.database.records.tags.list(incident.id, message)).toEqual([last]);
  });
});

describe.each(engines)('events that follow their messages on $name', ({ open }) => {
  it('keep every field that is saved, and are found by their message', async () => {
    const opened = await openWithIncident(open);
    const event = anEventAt('15:20', { message });
    const followed = {
      ...event,
      kind: 'decision' as const,
      text: 'Other words',
      messageText: 'Words',
      messageEditedAt: at('15:30'),
      messageDeletedAt: at('15:31'),
      taggedBy: [personId('U1'), personId('U2')],
      retractedAt: at('15:32'),
      retractedBy: personId('U2'),
    };
    await commit(opened, async ({ timeline }) => {
      await timeline.add(event);
      await timeline.save(followed);
    });

    const { timeline } = opened.database.records;
    expect(await timeline.findByMessage(incident.id, message)).toStrictEqual(followed);
    expect(await timeline.findByMessage(incident.id, { ...message, key: messageKey('9.9') })).toBeUndefined();
  });

  it('keep their earlier words, the oldest first', async () => {
    const opened = await openWithIncident(open);
    const event = anEventAt('15:20');
    const revisions = ['first', 'second', 'third'].map((text, index) => ({
      of: index === 1 ? ('message' as const) : ('event' as const),
      kind: event.kind,
      at: event.at,
      replacedBy: index === 0 ? undefined : personId('U1'),
      eventId: event.id,
      text,
      replacedAt: at('15:30'),
    }));
    await commit(opened, async ({ timeline }) => {
      await timeline.add(event);
      for (const revision of revisions) {
        await timeline.addRevision(revision);
      }
    });

    expect(await opened.database.records.timeline.listRevisions(event.id)).toEqual(revisions);
  });
});
