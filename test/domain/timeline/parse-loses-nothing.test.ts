import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';
import { parseLog } from '../../../src/domain/timeline/parse-log.ts';
import { splitLeadingTime } from '../../../src/domain/timeline/parse-when.ts';
import { anyTypedText } from '../../support/typed-text.ts';

const speaker = {
  now: '2024-06-09T18:30:00.000Z' as Instant,
  zone: 'Africa/Addis_Ababa' as TimeZone,
  locale: undefined,
};

const DAYS = [
  ...['today', 'yesterday', 'tomorrow', 'next tue', 'on friday', 'sunday', 'last mon', 'Tuesday,'],
  ...['May 7', '7th of May, 2024', '2024-05-07', '5/7', '13/5', 'on 5/13', '7/5/24', '24/05/07', '05/07/2024'],
  ...['7.5.', '7. 5. 2024', '7.5.24', '09-06-2024'],
];
const CLOCKS = ['14:10', '9:45', '6:20 PM', '6pm', 'at 9:45', '14:10:05', '12 a.m.'];
const ZONES = [' UTC', ' gmt', ' UTC+3', ' GMT-05:30', 'Z', ' CET', ' EDT', ''];
const AGO = ['10m ago', '10 min ago', '2 hours ago', 'an hour ago', 'half an hour ago', '1h 30m ago'];

const aTime = fc.oneof(
  fc.constantFrom(...AGO),
  fc
    .record({
      day: fc.option(fc.constantFrom(...DAYS)),
      clock: fc.constantFrom(...CLOCKS),
      zone: fc.constantFrom(...ZONES),
    })
    .map(({ day, clock, zone }) => `${day === null ? '' : `${day} `}${clock}${zone}`),
);

const WORDS = ['GET', 'ART', 'IST', 'PM', 'May', 'sun', 'on', 'at', 'to', 'until', '-5', '10', '3', '+3', 'now', 'ago'];
const WORDS_OF_NUMBERS = ['5/7', '7.5.', '07/05/2024', '1.2.3', '5-7', '2/3', '7.5'];
const words = fc.oneof(
  anyTypedText,
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom(...WORDS, ...WORDS_OF_NUMBERS, '14:20', 'UTC', 'yesterday', 'nodes', '-', ',', ':'), {
      maxLength: 6,
    })
    .map((all) => all.join(' ')),
);
const TYPED = fc
  .tuple(fc.option(aTime), fc.constantFrom(' ', '-', ', ', ': ', ' - ', '\n', ''), words)
  .map(([time, gap, text]) => `${time ?? ''}${gap}${text}`);

/** One after the other of everything that a time may consist of, described apart from how it is read. */
const TIME_PARTS =
  /^(?:at|on|today|yesterday|tomorrow|next|last|ago|and|half|an?|one|two|T|Z|utc|gmt|CES?T|E[SD]T|P[SD]T|[ap]\.?m\.?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|may|of|\d+(?:st|nd|rd|th)?|h(?:ours?)?|m(?:in(?:utes?)?)?|[-+:,./])*$/iu;

/** What was read, be it clear or to be asked for; undefined where it is refused whole. */
function readOf(typed: string) {
  const split = splitLeadingTime(typed, speaker);
  if (split.ok) {
    return split.value;
  }
  const { refusal } = split;
  return refusal.kind === 'unclear-time' ? { ...refusal, at: refusal.readings[0] } : undefined;
}

const bare = (text: string) => text.replace(/\s/gu, '');

describe('splitLeadingTime', () => {
  it('keeps every word and sign that is not part of the time, in order', () => {
    fc.assert(
      fc.property(TYPED, (typed) => {
        const split = readOf(typed);
        if (split === undefined) {
          return;
        }
        const { at, until, rest } = split;
        const [all, kept] = [bare(typed), bare(rest)];
        expect(all.endsWith(kept)).toBe(true);
        const cut = all.slice(0, all.length - kept.length);
        const end = bare((until ?? '').replace(/^\S+\s/u, ''));
        expect(cut).toContain(end);
        const beginning = (end === '' ? cut : cut.slice(0, cut.lastIndexOf(end))).replace(
          /(?:until|till|til|to)$/iu,
          '',
        );
        expect(at === undefined ? cut : beginning.replace(/[-–—:,;.]+$/u, '')).toMatch(
          at === undefined ? /^$/u : TIME_PARTS,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('cuts nothing off a text that begins with a word, and refuses none', () => {
    const first = fc.constantFrom(
      'The',
      'Pool',
      'deploy',
      'nodes',
      'GET',
      'since',
      'until',
      'now',
      'in',
      'by',
      'Mayor',
      'és',
    );
    fc.assert(
      fc.property(first, TYPED, (word, typed) => {
        const text = `${word} ${typed}`.trim();
        expect(splitLeadingTime(text, speaker)).toEqual({ ok: true, value: { at: undefined, rest: text } });
      }),
    );
  });

  it('reads a whole time, and leaves to the text the word or number after it', () => {
    const next = fc.constantFrom('GET', 'ART', 'CPU', '#5', '10', 'May', 'sun', 'now', 'ago', 'Z', 'UTC-based', 'cet');
    fc.assert(
      fc.property(aTime, next, anyTypedText, (time, word, text) => {
        const rest = `${word} ${text}`.trim();
        expect(readOf(`${time} ${rest}`)).toMatchObject({ at: expect.any(String), until: undefined, rest });
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseLog', () => {
  it('keeps the end of a range in the text', () => {
    const end = fc.constantFrom('14:20', '14:20:30', '14:20 UTC', '14:20 CET');
    const between = fc.constantFrom('-', ' - ', ' – ', ' until ', ' to ');
    fc.assert(
      fc.property(between, end, (dash, until) => {
        const parsed = parseLog(`14:10${dash}${until} restarted`, speaker);
        expect(parsed).toMatchObject({ ok: true, value: { text: expect.stringContaining(`${until}: restarted`) } });
      }),
    );
  });
});
