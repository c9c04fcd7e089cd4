import { describe, expect, it } from 'vitest';
import { draftPostmortem } from '../../src/domain/postmortem/draft-postmortem.ts';
import type { IncidentRecord } from '../../src/domain/postmortem/record.ts';
import { timeZone } from '../../src/domain/time.ts';
import { timelinePicture } from '../../src/web/timeline-picture.ts';
import { aLongRecord } from '../support/long-record.ts';
import { aMilestone, anEventAt, aRecord, aRecordedIncident, at } from '../support/record-builder.ts';
import { aWholeRecord } from '../support/whole-record.ts';

function drawn(record: IncidentRecord): string {
  return timelinePicture(draftPostmortem(record))?.toString() ?? '';
}

describe('timelinePicture', () => {
  it('draws nothing where nothing happened', () => {
    expect(timelinePicture(draftPostmortem(aRecord()))).toBeUndefined();
  });

  it('tells in words what it shows', () => {
    const [, words] = /<desc id="picture-about">(.*?)<\/desc>/u.exec(drawn(aWholeRecord())) ?? [];

    expect(words).toContain('From 2024-06-09 18:20 UTC+3 (15:20 UTC) to 2024-06-10 01:10 UTC+3');
    expect(words).toContain('impact started 2024-06-09 18:20 UTC+3 (15:20 UTC), estimated; detected');
    expect(words).toContain('Events: detected 1, investigation 1, misleading path 1, escalation 4');
  });

  it('tells what each mark stands for, and leaves no markup in it', () => {
    const text = '<b>Pool & "co"</b> is full';
    const svg = drawn(aRecord({ events: [anEventAt('15:30', { text })] }));

    expect(svg).toContain('<title>18:30 &lt;b&gt;Pool &amp; &quot;co&quot;&lt;/b&gt; is full</title>');
  });

  it('tells several as one, with how many and since when until when', () => {
    const events = [anEventAt('15:30', { text: 'First' }), anEventAt('15:31'), anEventAt('19:30')];

    expect(drawn(aRecord({ events }))).toContain('<title>18:30 to 18:31: 2 events, first First</title>');
  });

  it('says what it leaves out because it lies far off', () => {
    const events = [anEventAt('15:30'), anEventAt(at('10:00', '2024-06-10'))];
    const record = aRecord({
      events,
      incident: aRecordedIncident(),
      milestones: [aMilestone('impact-started', at('15:20'))],
    });

    expect(drawn(record)).toContain('One event lies far after it, at 2024-06-10 13:00 UTC+3 (10:00 UTC).');
  });

  it('says of a zone whose clocks change meanwhile that they do', () => {
    const events = [anEventAt(at('22:00', '2024-10-26')), anEventAt(at('04:00', '2024-10-27'))];

    expect(drawn(aRecord({ events, zone: timeZone('Europe/Berlin') }))).toContain(
      'Times in Europe/Berlin (UTC+2, later UTC+1).',
    );
  });

  it('is no larger for thousands of events', () => {
    expect(drawn(aLongRecord(2_000)).length).toBeLessThan(100_000);
    expect(drawn(aLongRecord(5_000)).length).toBeLessThan(100_000);
  });
});
