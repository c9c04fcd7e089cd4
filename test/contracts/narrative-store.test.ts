import { describe, expect, it } from 'vitest';
import { incidentId } from '../../src/domain/ids.ts';
import {
  NARRATIVE_SECTIONS,
  type NarrativeEntry,
  type NarrativeSection,
} from '../../src/domain/postmortem/narrative.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const incident = aRecordedIncident();

describe.each(engines)('the narrative on $name', ({ open }) => {
  it('gives entries back as they were put in, in the order of the sections', async () => {
    const opened = await openWithIncident(open);
    const entries = NARRATIVE_SECTIONS.map((section) => entry(section, `About ${section}\n\n- and more`));

    for (const each of entries.toReversed()) {
      await add(opened, each);
    }

    expect(await opened.database.records.narrative.list(incident.id)).toStrictEqual(entries);
  });

  it('gives the newest entry of a section, whatever its instant, and keeps the earlier ones', async () => {
    const opened = await openWithIncident(open);
    const entries = ['First', 'Second', ''].map((text, index) =>
      entry('summary', text, { writtenAt: at(`16:${50 - index}`), writtenBy: index === 0 ? claire : mahari }),
    );

    for (const each of entries) {
      await add(opened, each);
    }
    // Moves the first row behind the others, where the order of the rows is left to the engine.
    await opened.sql(`update narrative_entry set text = text where text = 'First'`);

    expect(await opened.database.records.narrative.list(incident.id)).toStrictEqual(entries.slice(-1));
    expect(await opened.sql('select text, written_by from narrative_entry order by id')).toEqual([
      { text: 'First', written_by: claire },
      { text: 'Second', written_by: mahari },
      { text: '', written_by: mahari },
    ]);
  });

  it('belongs to its incident', async () => {
    const opened = await openWithIncident(open);
    await add(opened, entry('summary', 'Theirs'));

    expect(await opened.database.records.narrative.list(incidentId('none'))).toEqual([]);
  });

  it('keeps both where two people write a section at the same moment, and shows one of them', async () => {
    const opened = await openWithIncident(open);
    const other = await opened.peer();

    await Promise.all([add(opened, entry('lessons', 'Hers')), add(other, entry('lessons', 'His'))]);

    expect(await opened.database.records.narrative.list(incident.id)).toHaveLength(1);
    expect(await opened.sql('select text from narrative_entry order by text')).toEqual([
      { text: 'Hers' },
      { text: 'His' },
    ]);
  });
});

function entry(section: NarrativeSection, text: string, overrides: Partial<NarrativeEntry> = {}): NarrativeEntry {
  return { section, text, writtenBy: claire, writtenAt: at('16:40'), ...overrides };
}

function add(opened: Pick<TestDatabase, 'database'>, written: NarrativeEntry): Promise<void> {
  return commit(opened, ({ narrative }) => narrative.add(incident.id, written));
}
