import { describe, expect, it } from 'vitest';
import { incidentId } from '../../src/domain/ids.ts';
import type { TypedPart, UnsavedWords } from '../../src/domain/postmortem/narrative.ts';
import type { SavedWords } from '../../src/use-cases/postmortem-stores.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const incident = aRecordedIncident();

describe.each(engines)('what people type and have not sent, on $name', ({ open }) => {
  it('is kept for its person and incident, in the order of the sections, new action items last', async () => {
    const opened = await openWithIncident(open);
    const [summary, lessons] = [words('summary', 'S'), words('lessons', 'L', { shownVersion: 2, shownLength: 2_999 })];
    const items = words('new-items', 'I');
    await keep(opened, items);
    await keep(opened, lessons);
    await keep(opened, summary);

    const { unsaved } = opened.database.records;
    expect(await unsaved.list(incident.id, claire)).toEqual([summary, lessons, items]);
    expect(await unsaved.list(incident.id, mahari)).toEqual([]);
    expect(await unsaved.list(incidentId('none'), claire)).toEqual([]);
  });

  it('is what was typed last, whatever comes last', async () => {
    const opened = await openWithIncident(open);
    await keep(opened, words('summary', 'Bookings failed', { typedAt: at('16:41') }));
    await keep(opened, words('summary', 'Book', { typedAt: at('16:40') }));

    expect(await opened.database.records.unsaved.list(incident.id, claire)).toMatchObject([
      { text: 'Bookings failed' },
    ]);
  });

  it('is gone once it was saved, and does not come back late', async () => {
    const opened = await openWithIncident(open);
    await keep(opened, words('summary', 'Bookings failed', { typedAt: at('16:41') }));
    await commit(opened, ({ unsaved }) => unsaved.dropSaved(incident.id, claire, saved('Bookings failed', '16:42')));
    await keep(opened, words('summary', 'Bookings', { typedAt: at('16:40') }));

    const { unsaved } = opened.database.records;
    expect(await unsaved.list(incident.id, claire)).toEqual([]);
    await keep(opened, words('summary', 'Better words', { typedAt: at('16:43') }));
    expect(await unsaved.list(incident.id, claire)).toMatchObject([{ text: 'Better words' }]);
  });

  it('is gone once it was given up, and does not come back late', async () => {
    const opened = await openWithIncident(open);
    await keep(opened, words('summary', 'Bookings failed', { typedAt: at('16:41') }));
    await commit(opened, ({ unsaved }) => unsaved.drop(incident.id, claire, 'summary', at('16:42')));
    await keep(opened, words('summary', 'Bookings', { typedAt: at('16:41') }));

    expect(await opened.database.records.unsaved.list(incident.id, claire)).toEqual([]);
  });

  it('stays where an earlier drop comes late', async () => {
    const opened = await openWithIncident(open);
    await keep(opened, words('summary', 'Bookings failed', { typedAt: at('16:41') }));
    await commit(opened, ({ unsaved }) => unsaved.drop(incident.id, claire, 'summary', at('16:40')));

    expect(await opened.database.records.unsaved.list(incident.id, claire)).toMatchObject([
      { text: 'Bookings failed' },
    ]);
  });

  it('is kept after words were saved, although our clock is ahead', async () => {
    const opened = await openWithIncident(open);
    await keep(opened, words('summary', 'Bookings failed', { typedAt: at('16:41') }));
    await commit(opened, ({ unsaved }) => unsaved.dropSaved(incident.id, claire, saved('Bookings failed', '16:50')));
    await keep(opened, words('summary', 'Bookings failed at noon', { typedAt: at('16:42') }));

    expect(await opened.database.records.unsaved.list(incident.id, claire)).toMatchObject([
      { text: 'Bookings failed at noon' },
    ]);
  });

  it('is gone once the very words were saved, although our clock is behind, and nothing else is', async () => {
    const opened = await openWithIncident(open);
    await keep(opened, words('summary', 'Bookings failed', { typedAt: at('16:41') }));
    await keep(opened, words('lessons', 'More', { typedAt: at('16:41') }));
    await commit(opened, ({ unsaved }) => unsaved.dropSaved(incident.id, claire, saved('Bookings failed', '16:35')));
    await commit(opened, ({ unsaved }) =>
      unsaved.dropSaved(incident.id, claire, { ...saved('Less', '16:35'), section: 'lessons' }),
    );

    expect(await opened.database.records.unsaved.list(incident.id, claire)).toMatchObject([{ text: 'More' }]);
  });

  it('is forgotten when it was typed long ago', async () => {
    const opened = await openWithIncident(open);
    await keep(opened, words('summary', 'Old', { typedAt: at('16:40') }));
    await keep(opened, words('lessons', 'New', { typedAt: at('16:41') }));
    await commit(opened, ({ unsaved }) => unsaved.forgetBefore(at('16:41')));

    expect(await opened.database.records.unsaved.list(incident.id, claire)).toMatchObject([{ text: 'New' }]);
  });
});

function words(section: TypedPart, text: string, overrides: Partial<UnsavedWords> = {}): UnsavedWords {
  return { section, text, shownVersion: 0, shownLength: undefined, typedAt: at('16:40'), ...overrides };
}

function saved(text: string, time: string): SavedWords {
  return { section: 'summary', text, at: at(time) };
}

function keep(opened: Pick<TestDatabase, 'database'>, typed: UnsavedWords): Promise<void> {
  return commit(opened, ({ unsaved }) => unsaved.keep(incident.id, claire, typed));
}
