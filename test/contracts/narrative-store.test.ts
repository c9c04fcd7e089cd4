import { describe, expect, it } from 'vitest';
import { incidentId } from '../../src/domain/ids.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../../src/domain/postmortem/narrative.ts';
import type { NewNarrativeEntry } from '../../src/use-cases/postmortem-stores.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aNarrativeEntry, aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const incident = aRecordedIncident();

describe.each(engines)('the narrative on $name', ({ open }) => {
  it('gives entries back as they were put in, in the order of the sections', async () => {
    const opened = await openWithIncident(open);
    const texts = NARRATIVE_SECTIONS.map((section) => ({ section, text: `About ${section}\n\n- and more` }));

    for (const { section, text } of texts.toReversed()) {
      await add(opened, entry(section, text));
    }

    const kept = await opened.database.records.narrative.list(incident.id);
    expect(kept).toStrictEqual(texts.map((each) => aNarrativeEntry(each)));
  });

  it('counts the versions of a section, gives the newest, whatever its instant, and keeps the earlier ones', async () => {
    const opened = await openWithIncident(open);
    const { narrative } = opened.database.records;
    await add(opened, entry('lessons', 'Another section'));

    expect(await add(opened, entry('summary', 'First', { writtenAt: at('16:50') }))).toBe(1);
    expect(await add(opened, entry('summary', 'Second', { writtenAt: at('16:49'), writtenBy: mahari }))).toBe(2);
    expect(await add(opened, entry('summary', '', { writtenAt: at('16:48'), writtenBy: mahari }))).toBe(3);
    // Moves the first row behind the others, where the order of the rows is left to the engine.
    await opened.sql(`update narrative_entry set text = text where text = 'First'`);

    expect((await narrative.list(incident.id))[0]).toMatchObject({ version: 3, text: '', writtenBy: mahari });
    expect(await narrative.history(incident.id, 'summary')).toMatchObject([
      { version: 1, text: 'First', writtenBy: claire, writtenAt: at('16:50') },
      { version: 2, text: 'Second', writtenBy: mahari },
      { version: 3, text: '' },
    ]);
  });

  it('keeps what was set aside, and goes on to hold what stood before', async () => {
    const opened = await openWithIncident(open);
    await add(opened, entry('summary', 'Theirs'));
    await add(opened, entry('summary', 'Mine', { isAside: true, writtenBy: mahari }));

    const { narrative } = opened.database.records;
    expect(await narrative.list(incident.id)).toMatchObject([{ version: 1, text: 'Theirs' }]);
    expect(await narrative.history(incident.id, 'summary')).toMatchObject([
      { text: 'Theirs', isAside: false },
      { version: 2, text: 'Mine', isAside: true },
    ]);
  });

  it('says whose words were taken up again', async () => {
    const opened = await openWithIncident(open);
    await add(opened, entry('lessons', 'Another first version'));
    await add(opened, entry('summary', 'First', { writtenAt: at('16:50') }));
    await add(opened, entry('summary', 'Second'));
    await add(opened, entry('summary', 'First', { writtenBy: mahari, restoredVersion: 1 }));

    expect((await opened.database.records.narrative.list(incident.id))[0]).toMatchObject({
      version: 3,
      writtenBy: mahari,
      restored: { version: 1, writtenBy: claire, writtenAt: at('16:50') },
    });
  });

  it('belongs to its incident', async () => {
    const opened = await openWithIncident(open);
    await add(opened, entry('summary', 'Theirs'));

    const { narrative } = opened.database.records;
    expect(await narrative.list(incidentId('none'))).toEqual([]);
    expect(await narrative.history(incidentId('none'), 'summary')).toEqual([]);
  });

  it('keeps all that several write at the same moment, each with a number of its own', async () => {
    const opened = await openWithIncident(open);
    const other = await opened.peer();
    const all = Array.from({ length: 12 }, (_, index) => String(index));

    await Promise.all(all.map((text, index) => add(index % 2 === 0 ? opened : other, entry('lessons', text))));

    const history = await opened.database.records.narrative.history(incident.id, 'lessons');
    expect(history.map(({ version }) => version)).toEqual(all.map((_, index) => index + 1));
    expect(history.map(({ text }) => Number(text)).sort((a, b) => a - b)).toEqual(all.map(Number));
    expect(await opened.database.records.narrative.list(incident.id)).toEqual(history.slice(-1));
  });
});

function entry(section: NarrativeSection, text: string, overrides: Partial<NewNarrativeEntry> = {}): NewNarrativeEntry {
  const written = { section, text, writtenBy: claire, writtenAt: at('16:40') };
  return { ...written, restoredVersion: undefined, isAside: false, ...overrides };
}

function add(opened: Pick<TestDatabase, 'database'>, written: NewNarrativeEntry): Promise<number> {
  return commit(opened, ({ narrative }) => narrative.add(incident.id, written));
}
