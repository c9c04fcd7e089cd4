import { beforeAll, describe, expect, it } from 'vitest';
import { playScenario } from '../../src/play-scenario.ts';
import { readScenarioNamed, scenarioNames } from '../../src/run-demo.ts';
import { checkoutDatabase } from './seed-facts/checkout-database.ts';
import { guestHouseBooking } from './seed-facts/guest-house-booking.ts';
import { actionItemRows, escalationRows, section, timelineRows } from './seed-facts/read-draft.ts';
import { tourBooking } from './seed-facts/tour-booking.ts';
import { visaBooking } from './seed-facts/visa-booking.ts';
import { webService } from './seed-facts/web-service.ts';

const SEEDS = [visaBooking, tourBooking, checkoutDatabase, guestHouseBooking, webService];

it('plays every scenario that there is', () => {
  expect(scenarioNames()).toEqual(SEEDS.map(({ incident }) => incident));
});

describe.each(SEEDS)('the draft of $incident', (facts) => {
  let markdown = '';
  let page = '';

  beforeAll(async () => {
    const { channel } = await playScenario(readScenarioNamed(facts.incident));
    const files = channel.files().map(({ name, content }) => ({ name, text: String(content) }));
    markdown = files.findLast(({ name }) => name.endsWith('.md'))?.text ?? '';
    page = files.findLast(({ name }) => name.endsWith('.html'))?.text ?? '';
  });

  it('begins with when it was and who declared it', () => {
    const [header = ''] = markdown.split('\n## ');
    expect(missing(header, facts.header)).toEqual([]);
  });

  it.each(facts.timeline)('has on its timeline what happened at $at: $words', ({ at, shown, kind, who, words }) => {
    const rows = timelineRows(markdown);
    const found = rows.filter((row) => missing(row.what, words).length === 0);

    expect(found).toContainEqual(
      expect.objectContaining({
        at,
        date: shown[0],
        time: shown[1],
        ...(kind === undefined ? {} : { kind }),
        ...(who === undefined ? {} : { who }),
      }),
    );
  });

  it('keeps its timeline in order', () => {
    const instants = timelineRows(markdown).map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted());
  });

  it.each(Object.entries(facts.sections))('tells under “%s” what is known', (title, words) => {
    expect(missing(section(markdown, title), words)).toEqual([]);
  });

  it('has every action item with its kind, owner and due date, and no other', () => {
    const rows = actionItemRows(markdown);

    expect(rows).toHaveLength(facts.actionItems.length);
    for (const { kind, words, owner, due, doneWhen = [] } of facts.actionItems) {
      const row = rows.find(({ what }) => missing(what, words).length === 0);
      expect(row, words.join(', ')).toMatchObject({
        kind,
        owner: owner ?? '_no owner_',
        due: due ?? facts.dueByPolicy ?? '_no date_',
      });
      expect(missing(row?.doneWhen ?? '', doneWhen)).toEqual([]);
    }
  });

  it('tells whom its people called, why, who answered how soon, and what had misled them, and of no other call', () => {
    const rows = escalationRows(markdown);

    expect(rows.map(({ cells: [when = '', target, by] }) => [when.split(' (')[0], target, by])).toEqual(
      facts.escalations.map(({ at, target, by }) => [at, target, by]),
    );
    for (const [index, { why, answer, called, misled }] of facts.escalations.entries()) {
      const { cells, calls, misled: told } = rows[index] ?? expect.fail('there is no such row');
      expect(missing(cells[3] ?? '', why)).toEqual([]);
      expect(missing(cells[4] ?? '', answer)).toEqual([]);
      expect(calls).toHaveLength(called.length);
      for (const [who, outcome] of called) {
        expect(calls.map(([, ...rest]) => rest.join(' '))).toContainEqual(
          expect.stringMatching(new RegExp(`^${who} .*${outcome.replace('+', '\\+')}`, 'u')),
        );
      }
      expect(told).toHaveLength(misled.length);
      expect(misled.flatMap((words, line) => missing(told[line] ?? '', words))).toEqual([]);
    }
  });

  it('says what contradicts itself, and nothing else', () => {
    const told = section(markdown, 'What is still missing')
      .split('\n')
      .filter((line) => line.includes('which is right?'));

    expect(told).toHaveLength(facts.contradictions.length);
    for (const words of facts.contradictions) {
      expect(told.map((line) => missing(line, words))).toContainEqual([]);
    }
  });

  it('says by which rules it is not yet as good as it could be, and by no other', () => {
    const found = section(markdown, 'What is still missing').matchAll(/ \((?<rule>[a-z-]+)\)\*$/gmu);

    expect(new Set([...found].map(({ groups }) => groups?.rule))).toEqual(new Set(facts.rules));
  });

  it('comes as a page too, with the same rows', () => {
    for (const { what } of [...timelineRows(markdown), ...actionItemRows(markdown)]) {
      expect(asText(page)).toContain(asText(what.replace(/ \(\[message\].*$/u, '')));
    }
  });
});

/** Those of the words that do not stand in the text. */
function missing(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => !text.toLowerCase().includes(word.toLowerCase()));
}

/** Without tags, and with what either format escapes written plainly. */
function asText(source: string): string {
  return source
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\\(?=\W)/gu, '');
}
