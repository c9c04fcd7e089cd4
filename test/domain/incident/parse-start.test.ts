import { describe, expect, it } from 'vitest';
import { parseStart } from '../../../src/domain/incident/parse-start.ts';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';

const speaker = { now: '2024-06-09T18:30:00.000Z' as Instant, zone: 'UTC' as TimeZone, locale: undefined };

describe('parseStart', () => {
  it.each([
    ['Booking is down', { isDrill: false, severity: undefined, title: 'Booking is down', since: undefined }],
    ['sev1 Booking is down', { isDrill: false, severity: 'SEV1', title: 'Booking is down', since: undefined }],
    ['sev2', { isDrill: false, severity: 'SEV2', title: '', since: undefined }],
    ['SEV1: Booking', { isDrill: false, severity: 'SEV1', title: 'Booking', since: undefined }],
    ['sev1, Booking', { isDrill: false, severity: 'SEV1', title: 'Booking', since: undefined }],
    ['sev 1 Booking', { isDrill: false, severity: 'SEV1', title: 'Booking', since: undefined }],
    ['SEV-1 Booking', { isDrill: false, severity: 'SEV1', title: 'Booking', since: undefined }],
    ['Sev-1 - Booking', { isDrill: false, severity: 'SEV1', title: 'Booking', since: undefined }],
    ['sev1: 5 nodes lost', { isDrill: false, severity: 'SEV1', title: '5 nodes lost', since: undefined }],
    [
      'sev1-alerts are silent',
      { isDrill: false, severity: undefined, title: 'sev1-alerts are silent', since: undefined },
    ],
    ['sev1.5 is no version', { isDrill: false, severity: undefined, title: 'sev1.5 is no version', since: undefined }],
    ['sev1 since 18:00', { isDrill: false, severity: 'SEV1', title: '', since: '2024-06-09T18:00:00.000Z' }],
    ['since 10m ago', { isDrill: false, severity: undefined, title: '', since: '2024-06-09T18:20:00.000Z' }],
    ['sev1 since the deploy', { isDrill: false, severity: 'SEV1', title: 'since the deploy', since: undefined }],
    ['Slow since 18:00 GET', { isDrill: false, severity: undefined, title: 'Slow since 18:00 GET', since: undefined }],
    ['Slow since 10 users', { isDrill: false, severity: undefined, title: 'Slow since 10 users', since: undefined }],
    [
      'Slow since 17:00-18:00',
      { isDrill: false, severity: undefined, title: 'Slow since 17:00-18:00', since: undefined },
    ],
    ['sev10 nodes lost', { isDrill: false, severity: undefined, title: 'sev10 nodes lost', since: undefined }],
    ['🔥🔥🔥', { isDrill: false, severity: undefined, title: '🔥🔥🔥', since: undefined }],
    [
      'Booking is down since 18:00',
      { isDrill: false, severity: undefined, title: 'Booking is down', since: '2024-06-09T18:00:00.000Z' },
    ],
    [
      'Slow since the deploy',
      { isDrill: false, severity: undefined, title: 'Slow since the deploy', since: undefined },
    ],
    [
      'sev1 Slow since the deploy since 18:00 UTC',
      { isDrill: false, severity: 'SEV1', title: 'Slow since the deploy', since: '2024-06-09T18:00:00.000Z' },
    ],
    ['drill: Booking is down', { isDrill: true, severity: undefined, title: 'Booking is down', since: undefined }],
    ['Drill:Booking', { isDrill: true, severity: undefined, title: 'Booking', since: undefined }],
    ['drill – Booking', { isDrill: true, severity: undefined, title: 'Booking', since: undefined }],
    ['drill', { isDrill: true, severity: undefined, title: '', since: undefined }],
    ['drill sev2', { isDrill: true, severity: 'SEV2', title: '', since: undefined }],
    ['drill sev1 Booking', { isDrill: true, severity: 'SEV1', title: 'Booking', since: undefined }],
    ['drill: sev1: Booking', { isDrill: true, severity: 'SEV1', title: 'Booking', since: undefined }],
    ['sev1 drill: Booking', { isDrill: true, severity: 'SEV1', title: 'Booking', since: undefined }],
    ['sev1 drill', { isDrill: true, severity: 'SEV1', title: '', since: undefined }],
    ['drill press is down', { isDrill: false, severity: undefined, title: 'drill press is down', since: undefined }],
    ['sev1 drill press', { isDrill: false, severity: 'SEV1', title: 'drill press', since: undefined }],
    ['drill sev10 bits', { isDrill: false, severity: undefined, title: 'drill sev10 bits', since: undefined }],
    ['drills: all late', { isDrill: false, severity: undefined, title: 'drills: all late', since: undefined }],
    ['fire drill: B', { isDrill: false, severity: undefined, title: 'fire drill: B', since: undefined }],
    ['drill: since 18:00', { isDrill: true, severity: undefined, title: '', since: '2024-06-09T18:00:00.000Z' }],
    ['', { isDrill: false, severity: undefined, title: '', since: undefined }],
  ])('reads %j', (typed, parsed) => {
    expect(parseStart(typed, speaker)).toEqual({ ok: true, value: parsed });
  });

  it('reads a date in numbers after the locale', () => {
    const since = (locale: string) => parseStart('Slow since 7/5 14:00', { ...speaker, locale });
    expect(since('en-GB')).toMatchObject({ value: { title: 'Slow', since: '2024-05-07T14:00:00.000Z' } });
    expect(since('en-US')).toMatchObject({ refusal: { why: 'to-come', readings: ['2024-05-07T14:00:00.000Z'] } });
  });

  it.each(['Slow since 7/5 14:00', 'sev1 since 19:00'])('refuses %j, whose time nobody should guess', (typed) => {
    expect(parseStart(typed, speaker)).toMatchObject({ ok: false, refusal: { kind: 'unclear-time' } });
  });
});
