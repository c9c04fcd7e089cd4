import { describe, expect, it } from 'vitest';
import { readText, toldEvents } from '../../../support/read-document.ts';

/** Of a document that says this in its summary, and has an event at noon. */
function started(summary: string) {
  return readText('# Summary', summary, '# Timeline', '- 12:00 something').stated.started;
}

describe('reading when it started', () => {
  it.each([
    ['It began on June 8, 2024, 10:30 AM (UTC).', '2024-06-08T10:30:00.000Z'],
    ['It began on October 10, 2023, 14:00 UTC.', '2023-10-10T14:00:00.000Z'],
    ['It began at 2024-05-07 14:00.', '2024-05-07T14:00:00.000Z'],
    ['It began at 2024-05-07T14:00:30+02:00.', '2024-05-07T12:00:30.000Z'],
    ['It began on May 7th, 2024. 14:00 UTC – 15:30 UTC.', '2024-05-07T14:00:00.000Z'],
    ['It began at 6:20 PM GMT+3 on 9 June 2024.', '2024-06-09T15:20:00.000Z'],
    ['It began at 14:00 CEST on 7.5.2024.', '2024-05-07T12:00:00.000Z'],
    ['It began at 14:00 Europe/Berlin, 2024-05-07.', '2024-05-07T12:00:00.000Z'],
    ['From 14:00 to 15:30 UTC on May 7, 2024 nothing worked.', '2024-05-07T14:00:00.000Z'],
    ['It was 2024-05-07. It began at 14:00 UTC.', '2024-05-07T14:00:00.000Z'],
    ['It was 2024-05-07. It began at 14h05 UTC and lasted 2h30.', '2024-05-07T14:05:00.000Z'],
    ['It began on 7 May 2024, 14h05 UTC.', '2024-05-07T14:05:00.000Z'],
  ])('reads %j', (summary, at) => {
    expect(started(summary)?.at).toBe(at);
  });

  it('says of an estimate that it is one', () => {
    expect(started('It began around 14:00 UTC on 2024-05-07.')?.isEstimated).toBe(true);
    expect(started('It began at 14:00 UTC on 2024-05-07 (approximately 2 hours).')?.isEstimated).toBe(false);
  });

  it.each([
    ['beside a zone of the East', 'It began on 09-06-2024, at 4:20 PM GMT+3.', '2024-06-09'],
    ['beside a zone of America', 'It began on 09-06-2024, at 4:20 AM PST.', '2024-09-06'],
    ['beside a day above 12', 'It began on 09-06-2024 at 16:20, the release was on 28-05-2024.', '2024-06-09'],
    ['beside a month above 12', 'It began on 09/06/2024 at 16:20, the release was on 08/28/2024.', '2024-09-06'],
    ['beside the day in words', 'On June 9, 2024 we failed. It began on 09-06-2024 at 16:20.', '2024-06-09'],
    ['beside the day in ISO', 'It began on 09/06/2024 at 16:20, see 2024-09-06.log.', '2024-09-06'],
  ])('takes a date in numbers %s as it is meant', (_, summary, day) => {
    const time = started(summary);

    expect(time?.isAmbiguous).toBe(false);
    expect(time?.at?.slice(0, 10)).toBe(day);
  });

  it('says of a date that nothing explains that it is ambiguous, and takes the day first', () => {
    expect(started('It began on 09-06-2024 at 16:20 UTC.')).toMatchObject({
      isAmbiguous: true,
      at: '2024-06-09T16:20:00.000Z',
    });
  });

  it.each(['It began on 30-02-2024 at 16:20 UTC.', 'It began at 25:10 UTC.', 'It began long ago.'])(
    'finds no instant in %j',
    (summary) => {
      expect(started(summary)?.at).toBeUndefined();
    },
  );
});

describe('reading when it ended', () => {
  it.each([
    ['It began at 23:10 UTC on 2024-05-07 and lasted until 01:20 UTC.', '2024-05-08T01:20:00.000Z'],
    ['2024-05-07: from 23:10 to 01:20 UTC.', '2024-05-08T01:20:00.000Z'],
    ['On 2024-05-07 it began at 14:00 UTC; service was restored at 15:30 UTC.', '2024-05-07T15:30:00.000Z'],
    ['On 2024-05-07 nothing worked from 14h00 to 15h30 UTC.', '2024-05-07T15:30:00.000Z'],
    ['On 2024-05-07 it began at 14:00 UTC and was resolved after 1h30.', undefined],
  ])('reads %j', (summary, at) => {
    expect(readText('# Summary', summary).stated.ended?.at).toBe(at);
  });

  it.each([
    ['Duration: 90 minutes', 90],
    ['Duration: 1 hour, 30 minutes', 90],
    ['Downtime: 1h30', 90],
    ['Duration: 14h00 – 15h30', undefined],
    ['Duration: 14h00 – 15h30 (1h30)', 90],
    ['Duration: two hours and 5 min', 125],
    ['Duration: 1.5 h', 90],
    ['Summary: It lasted about 3 hours.', 180],
    ['Summary: A 45-minute outage hit us.', 45],
    ['Summary: The bookings failed for 5 minutes.', undefined],
    ['Summary: During the incident we waited 5 minutes.', undefined],
    ['Summary: Within 10 minutes of the release it was down.', undefined],
    ['Summary: It was noticed 10 minutes after the release.', undefined],
  ])('reads how long it lasted from %j', (line, minutes) => {
    const [first] = readText(line).stated.durations;
    expect(first && first.milliseconds / 60_000).toBe(minutes);
  });
});

describe('reading the times of a timeline', () => {
  it('goes on past midnight where there are no dates', () => {
    const { stated } = readText(
      '# Outage on 2024-05-07',
      '## Timeline',
      '- 23:50 a',
      '- 00:10 b',
      '- 00:05 c',
      '- 07:00 d',
    );

    expect(toldEvents(stated)).toEqual([
      '3 - 2024-05-07T23:50',
      '4 - 2024-05-08T00:10',
      '5 - 2024-05-08T00:05',
      '6 - 2024-05-08T07:00',
    ]);
  });

  it('takes the day from a heading, a line of its own and a column', () => {
    const { stated } = readText(
      '## Timeline',
      '### Tuesday, 7 May 2024',
      '- 14:00 UTC a',
      '',
      'May 8, 2024:',
      '14:10 UTC b',
      '',
      '| Date | Time (UTC) | Event |',
      '| --- | --- | --- |',
      '| 2024-05-09 | 14:20 | c |',
    );

    expect(toldEvents(stated)).toEqual(['3 - 2024-05-07T14:00', '6 - 2024-05-08T14:10', '10 - 2024-05-09T14:20']);
    expect(stated.timeline.every(({ time }) => time?.hasDate)).toBe(true);
  });

  it.each([
    '- 14.05 restarted',
    '- 1405 UTC: restarted',
    '- 25:10 restarted',
    '14h75 restarted',
    '| Time | Event |\n| --- | --- |\n| 14.05 | restarted |',
  ])('says that it did not understand the time of %j', (entry) => {
    const { unread } = readText('# Timeline of 2024-05-07', '- 14:00 UTC: failed', '', ...entry.split('\n'));

    expect(unread).toHaveLength(1);
  });

  it('takes a number that begins an entry for no time', () => {
    const { unread } = readText('# Timeline of 2024-05-07', '- 3.5% of all users were hit', '- 2 hosts restarted');

    expect(unread).toEqual([]);
  });

  it('knows an American zone by its whole name', () => {
    const { stated } = readText('# Timeline of 2024-05-07', '- 2:05pm Eastern Time: restarted');

    expect(stated.timeline[0]).toMatchObject({ text: 'restarted', time: { hasZone: true } });
  });

  it.each([
    ['All times are in GMT+3.', '2024-05-07T11:00', true],
    ['It began at 14:00 GMT+3.', '2024-05-07T11:00', false],
    ['It was bad.', '2024-05-07T14:00', false],
  ])('reads times without a zone after %j', (line, at, hasZone) => {
    const { stated } = readText('# 2024-05-07', '## Summary', line, '## Timeline', '- 14:00 restarted');

    expect(toldEvents(stated)).toEqual([`5 mitigation ${at}`]);
    expect(stated.timeline[0]?.time?.hasZone).toBe(hasZone);
  });

  it.each([
    '- 14:10 UTC - the pool is full',
    '- **14:10 UTC**: the pool is full',
    '* [14:10 UTC] the pool is full',
    '1. 14:10 UTC — the pool is full',
    '14:10 UTC | the pool is full',
    '- `14:10 UTC` the pool is full',
    '- ~14:10 UTC the pool is full',
    '- 14h10 UTC: the pool is full',
    '- 2:10pm (UTC): the pool is full',
    '- 14:10–14:20 UTC: the pool is full',
    '> 14:10 UTC: the pool is full',
    '- Tue 14:10 UTC, the pool is full',
    '```\n14:10 UTC the pool is full\n```',
  ])('reads the entry %j', (entry) => {
    const { stated } = readText('# Timeline of 2024-05-07', ...entry.split('\n'));

    expect(stated.timeline).toEqual([
      expect.objectContaining({
        text: 'the pool is full',
        time: expect.objectContaining({ at: '2024-05-07T14:10:00.000Z' }),
      }),
    ]);
  });
});
