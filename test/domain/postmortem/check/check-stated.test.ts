import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStated } from '../../../../src/domain/postmortem/check/check-stated.ts';
import { countMusts } from '../../../../src/domain/postmortem/check/finding.ts';
import { LEVELS } from '../../../../src/domain/postmortem/check/rule.ts';
import { RULES } from '../../../../src/domain/postmortem/check/rules.ts';
import { PROSE_PARTS, type StatedPostmortem } from '../../../../src/domain/postmortem/check/stated-postmortem.ts';
import { POSTMORTEM_SECTIONS } from '../../../../src/domain/postmortem/postmortem.ts';
import { aDuration, aFinding, anAction, anEvent, aStated, statedProse } from '../../../support/stated-builder.ts';
import { anyTypedText } from '../../../support/typed-text.ts';
import { checkout, guestHouses, tours, visas, webService } from './stated-seeds.ts';

const seeds = { visas, tours, checkout, guestHouses, webService };

/** The ids of the rules that find something, of all levels but that of what must be mended. */
const suggested = (stated: StatedPostmortem) =>
  new Set(checkStated(stated).flatMap(({ level, rule }) => (level === 'must' ? [] : rule)));

describe('checkStated', () => {
  it('finds nothing in a good postmortem', () => {
    expect(checkStated(aStated())).toEqual([]);
  });

  it.each<[keyof typeof seeds, readonly string[]]>([
    ['visas', ['fix-contradicts-itself']],
    [
      'tours',
      [
        'end-contradicts-timeline',
        'fix-contradicts-itself',
        'detection-contradicts-itself',
        'done-action-in-the-future',
      ],
    ],
    ['checkout', ['no-summary', 'action-item-without-owner', 'action-item-without-due-date']],
    [
      'guestHouses',
      [
        'end-contradicts-timeline',
        'fix-contradicts-itself',
        'detection-contradicts-itself',
        'action-item-without-owner',
        'action-item-without-due-date',
      ],
    ],
    ['webService', ['no-summary', 'no-resolution', 'action-item-without-owner', 'action-item-without-due-date']],
  ])('finds in %s what a careful reader must have mended', (name, rules) => {
    const musts = checkStated(seeds[name]).filter(({ level }) => level === 'must');

    expect([...new Set(musts.map(({ rule }) => rule))].toSorted()).toEqual(rules.toSorted());
  });

  it.each<[keyof typeof seeds, readonly string[]]>([
    [
      'visas',
      [
        'action-item-owned-by-team',
        'action-item-vague',
        'communication-without-time',
        'hedge-without-figure',
        'impact-without-count-and-share',
        'lessons-incomplete',
        'misconfiguration-without-values',
        'no-trigger',
      ],
    ],
    [
      'tours',
      [
        'ambiguous-date',
        'impact-without-count-and-share',
        'lessons-incomplete',
        'misconfiguration-without-values',
        'no-contributing-factor',
        'no-detecting-action',
        'no-preventing-action',
        'nothing-communicated',
        'time-without-date',
      ],
    ],
    [
      'checkout',
      [
        'action-item-duplicate',
        'action-item-without-verifiable-end',
        'impact-without-count-and-share',
        'lessons-incomplete',
        'misconfiguration-without-values',
        'mitigation-open',
        'no-contributing-factor',
        'no-preventing-action',
        'no-trigger',
        'nothing-communicated',
        'outage-for-partial-impact',
      ],
    ],
    [
      'guestHouses',
      [
        'action-item-vague',
        'action-item-without-verifiable-end',
        'ambiguous-date',
        'impact-without-count-and-share',
        'lessons-incomplete',
        'no-contributing-factor',
        'nothing-communicated',
        'root-cause-is-symptom',
      ],
    ],
    [
      'webService',
      [
        'action-item-vague',
        'action-item-without-verifiable-end',
        'impact-without-count-and-share',
        'lessons-incomplete',
        'misconfiguration-without-values',
        'mitigation-open',
        'no-contributing-factor',
        'no-trigger',
        'nothing-communicated',
        'outage-for-partial-impact',
        'unexplained-gap',
      ],
    ],
  ])('suggests for %s what a careful reader would, and nothing else', (name, rules) => {
    expect(suggested(seeds[name])).toEqual(new Set(rules));
  });

  it('gives every rule an id of its own, and a reason that is one sentence', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(RULES.map(({ id }) => id).filter((id) => !/^[a-z]+(?:-[a-z]+)*$/u.test(id))).toEqual([]);
    expect(RULES.map(({ why }) => why).filter((why) => !/^[A-Z][^.]+\.$/u.test(why))).toEqual([]);
  });

  it('describes every rule for people, under its level', () => {
    const sections = readFileSync('docs/check.md', 'utf8').split('\n## ').slice(1);

    const described = sections.map((section) => [...section.matchAll(/^\| `(?<id>.+?)` \| (?<why>.+?\.) /gmu)]);
    const rows = described.map((rules) => rules.map(({ groups }) => [groups?.id, groups?.why]));
    expect(rows).toEqual(
      LEVELS.map((each) => RULES.filter(({ level }) => level === each).map(({ id, why }) => [id, why])),
    );
  });

  it('tells what may be meant otherwise only as a hint, and blame only to its author', () => {
    const risky = ['root-cause-is-symptom', 'title-names-another-cause', 'actions-miss-cause', 'unknown-acronym'];
    const levelOf = (wanted: string) => RULES.find(({ id }) => id === wanted)?.level;

    expect([...risky, 'action-item-without-verifiable-end'].map(levelOf)).toEqual(Array(5).fill('hint'));
    expect(RULES.filter(({ isForAuthor }) => isForAuthor).map(({ level }) => level)).toEqual(Array(3).fill('hint'));
  });

  it('never fails, whatever somebody wrote, and keeps its order', () => {
    fc.assert(
      fc.property(anyTypedText, fc.constantFrom('record' as const, 'file' as const), (text, source) => {
        const findings = checkStated(allOf(text, source));
        const order = findings.map(({ level, place }) => [
          LEVELS.indexOf(level),
          POSTMORTEM_SECTIONS.indexOf(place.section),
        ]);

        expect(order).toEqual(order.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
        expect(findings.every((finding) => finding.text.length > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('reads the longest text that a form takes in no time', () => {
    const long = allOf('because the pool set to users reported failed to set the settings and '.repeat(50), 'file');

    expect(timeToCheck(long)).toBeLessThan(2_000);
  });

  it.each([
    ['digits and spaces', `${'1'.repeat(2_000)}${' '.repeat(1_999)}x`],
    ['digits and dots', '1.'.repeat(2_000)],
    ['names and spaces', 'Ana    '.repeat(570)],
  ])('reads a text of nothing but %s in no time', (_case, text) => {
    expect(timeToCheck(allOf(text, 'file'))).toBeLessThan(1_000);
  });

  it('looks for nobody’s name where no text tells of a fault', () => {
    const told = 'We look at the pool, and it has no free connection. '.repeat(77);
    const timeline = Array.from({ length: 300 }, () => anEvent('15:40', told, 'note'));
    const people = Array.from({ length: 400 }, (_, index) => `Person ${index}`);
    const timeWith = (known: readonly string[]) =>
      Math.min(...[1, 2, 3].map(() => timeToCheck(aStated({ people: known, timeline }))));

    expect(timeWith(people)).toBeLessThan(2 * timeWith([]) + 50);
  });
});

describe('countMusts', () => {
  it.each([
    ['nothing', [], 0],
    ['a suggestion', [aFinding({ level: 'should' })], 0],
    ['two musts', [aFinding({ level: 'hint' }), aFinding(), aFinding()], 2],
    ['a must that was waived', [aFinding({ waived: { by: 'Ana', at: aStated().checkedAt, reason: 'a drill' } })], 0],
  ])('counts in %s', (_case, findings, expected) => {
    expect(countMusts(findings)).toBe(expected);
  });
});

function timeToCheck(stated: StatedPostmortem): number {
  const before = performance.now();
  checkStated(stated);
  return performance.now() - before;
}

/** The same text everywhere. */
function allOf(text: string, source: StatedPostmortem['source']): StatedPostmortem {
  return {
    ...aStated({
      source,
      title: { text, place: { section: 'summary' } },
      severity: text,
      people: [text],
      durations: [aDuration(50, text)],
      damages: [{ text, place: { section: 'timeline' } }],
      timeline: [anEvent('15:22', text), anEvent(undefined, text), anEvent('15:40', text, 'mitigation')],
      actionItems: [anAction(text, { owner: undefined }), anAction(text, { status: 'done' })],
    }),
    prose: statedProse(Object.fromEntries(PROSE_PARTS.map((part) => [part, text]))),
  };
}
