import { describe, expect, it } from 'vitest';
import { parseStart } from '../../../src/domain/incident/parse-start.ts';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';

const speaker = { now: '2024-06-09T18:30:00.000Z' as Instant, zone: 'UTC' as TimeZone };

describe('parseStart', () => {
  it.each([
    ['Booking is down', { severity: undefined, title: 'Booking is down', since: undefined }],
    ['sev1 Booking is down', { severity: 'SEV1', title: 'Booking is down', since: undefined }],
    ['sev2', { severity: 'SEV2', title: '', since: undefined }],
    ['sev10 nodes lost', { severity: undefined, title: 'sev10 nodes lost', since: undefined }],
    ['🔥🔥🔥', { severity: undefined, title: '🔥🔥🔥', since: undefined }],
    [
      'Booking is down since 18:00',
      { severity: undefined, title: 'Booking is down', since: '2024-06-09T18:00:00.000Z' },
    ],
    ['Slow since the deploy', { severity: undefined, title: 'Slow since the deploy', since: undefined }],
    [
      'sev1 Slow since the deploy since 18:00 UTC',
      { severity: 'SEV1', title: 'Slow since the deploy', since: '2024-06-09T18:00:00.000Z' },
    ],
    ['', { severity: undefined, title: '', since: undefined }],
  ])('reads %j', (typed, parsed) => {
    expect(parseStart(typed, speaker)).toEqual(parsed);
  });
});
