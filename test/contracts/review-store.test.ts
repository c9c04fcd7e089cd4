import { describe, expect, it } from 'vitest';
import { channelId, incidentId, messageKey, reviewEntryId, teamId } from '../../src/domain/ids.ts';
import { REVIEW_ENTRY_KINDS } from '../../src/domain/postmortem/review/review-entry.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, aReviewEntry, at, mahari } from '../support/record-builder.ts';

const incident = aRecordedIncident();

describe.each(engines)('the reviews on $name', ({ open }) => {
  it('come back as they were said, oldest first, whatever the order of writing', async () => {
    const opened = await openWithIncident(open);
    const entries = REVIEW_ENTRY_KINDS.map((kind, index) =>
      aReviewEntry({
        id: reviewEntryId(`01HZZZ00000000000000REVIE${index}`),
        kind,
        at: at(`17:0${Math.floor(index / 2)}`),
        reviewer: kind === 'asked' ? mahari : undefined,
        words: 'Line one\nline two: ümläute & <b>',
        announcement: kind === 'published' ? { channel: channelId('C1'), key: messageKey('1.2') } : undefined,
      }),
    );
    for (const entry of entries.toReversed()) {
      await commit(opened, ({ reviews }) => reviews.add(entry));
    }

    const { reviews } = opened.database.records;
    expect(await reviews.list(incident.id)).toStrictEqual(entries);
    expect(await reviews.find(entries[3]?.id ?? reviewEntryId(''))).toStrictEqual(entries[3]);
    expect(await reviews.find(reviewEntryId('none'))).toBeUndefined();
    expect(await reviews.list(incidentId('none'))).toEqual([]);
    expect(await opened.sql('select distinct team_id from review_entry')).toEqual([{ team_id: incident.teamId }]);
  });

  it('keep where one was announced, and change nothing else', async () => {
    const opened = await openWithIncident(open);
    const [entry, other] = [
      aReviewEntry({ kind: 'published', words: 'why' }),
      aReviewEntry({ id: reviewEntryId('01HZZZ00000000000000REVIEX') }),
    ];
    await commit(opened, async ({ reviews }) => {
      await reviews.add(entry);
      await reviews.add(other);
    });
    const announcement = { channel: channelId('C0NEWS'), key: messageKey('1717945200.000100') };
    await commit(opened, ({ reviews }) => reviews.keepAnnouncement(entry.id, announcement));

    expect(await opened.database.records.reviews.list(incident.id)).toStrictEqual([{ ...entry, announcement }, other]);
  });

  it.each([
    ['nothing', [], 1],
    ['a review', ['asked', 'approved'], 1],
    ['publishing', ['published'], 0],
    ['taking back', ['published', 'taken-back'], 1],
    ['publishing again', ['published', 'taken-back', 'published'], 0],
  ] as const)('tell what is unpublished after %s', async (_, kinds, expected) => {
    const opened = await openWithIncident(open);
    await commit(opened, async ({ reviews }) => {
      for (const [index, kind] of kinds.entries()) {
        await reviews.add(aReviewEntry({ id: reviewEntryId(`01HZZZ00000000000000REVIE${index}`), kind }));
      }
    });
    const { reviews } = opened.database.records;
    const { status, severity, resolvedAt, isDrill } = incident;

    expect(await reviews.listUnpublished(incident.teamId, ['SEV1', 'SEV2'])).toEqual(
      Array.from({ length: expected }, () => ({ status, severity, resolvedAt, isDrill })),
    );
    expect(await reviews.listUnpublished(incident.teamId, ['SEV2'])).toEqual([]);
    expect(await reviews.listUnpublished(incident.teamId, [])).toEqual([]);
    expect(await reviews.listUnpublished(teamId('T0OTHER'), ['SEV1'])).toEqual([]);
  });

  it('count an earlier publication no more once the incident was closed again, nor incidents that go on', async () => {
    const opened = await openWithIncident(open);
    await commit(opened, ({ reviews }) => reviews.add(aReviewEntry({ kind: 'published', at: at('17:00') })));
    const { reviews } = opened.database.records;
    const list = () => reviews.listUnpublished(incident.teamId, ['SEV1']);
    expect(await list()).toHaveLength(0);

    await opened.sql(`update incident set closed_at = '${at('18:00')}'`);
    expect(await list()).toHaveLength(1);
    await opened.sql("update incident set closed_at = null, status = 'resolved'");
    expect(await list()).toHaveLength(1);
    await opened.sql("update incident set status = 'investigating', resolved_at = null");
    expect(await list()).toHaveLength(0);
  });
});
