import { describe, expect, it } from 'vitest';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anEventAt } from '../support/record-builder.ts';
import { claim, enqueue, request } from '../support/work-requests.ts';

describe.each(engines)('text on $name', ({ open }) => {
  it.each([
    ['nothing', ''],
    ['spaces and line breaks', ' \t\r\n a \n '],
    ['letters of many scripts', 'Größe ሰላም 日本語 שלום'],
    ['signs beyond the first plane and families of them', '🔥👩🏽‍💻🇪🇹 𝒳'],
    ['é in two forms', 'é é'],
    ['what SQL and JSON take for themselves', `'; drop table incident; -- "\\" \\' $1 ? %_ {"a":1}`],
    ['signs that turn the direction or cannot be seen', '‮abc‬ ﻿​'],
    ['control characters', '\u0001\u0007\u001b[31m\u007f\u0085\u2028'],
    ['40 000 signs, the longest message there is', '🔥x'.repeat(20_000)],
  ])('comes back as it was put in: %s', async (_, text) => {
    const opened = await openWithIncident(open);
    const event = anEventAt('15:20', { text });

    await commit(opened, ({ timeline }) => timeline.add(event));

    expect((await opened.database.records.timeline.find(event.id))?.text).toBe(text);
  });

  it.each([
    ['a zero character', 'before\u0000after', 'before\ufffdafter'],
    ['half of a pair', 'before\ud83dafter', 'before\ufffdafter'],
  ])('that no database can hold loses only the character it cannot: %s', async (_, text, kept) => {
    const opened = await openWithIncident(open);
    const event = anEventAt('15:20', { text });

    await commit(opened, ({ timeline }) => timeline.add(event));

    expect((await opened.database.records.timeline.find(event.id))?.text).toBe(kept);
  });

  it('within work comes back as it was put in, whatever it holds', async () => {
    const opened = await open();
    const work = {
      kind: 'report-failure',
      incidentId: anEventAt('15:20').incidentId,
      askedBy: anEventAt('15:20').recordedBy,
      what: 'announce',
      reason: 'zero \u0000, half \ud83d and 🔥 "quoted" \\u0000',
    } as const;
    await enqueue(opened, { ...request('a'), work });

    expect((await claim(opened, 'A')).map((claimed) => claimed.work)).toStrictEqual([work]);
  });
});
