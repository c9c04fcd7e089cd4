import { describe, expect, it } from 'vitest';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';
import { parseLog } from '../../../src/domain/timeline/parse-log.ts';

const speaker = { now: '2024-06-09T18:30:00.000Z' as Instant, zone: 'UTC' as TimeZone, locale: undefined };
const atTen = '2024-06-09T10:00:00.000Z';

describe('parseLog', () => {
  it.each([
    ['pool is full', { at: undefined, kind: 'note', text: 'pool is full' }],
    ['10:00 pool is full', { at: atTen, kind: 'note', text: 'pool is full' }],
    ['10:00 cause-found: pool too small', { at: atTen, kind: 'cause-found', text: 'pool too small' }],
    ['Misleading path: the CDN', { at: undefined, kind: 'misleading-path', text: 'the CDN' }],
    ['error: pool is full', { at: undefined, kind: 'note', text: 'error: pool is full' }],
    ['10:00', { at: atTen, kind: 'note', text: '' }],
    ['10:00-10:20 restarted', { at: atTen, kind: 'note', text: 'until 10:20: restarted' }],
    ['10:00 until 10:20 mitigation: restarted', { at: atTen, kind: 'mitigation', text: 'until 10:20: restarted' }],
    ['10:00 GET: requests fail', { at: atTen, kind: 'note', text: 'GET: requests fail' }],
    ['10:00-10:20', { at: atTen, kind: 'note', text: '' }],
    ['mitigation: 10:00 restarted', { at: atTen, kind: 'mitigation', text: 'restarted' }],
    ['Cause found: 10:00-10:20 the pool', { at: atTen, kind: 'cause-found', text: 'until 10:20: the pool' }],
    ['mitigation: note: 10 of 20', { at: undefined, kind: 'mitigation', text: 'note: 10 of 20' }],
    ['mitigation: line one\nline two', { at: undefined, kind: 'mitigation', text: 'line one\nline two' }],
  ])('reads %j', (typed, parsed) => {
    expect(parseLog(typed, speaker)).toEqual({ ok: true, value: parsed });
  });

  it.each([
    '~10:00 restarted',
    '(10:00) restarted',
    'around 10:00 restarted',
    'last night 23:50 restarted',
    'this morning at 9:00 restarted',
    '2 days ago 14:00 restarted',
    '10:00 IST restarted',
    '10:00 BST restarted',
    '10:00 Europe/Berlin restarted',
    'decision: around 10:00 restarted',
  ])('guesses nothing of %j', (typed) => {
    expect(parseLog(typed, speaker)).toMatchObject({ ok: false, refusal: { kind: 'unparsable-time' } });
  });

  it.each([
    ['10:00 EAT restarted', '2024-06-09T07:00:00.000Z'],
    ['10:00 MSK restarted', '2024-06-09T07:00:00.000Z'],
    ['10:00 Client/Server split', atTen],
  ])('reads the zone of %j', (typed, at) => {
    expect(parseLog(typed, speaker)).toMatchObject({ ok: true, value: { at } });
  });
});
