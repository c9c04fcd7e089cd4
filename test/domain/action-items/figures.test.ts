import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionItemFigures,
  type CountedItems,
  type DoneItem,
  type OpenItems,
} from '../../../src/domain/action-items/figures.ts';
import type { Teams } from '../../../src/domain/action-items/team-of.ts';
import { groupId } from '../../../src/domain/ids.ts';
import { addMilliseconds, type CalendarDate, DAY, type Instant, timeZone, UTC } from '../../../src/domain/time.ts';
import { claire, devops, mahari } from '../../support/record-builder.ts';

const now = '2024-06-30T12:00:00.000Z' as Instant;
const made = '2024-06-01T12:00:00.000Z' as Instant;
const nobodysTeams: Teams = { listed: [], ofPerson: new Map() };

function anOpen(overrides: Partial<OpenItems> = {}): OpenItems {
  return {
    kind: 'detect',
    owner: { kind: 'person', id: mahari },
    zone: UTC,
    dueOn: '2024-06-15' as CalendarDate,
    count: 1,
    ...overrides,
  };
}

function doneAfter(days: number, overrides: Partial<DoneItem> = {}): DoneItem {
  const { count: _, ...common } = anOpen();
  return { ...common, createdAt: made, doneAt: addMilliseconds(made, days * DAY), ...overrides };
}

function figuresOf({ open = [], done = [], teams = nobodysTeams }: Partial<CountedItems> & { readonly teams?: Teams }) {
  return actionItemFigures({ open, done }, { teams, now });
}

describe('actionItemFigures', () => {
  it('counts what is open and overdue, how fast work is done, and how much of it in time', () => {
    const done = [2, 4, 10, 13, 20].map((days) => doneAfter(days));

    expect(figuresOf({ open: [anOpen({ count: 3 }), anOpen({ dueOn: undefined })], done }).all).toEqual({
      open: 4,
      overdue: 3,
      done: 5,
      medianDaysToDone: 10,
      doneWithDueDate: 5,
      doneInTime: 0.8,
    });
  });

  it('says of fewer than five neither how fast nor how much in time', () => {
    const four = [1, 2, 3, 4].map((days) => doneAfter(days));

    expect(figuresOf({ done: four }).all).toMatchObject({
      done: 4,
      medianDaysToDone: undefined,
      doneInTime: undefined,
    });
    expect(figuresOf({ done: [...four, doneAfter(5, { dueOn: undefined })] }).all).toMatchObject({
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
    const five = Array.from({ length: 5 }, () => doneAfter(0, { doneAt: doneAt as Instant, zone: timeZone(zone) }));

    expect(figuresOf({ done: five }).all.doneInTime).toBe(share);
  });

  it.each([
    ['2024-06-29', 'UTC', 1],
    ['2024-06-30', 'UTC', 0],
    // It is the 1st of July there by now.
    ['2024-06-30', 'Pacific/Kiritimati', 1],
  ])('due on %s is overdue in %s: %i', (dueOn, zone, overdue) => {
    const item = anOpen({ dueOn: dueOn as CalendarDate, zone: timeZone(zone) });

    expect(figuresOf({ open: [item] }).all.overdue).toBe(overdue);
  });

  it('goes by team and by kind', () => {
    const dba = { id: groupId('S0DBA'), handle: 'dba' };
    const teams = { listed: [dba, devops], ofPerson: new Map([[mahari, dba]]) };
    const { byTeam, byKind, byTeamAndKind } = figuresOf({
      open: [
        anOpen(),
        anOpen({ kind: undefined }),
        anOpen({ owner: devops }),
        anOpen({ owner: { kind: 'group', id: groupId('S0SRE'), handle: 'sre' } }),
        anOpen({ owner: { kind: 'person', id: claire } }),
        anOpen({ owner: undefined }),
      ],
      teams,
    });

    expect(byTeam.map(({ team, open }) => [team?.handle, open])).toEqual([
      ['dba', 2],
      ['devops', 1],
      // Not one of the policy’s teams, and a team all the same.
      ['sre', 1],
      [undefined, 2],
    ]);
    expect(byKind.map(({ kind, open }) => [kind, open])).toEqual([
      ['detect', 5],
      [undefined, 1],
    ]);
    expect(byTeamAndKind.map(({ team, kind, open }) => [team?.handle, kind, open])).toEqual([
      ['dba', 'detect', 1],
      ['dba', undefined, 1],
      ['devops', 'detect', 1],
      ['sre', 'detect', 1],
      [undefined, 'detect', 2],
    ]);
  });

  it('takes the middle of an even number, and never says more than all of it', () => {
    expect(figuresOf({ done: [1, 2, 3, 5, 8, 9].map((days) => doneAfter(days)) }).all.medianDaysToDone).toBe(4);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 40 }), (days) => {
        const { medianDaysToDone = Number.NaN, doneInTime } = figuresOf({
          done: days.map((one) => doneAfter(one)),
        }).all;
        expect(days.filter((one) => one <= medianDaysToDone).length * 2).toBeGreaterThanOrEqual(days.length);
        expect(days.filter((one) => one >= medianDaysToDone).length * 2).toBeGreaterThanOrEqual(days.length);
        expect(doneInTime).toBe(days.filter((one) => one <= 14).length / days.length);
      }),
    );
  });
});
