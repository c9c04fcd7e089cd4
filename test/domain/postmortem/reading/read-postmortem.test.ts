import { describe, expect, it } from 'vitest';
import { checkStated } from '../../../../src/domain/postmortem/check/check-stated.ts';
import { proseLines, readDocument, readText, toldEvents } from '../../../support/read-document.ts';

/** `line rule` of what must be mended. */
function musts(name: string): readonly string[] {
  return checkStated(readDocument(name).stated)
    .filter(({ level }) => level === 'must')
    .map(({ place, rule }) => `${place.line ?? '-'} ${rule}`);
}

describe('readPostmortem, given labels and lines', () => {
  const { stated, unread } = readDocument('labels-and-lines.txt');

  it('reads every part', () => {
    expect(unread).toEqual([]);
    expect(proseLines(stated)).toEqual({
      summary: [7],
      'customer-impact': [24],
      'business-impact': [25],
      'root-cause': [29],
      'contributing-factors': [30],
      resolution: [34],
      lessons: [41],
      'internal-communication': [45],
      'external-communication': [46],
    });
    expect(stated.people).toEqual(['Selam Tesfaye', 'Hanna']);
  });

  it('reads start, end and length through damaged letters, and tells of those', () => {
    expect(stated.started?.at).toBe('2025-03-03T08:00:00.000Z');
    expect(stated.ended?.at).toBe('2025-03-03T09:40:00.000Z');
    expect(stated.durations).toMatchObject([{ text: '1 hour, 40 minutes', milliseconds: 6_000_000 }]);
    expect(stated.damages).toEqual([{ text: 'â€“', place: { section: 'summary', line: 8 } }]);
  });

  it('tells kinds of events by their words', () => {
    expect(toldEvents(stated)).toEqual([
      '12 detected 2025-03-03T08:00',
      '13 investigation 2025-03-03T08:10',
      '14 investigation 2025-03-03T08:25',
      '15 mitigation 2025-03-03T08:40',
      '16 - 2025-03-03T08:55',
      '17 cause-found 2025-03-03T09:15',
      '18 mitigation 2025-03-03T09:30',
      '19 resolution 2025-03-03T09:40',
      '20 note 2025-03-04T13:00',
    ]);
  });

  it('takes each line below the measures for an action', () => {
    expect(stated.actionItems).toMatchObject([
      {
        text: 'Add an alert on failing logins above 5 a minute',
        place: { section: 'action-items', line: 36 },
        owner: 'Hanna',
        isOwnedByPerson: true,
        dueOn: '2025-03-10',
      },
      { text: 'Cover the session settings with a test', owner: 'Platform Team', isOwnedByPerson: false },
    ]);
  });

  it('leads to nothing false', () => {
    expect(musts('labels-and-lines.txt')).toEqual(['8 damaged-text']);
  });
});

describe('readPostmortem, given an end whose day is left out', () => {
  const { stated } = readDocument('day-left-out.txt');

  it('reads the day as its zone means it, and an end on the next', () => {
    expect(stated.started).toMatchObject({ at: '2025-04-05T15:30:00.000Z', isAmbiguous: false });
    expect(stated.ended).toMatchObject({ at: '2025-04-05T22:40:00.000Z', place: { line: 9 } });
    expect(stated.timeline.at(-1)?.time?.at).toBe('2025-04-05T16:30:00.000Z');
  });

  it('parts the cause from the resolution', () => {
    expect(stated.prose['root-cause'].map(({ text }) => text)).toEqual([
      'The outage was caused by a connection limit that was too low.',
    ]);
    expect(stated.prose.resolution[0]?.text).toMatch(/^It was identified .* by restarting the loan server\.$/u);
  });

  it('finds whom it hurt in the summary', () => {
    expect(stated.prose['customer-impact'][0]?.text).toBe('About 60% of our readers were affected.');
  });

  it('takes a ticked box for done', () => {
    expect(stated.actionItems).toMatchObject([
      { status: 'done', text: expect.stringMatching(/^Investigate the Loan/u) },
    ]);
  });

  it('leads to what a careful reader sees', () => {
    expect(musts('day-left-out.txt')).toEqual(
      expect.arrayContaining([
        '9 end-contradicts-timeline',
        '21 fix-contradicts-itself',
        '25 done-action-in-the-future',
      ]),
    );
  });
});

describe('readPostmortem, given lines without bullets', () => {
  const { stated, unread } = readDocument('lines-without-bullets.txt');

  it('reads title, times and all parts', () => {
    expect(unread).toEqual([]);
    expect(stated.title).toEqual({
      text: 'Ticket Kiosk Failure on July 21, 2025',
      place: { section: 'summary', line: 2 },
    });
    expect([stated.started?.at, stated.ended?.at]).toEqual(['2025-07-21T11:30:00.000Z', '2025-07-21T13:05:00.000Z']);
    expect(proseLines(stated)).toEqual({ 'customer-impact': [9], 'root-cause': [12, 31], resolution: [34] });
    expect(toldEvents(stated)).toEqual([
      '15 detected 2025-07-21T11:30',
      '17 - 2025-07-21T11:40',
      '19 misleading-path 2025-07-21T12:00',
      '21 mitigation 2025-07-21T12:20',
      '23 escalation 2025-07-21T12:30',
      '25 cause-found 2025-07-21T12:50',
      '27 resolution 2025-07-21T13:05',
    ]);
  });

  it('takes each line of the task list for an action, and one that goes on for the same', () => {
    expect(stated.actionItems.map(({ place, text }) => `${place.line} ${text}`)).toEqual([
      '40 Watch Certificates: Alert when a certificate has less than 14 days left.',
      '43 Renew by Machine: Switch renewal on for every certificate.',
      '44 Write It Down: Say in the runbook where certificates are kept.',
    ]);
  });
});

describe('readPostmortem, given dates in numbers', () => {
  it('finds the end that the timeline contradicts, and the image without an address', () => {
    const { stated } = readDocument('dates-in-numbers.txt');

    expect(stated.ended?.at).toBe('2025-02-07T18:30:00.000Z');
    expect(stated.timeline.at(-1)?.time).toMatchObject({
      at: '2025-02-07T12:00:00.000Z',
      hasDate: true,
      hasZone: true,
    });
    expect(musts('dates-in-numbers.txt')).toEqual(
      expect.arrayContaining([
        '4 damaged-text',
        '8 end-contradicts-timeline',
        '20 detection-contradicts-itself',
        '24 action-item-without-owner',
        '25 action-item-without-due-date',
      ]),
    );
  });
});

describe('readPostmortem, given parts whose headings are greater than what holds them', () => {
  const { stated, unread, lines } = readDocument('smaller-heads-above.txt');

  it('reads the parts of the timeline as its events', () => {
    expect(toldEvents(stated)).toEqual([
      '19 detected 2024-11-05T21:20',
      '23 investigation -',
      '26 misleading-path -',
      '29 escalation -',
      '32 resolution -',
    ]);
    expect(stated.actionItems.map(({ place }) => place.line)).toEqual([37, 40]);
  });

  it('reads what stands below the last list as what was learnt', () => {
    expect(proseLines(stated)).toMatchObject({ lessons: [43], detection: [19, 20], resolution: [32] });
    expect(unread).toEqual([]);
  });

  it('knows where each section begins', () => {
    expect([lines.get('impact'), lines.get('timeline'), lines.get('action-items')]).toEqual([6, 16, 34]);
  });
});

describe('readPostmortem, given labels in bold and tables', () => {
  const { stated, unread } = readDocument('labels-in-bold.txt');

  it('reads every part', () => {
    expect(proseLines(stated)).toEqual({
      summary: [12],
      'customer-impact': [14],
      'root-cause': [16],
      'contributing-factors': [18],
      resolution: [20],
      detection: [22],
    });
    expect(stated).toMatchObject({ title: { text: 'Seat maps stay empty' }, severity: 'SEV2' });
    expect(stated.people).toEqual(['Ines Varga', 'Paul Ek']);
    expect(stated.actionItems).toMatchObject([
      { owner: 'Paul Ek', dueOn: '2025-09-19', kind: 'prevent', status: 'done' },
      { owner: 'Ines Varga', dueOn: '2025-09-26', kind: 'detect', status: 'open' },
    ]);
    expect(unread).toEqual([]);
  });

  it('takes what is called the trigger for one, whatever its words are', () => {
    expect(checkStated(stated).map(({ rule }) => rule)).not.toContain('no-trigger');
  });

  it('takes the start and the end from the timeline where only that tells them', () => {
    expect(toldEvents(stated)).toEqual([
      '35 - 2025-09-12T10:02',
      '36 detected 2025-09-12T10:05',
      '38 resolution 2025-09-12T10:50',
    ]);
    expect(stated.timeline[1]?.text).toContain('on silent');
    expect([stated.started?.place.line, stated.ended?.place.line]).toEqual([35, 38]);
    expect(stated.durations).toMatchObject([{ milliseconds: 48 * 60_000 }]);
  });
});

describe('readPostmortem, given what it does not know', () => {
  it('says which headings and lines it did not understand', () => {
    const { stated, unread } = readText(
      '# Outage of the shop',
      '## Zusammenfassung',
      'Der Laden war zu.',
      '## Timeline',
      'We wrote this down later.',
      '- 14:00 UTC restarted',
      '## Action items',
      'Some words.',
      '',
      '- Add an alert',
    );

    expect(unread).toEqual([
      { line: 2, text: 'Zusammenfassung' },
      { line: 5, text: 'We wrote this down later.' },
      { line: 8, text: 'Some words.' },
    ]);
    expect(stated.title?.text).toBe('Outage of the shop');
    expect(stated.actionItems).toHaveLength(1);
  });

  it('says which times stand in no timeline', () => {
    const { unread } = readText('We had a bad day.', '', 'Then we went home. 5/6 12:00 broke; 5/6 13:00 fixed.');

    expect(unread).toEqual([{ line: 3, text: 'Then we went home. 5/6 12:00 broke; 5/6 13:00 fixed.' }]);
  });

  it('knows headings in capitals, and says which it does not', () => {
    const { stated, unread } = readText(
      'We had a bad day on the 5th.',
      '',
      'STUFF WE LEARNED',
      'Nothing much.',
      '',
      'RANDOM OTHER THINGS',
      'Some words.',
    );

    expect(proseLines(stated)).toMatchObject({ lessons: [4, 7] });
    expect(unread).toEqual([{ line: 6, text: 'RANDOM OTHER THINGS' }]);
  });
});

describe('readPostmortem, given actions that begin with whoever does them', () => {
  const actions = (...lines: readonly string[]) =>
    readText(['## Action items', ...lines.map((line) => `- ${line}`)].join('\n')).stated.actionItems.map(
      ({ text, owner, isOwnedByPerson }) => [text, owner, isOwnedByPerson],
    );

  it.each([
    ['Jo: add an alert', 'add an alert', 'Jo'],
    ['Jo to add an alert', 'add an alert', 'Jo'],
    ['Sam will add an alert', 'add an alert', 'Sam'],
    ['Ana Berg to write a runbook', 'write a runbook', 'Ana Berg'],
  ])('takes the name for the owner: %s', (line, text, owner) => {
    expect(actions(line)).toEqual([[text, owner, true]]);
  });

  it.each([
    'Monitoring: add an alert',
    'Database: add an index',
    'Enhanced Monitoring: Implement an alert',
    'Plan to add an alert',
    'We will add an alert',
    'Add to the runbook',
    'Alerts will fire',
    'Jo: the alert',
  ])('takes nothing else for one: %s', (line) => {
    expect(actions(line)).toEqual([[line, undefined, undefined]]);
  });

  it('leaves the words whole where the owner is named', () => {
    expect(actions('Jo: add an alert (owner: Ana)')).toEqual([['Jo: add an alert', 'Ana', true]]);
  });
});

describe('checkStated, given a document that was read', () => {
  it.each([
    [
      'labels-and-lines.txt',
      [
        'action-item-owned-by-team',
        'action-item-without-verifiable-end',
        'damaged-text',
        'event-without-link',
        'impact-without-count-and-share',
        'lessons-incomplete',
        'misconfiguration-without-values',
        'no-trigger',
      ],
    ],
    [
      'day-left-out.txt',
      [
        'actions-miss-cause',
        'done-action-in-the-future',
        'end-contradicts-timeline',
        'event-without-link',
        'fix-contradicts-itself',
        'impact-without-count-and-share',
        'lessons-incomplete',
        'no-contributing-factor',
        'no-detecting-action',
        'no-preventing-action',
        'nothing-communicated',
        'time-without-date',
      ],
    ],
    [
      'lines-without-bullets.txt',
      [
        'action-item-without-due-date',
        'action-item-without-owner',
        'action-item-without-verifiable-end',
        'damaged-text',
        'event-without-link',
        'lessons-incomplete',
        'misconfiguration-without-values',
        'mitigation-open',
        'no-contributing-factor',
        'no-preventing-action',
        'no-summary',
        'nothing-communicated',
      ],
    ],
    [
      'dates-in-numbers.txt',
      [
        'action-item-vague',
        'action-item-without-due-date',
        'action-item-without-owner',
        'damaged-text',
        'detection-contradicts-itself',
        'end-contradicts-timeline',
        'event-without-link',
        'impact-without-count-and-share',
        'lessons-incomplete',
        'no-contributing-factor',
        'no-preventing-action',
        'nothing-communicated',
      ],
    ],
    [
      'smaller-heads-above.txt',
      [
        'action-item-vague',
        'action-item-without-due-date',
        'action-item-without-owner',
        'action-item-without-verifiable-end',
        'event-without-link',
        'impact-without-count-and-share',
        'lessons-incomplete',
        'misconfiguration-without-values',
        'no-contributing-factor',
        'no-summary',
        'no-trigger',
        'nothing-communicated',
        'unexplained-gap',
      ],
    ],
  ])('finds in %s what a careful reader would, and nothing else', (name, rules) => {
    const found = checkStated(readDocument(name).stated).map(({ rule }) => rule);

    expect(new Set(found)).toEqual(new Set(rules));
  });
});
