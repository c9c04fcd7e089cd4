import { describe, expect, it } from 'vitest';
import { awayUntil, type PersonalStatus } from '../../../src/domain/people/away.ts';
import { type Instant, timeZone } from '../../../src/domain/time.ts';

const speaker = { zone: timeZone('Europe/Berlin'), locale: 'en-GB' };
const endsAt = '2024-05-17T21:59:59.000Z' as Instant;

/** Said on Tuesday the 7th. */
function said(text: string, overrides: Partial<PersonalStatus> = {}): PersonalStatus {
  return { text, emoji: '', endsAt: undefined, changedAt: '2024-05-07T10:00:00.000Z' as Instant, ...overrides };
}

describe('awayUntil', () => {
  it.each<[string, PersonalStatus]>([
    ['an emoji of Slack’s own offers', said('Vacationing', { emoji: 'palm_tree', endsAt })],
    ['an emoji alone', said('', { emoji: 'face_with_thermometer', endsAt })],
    ['words', said('Out of office', { endsAt })],
    ['other words', said('OOO 🌊', { emoji: 'ocean', endsAt })],
    ['words that name another day', said('on leave until 3 Dec', { endsAt })],
  ])('is when the status ends: %s', (_, status) => {
    expect(awayUntil(status, speaker)).toBe(endsAt);
  });

  it.each([
    ['Vacation until 10 May', '2024-05-10T22:00:00.000Z'],
    ['ooo till 2024-05-10.', '2024-05-10T22:00:00.000Z'],
    ['PTO through Friday', '2024-05-10T22:00:00.000Z'],
    ['Back on Monday', '2024-05-12T22:00:00.000Z'],
    ['Off sick, back Monday', '2024-05-12T22:00:00.000Z'],
    ['Parental leave, returning on 3 Dec', '2024-12-02T23:00:00.000Z'],
    ['Parental leave, returning on 2026-05-07', '2026-05-06T22:00:00.000Z'],
  ])('is the day that the words name, where they live: %s', (text, until) => {
    expect(awayUntil(said(text), speaker)).toBe(until);
  });

  it.each<[string, PersonalStatus]>([
    ['nothing', said('')],
    ['something else that ends', said('In a meeting', { emoji: 'spiral_calendar_pad', endsAt })],
    ['working elsewhere', said('Working remotely', { emoji: 'house_with_garden', endsAt })],
    ['being on call for days', said('On call until Friday')],
    ['lunch', said('Back at 14:00', { emoji: 'hamburger', endsAt })],
    ['being away for nobody knows how long', said('Vacation', { emoji: 'palm_tree' })],
    ['a day that nobody can tell', said('OOO until 3/4/5')],
    ['words of nobody knows when', said('Back on Monday', { changedAt: undefined })],
    ['the last day of all calendars', said('Vacation until 9999-12-31')],
    ['a day of another century', said('Back on 2124-05-10')],
    ['an end in another century', said('Vacation', { endsAt: '2124-05-10T22:00:00.000Z' as Instant })],
    ['the end of the last year', said('Vacation', { endsAt: '9999-12-31T23:59:59.000Z' as Instant })],
    ['a word in another', said('Giveaway of holidaymakers', { endsAt })],
  ])('is none for %s', (_, status) => {
    expect(awayUntil(status, speaker)).toBeUndefined();
  });
});
