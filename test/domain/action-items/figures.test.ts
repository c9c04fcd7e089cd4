import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionItemFigures, type CountedItem } from '../../../src/domain/action-items/figures.ts';
import { groupId } from '../../../src/domain/ids.ts';
import { addMilliseconds, type CalendarDate, DAY, type Instant, timeZone, UTC } from '../../../src/domain/time.ts';
import { claire, devops, mahari } from '../../support/record-builder.ts';

const now = '2024-06-30T12:00:00.000Z' as Instant;
const made = '2024-06-01T12:00:00.000Z' as Instant;
const nobodysTeams = { listed: [], members: new Map() };

function anOpen(overrides: Partial<CountedItem> = {}): CountedItem {
  return {
    kind: 'detect',
    owner: { kind: 'person', id: mahari },
    zone: UTC,
    dueOn: '2024-06-15' as CalendarDate,
    createdAt: made,
    doneAt: undefined,
    ...overrides,
  };
}

function doneAfter(days: number, overrides: Partial<CountedItem> = {}): CountedItem {
  return anOpen({ doneAt: addMilliseconds(made, days * DAY), ...overrides });
}

function figuresOf(
  items: readonly CountedItem[],
  teams = nobodysTeams as Parameters<typeof actionItemFigures>[1]['teams'],
) {
  return actionItemFigures(items, { teams, now });
}

describe('actionItemFigures', () => {
  it('counts what is open and overdue, how fast work is done, and how much of it in time', () => {
    const done = [2, 4, 10, 13, 20].map((days) => doneAfter(days));

    expect(figuresOf([anOpen(), anOpen({ dueOn: undefined }), ...done]).all).toEqual({
      open: 2,
      overdue: 1,
      done: 5,
      medianDaysToDone: 10,
      doneWithDueDate: 5,
      doneInTime: 0.8,
    });
  });

  it('says of fewer than five neither how fast nor how much in time', () => {
    const four = [1, 2, 3, 4].map((days) => doneAfter(days));

    expect(figuresOf(four).all).toMatchObject({ done: 4, medianDaysToDone: undefined, doneInTime: undefined });
    expect(figuresOf([...four, doneAfter(5, { dueOn: undefined })]).all).toMatchObject({
      medianDaysToDone: 3,
      doneWithDueDate: 4,
      doneInTime: undefined,
    });
  });

  it.each([
    ['2024-06-15T23:59:59.999Z', 'UTC', 1],
    ['2024-06-16T00:00:00.000Z', 'UTC', 0],
    ['2024-06-16T06:59:59.999Z', 'America/Los_Angeles', 1],
    ['2024-06-15T15:00:00.000Z', 'Asia/Tokyo', 0],
  ])('done at %s is in time in %s: %i', (doneAt, zone, share) => {
    const five = Array.from({ length: 5 }, () => anOpen({ doneAt: doneAt as Instant, zone: timeZone(zone) }));

    expect(figuresOf(five).all.doneInTime).toBe(share);
  });

  it.each([
    ['2024-06-29', 'UTC', 1],
    ['2024-06-30', 'UTC', 0],
    // It is the 1st of July there by now.
    ['2024-06-30', 'Pacific/Kiritimati', 1],
  ])('due on %s is overdue in %s: %i', (dueOn, zone, overdue) => {
    const item = anOpen({ dueOn: dueOn as CalendarDate, zone: timeZone(zone) });

    expect(figuresOf([item]).all.overdue).toBe(overdue);
  });

  it('goes by team and by kind', () => {
    const dba = { id: groupId('S0DBA'), handle: 'dba' };
    const teams = {
      listed: [dba, devops],
      members: new Map([
        [dba.id, new Set([mahari])],
        [devops.id, new Set([mahari])],
      ]),
    };
    const { byTeam, byKind, byTeamAndKind } = figuresOf(
      [
        anOpen(),
        anOpen({ kind: undefined }),
        anOpen({ owner: devops }),
        anOpen({ owner: { kind: 'person', id: claire } }),
        anOpen({ owner: undefined }),
      ],
      teams,
    );

    expect(byTeam.map(({ team, open }) => [team?.handle, open])).toEqual([
      ['dba', 2],
      ['devops', 1],
      [undefined, 2],
    ]);
    expect(byKind.map(({ kind, open }) => [kind, open])).toEqual([
      ['detect', 4],
      [undefined, 1],
    ]);
    expect(byTeamAndKind).toHaveLength(4);
  });

  it('takes the middle of an even number, and never says more than all of it', () => {
    expect(figuresOf([1, 2, 3, 5, 8, 9].map((days) => doneAfter(days))).all.medianDaysToDone).toBe(4);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 40 }), (days) => {
        const { medianDaysToDone = Number.NaN, doneInTime } = figuresOf(days.map((one) => doneAfter(one))).all;
        expect(days.filter((one) => one <= medianDaysToDone).length * 2).toBeGreaterThanOrEqual(days.length);
        expect(days.filter((one) => one >= medianDaysToDone).length * 2).toBeGreaterThanOrEqual(days.length);
        expect(doneInTime).toBe(days.filter((one) => one <= 14).length / days.length);
      }),
    );
  });
});
