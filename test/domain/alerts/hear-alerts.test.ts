import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert, AlertNotice } from '../../../src/domain/alerts/alert.ts';
import { type HeardAlert, hearAlerts } from '../../../src/domain/alerts/hear-alerts.ts';
import { addMilliseconds, DAY, type Instant, MINUTE } from '../../../src/domain/time.ts';
import { at } from '../../support/record-builder.ts';

const now = at('15:00');

function anAlert(overrides: Partial<Alert> = {}): Alert {
  return {
    fingerprint: 'a',
    isFiring: true,
    name: 'BookingErrors',
    text: 'Bookings fail',
    details: [],
    severity: undefined,
    startedAt: at('14:00'),
    endedAt: undefined,
    link: undefined,
    ...overrides,
  };
}

function over(endedAt: Instant | undefined, overrides: Partial<Alert> = {}): Alert {
  return anAlert({ isFiring: false, endedAt, ...overrides });
}

function notice(alerts: readonly Alert[], untold = 0): AlertNotice {
  return { dedupKey: 'k', title: 'Bookings fail', text: '', alerts, untold };
}

/** Hears one notice after the other; answers as the last one was heard. */
function hearAll(
  notices: readonly (readonly Alert[])[],
  given: { readonly incidentOverAt?: Instant; readonly untold?: number; readonly now?: Instant } = {},
) {
  const { incidentOverAt, untold = 0 } = given;
  let heard: readonly HeardAlert[] = [];
  let last = hearAlerts([], notice([]), { now, incidentOverAt, hash: (text) => text });
  for (const alerts of notices) {
    last = hearAlerts(heard, notice(alerts, untold), { now: given.now ?? now, incidentOverAt, hash: (text) => text });
    heard = last.heard;
  }
  const names = (alerts: readonly Alert[]) => alerts.map(({ fingerprint }) => fingerprint).join('');
  return { fired: names(last.fired), ended: names(last.ended), changed: names(last.changed), isOver: last.isOver };
}

const nothing = { fired: '', ended: '', changed: '' };
const firing = anAlert();
const other = anAlert({ fingerprint: 'b' });

describe('hearAlerts', () => {
  it.each<[string, readonly (readonly Alert[])[], object]>([
    ['that an alert fires', [[firing]], { ...nothing, fired: 'a', isOver: false }],
    ['nothing in a repetition', [[firing], [firing]], { ...nothing, isOver: false }],
    ['that another fires too', [[firing], [firing, other]], { ...nothing, fired: 'b', isOver: false }],
    [
      'that one of two is over',
      [
        [firing, other],
        [over(at('14:30')), other],
      ],
      { ...nothing, ended: 'a', isOver: false },
    ],
    ['that all are over', [[firing], [over(at('14:30'))]], { ...nothing, ended: 'a', isOver: true }],
    ['nothing in a repeated end', [[firing], [over(at('14:30'))], [over(at('14:30'))]], { ...nothing, isOver: true }],
    ['other words', [[firing], [anAlert({ text: 'All fail' })]], { ...nothing, changed: 'a', isOver: false }],
    ['no change in other figures', [[firing], [anAlert({ details: ['A=9'] })]], { ...nothing, isOver: false }],
    [
      'that it fires anew after its end',
      [[firing], [over(at('14:30'))], [anAlert({ startedAt: at('14:40') })]],
      { ...nothing, fired: 'a', isOver: false },
    ],
    [
      'that it fires anew where nobody tells times',
      [[anAlert({ startedAt: undefined })], [over(undefined)], [anAlert({ startedAt: undefined })]],
      { ...nothing, fired: 'a', isOver: false },
    ],
    [
      'an end before its beginning, and no late beginning',
      [[over(at('14:30'))], [firing]],
      { ...nothing, isOver: true },
    ],
    [
      'no late end of an earlier time',
      [[anAlert({ startedAt: at('14:40') })], [over(at('14:30'))]],
      { ...nothing, isOver: false },
    ],
    [
      'an end by a clock that is behind ours',
      [[anAlert({ startedAt: undefined })], [over(at('14:59'))]],
      { ...nothing, ended: 'a', isOver: true },
    ],
    [
      'no end where an alert is not told any more',
      [[firing, other], [over(at('14:30'))]],
      { ...nothing, ended: 'a', isOver: false },
    ],
    [
      'that it fires anew by a clock behind ours, where nobody told its end',
      [[anAlert({ startedAt: undefined })], [over(undefined)], [anAlert({ startedAt: at('14:59') })]],
      { ...nothing, fired: 'a', isOver: false },
    ],
    [
      'nothing in what fired before an end that nobody told the time of',
      [[firing], [over(undefined)], [firing]],
      { ...nothing, isOver: true },
    ],
    [
      'the told time of an end that was first told without one',
      [[firing], [over(undefined)], [over(at('14:30'))], [anAlert({ startedAt: at('14:20') })]],
      { ...nothing, isOver: true },
    ],
    [
      'a told end for what it is, however late it is repeated without a time',
      [[firing], [over(at('14:30'))], [over(undefined)], [anAlert({ startedAt: at('14:40') })]],
      { ...nothing, fired: 'a', isOver: false },
    ],
    [
      'no late end of an earlier time in the place of one that nobody told the time of',
      [
        [anAlert({ startedAt: at('14:40') })],
        [over(undefined)],
        [over(at('14:30'))],
        [anAlert({ startedAt: at('14:40') })],
      ],
      { ...nothing, isOver: true },
    ],
    ['an alert that is told twice in one notice once', [[firing, firing]], { ...nothing, fired: 'a', isOver: false }],
  ])('hears %s', (_, notices, expected) => {
    expect(hearAll(notices)).toEqual(expected);
  });

  it('never calls a group over of which alerts were left out', () => {
    expect(hearAll([[firing], [over(at('14:30'))]], { untold: 1 })).toMatchObject({ ended: 'a', isOver: false });
  });

  it('takes a time to come for now', () => {
    expect(hearAll([[firing], [over(at('16:00'))], [anAlert({ startedAt: at('15:00') })]])).toMatchObject({
      fired: 'a',
    });
  });

  it.each([
    ['a repetition of what fired before as none', at('14:00'), ''],
    ['what began since as new', at('14:50'), 'a'],
  ])('counts, once the incident ended, %s', (_, startedAt, fired) => {
    const incidentOverAt = at('14:45');

    expect(hearAll([[firing], [anAlert({ startedAt })]], { incidentOverAt })).toMatchObject({ fired });
  });

  it('forgets an end of which nothing is heard for a day, and nothing that fires', () => {
    const heard = hearAlerts([], notice([over(at('14:30')), other]), circumstances(now)).heard;
    const later = hearAlerts(heard, notice([anAlert({ fingerprint: 'c' })]), circumstances(addMilliseconds(now, DAY)));

    expect(later.heard.map(({ fingerprint }) => fingerprint)).toEqual(['b', 'c']);
  });

  it('comes to the same, whatever the order and however often the notices of one alert arrive', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(times, fc.infiniteStream(fc.nat()), (drawn, choices) => {
        const instants = [...drawn]
          .sort((a, b) => a - b)
          .map((minute) => addMilliseconds(at('14:00'), minute * MINUTE));
        const story = instants.map((moment, index) =>
          index % 2 === 0 ? anAlert({ startedAt: moment }) : over(moment, { startedAt: instants[index - 1] }),
        );
        const told = [...story, ...story].map((alert) => ({ alert, place: choices.next().value ?? 0 }));
        const shuffled = told.sort((a, b) => a.place - b.place).map(({ alert }) => [alert]);

        expect(hearAll(shuffled).isOver).toBe(story.length % 2 === 0);
      }),
    );
  });
});

function circumstances(moment: Instant) {
  return { now: moment, incidentOverAt: undefined, hash: (text: string) => text };
}
