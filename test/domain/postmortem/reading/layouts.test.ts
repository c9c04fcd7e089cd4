import { describe, expect, it } from 'vitest';
import { checkStated } from '../../../../src/domain/postmortem/check/check-stated.ts';
import { proseLines, readText, toldEvents } from '../../../support/read-document.ts';

describe('reading layouts that others have', () => {
  it('takes what happened for the timeline, where nothing else is called so', () => {
    const { stated } = readText(
      '# 2024-05-07: uploads failed',
      '## What happened',
      'Uploads failed.',
      '',
      '- **9:12 AM** - First uploads fail',
      '- **9:20 AM** – Alert “success < 95%” pages Priya',
      '- **9:31 AM**: Raised the limit again',
    );

    expect(toldEvents(stated)).toEqual([
      '5 - 2024-05-07T09:12',
      '6 detected 2024-05-07T09:20',
      '7 mitigation 2024-05-07T09:31',
    ]);
    expect(proseLines(stated)).toEqual({ summary: [3] });
  });

  it.each([
    ['two of them', ['## Overview', '- 9:12 AM: uploads fail', '- 9:31 AM: uploads work']],
    ['a timeline besides', ['- 9:12 AM: a', '- 9:13 AM: b', '- 9:14 AM: c', '## Timeline', '- 9:20 AM: d']],
    ['who was told', ['## Communication', '- 9:12 AM: tweet', '- 9:13 AM: page', '- 9:14 AM: mail']],
  ])('leaves entries with times where they stand: %s', (_, lines) => {
    const { stated } = readText('# Uploads failed', '', ...lines);

    expect(stated.timeline.map(({ text }) => text).filter((text) => text !== 'd')).toEqual([]);
  });

  it('takes a line in capitals for a heading, whatever stands right below', () => {
    const { stated } = readText(
      'SUMMARY',
      'Payments were late on 2024-05-07.',
      '',
      'TIMELINE (UTC)',
      '13:40: Certificate expires',
      '13:52: Event: first ticket from a customer',
      '',
      'ROOT CAUSE',
      'The renewal was switched off in May.',
    );

    expect(proseLines(stated)).toEqual({ summary: [2], 'root-cause': [9] });
    expect(stated.timeline.map(({ place }) => place.line)).toEqual([5, 6]);
  });

  it('knows the impact in a question, and who an action begins with before a dash', () => {
    const { stated, unread } = readText(
      '# Uploads failed',
      '## How was the customer impacted?',
      'Nobody could upload.',
      '## Follow-up actions',
      '1. [ ] **Priya Shah** – Add a test of the settings – due 2024-05-14',
      '2. [ ] Redis - add an alert',
    );

    expect(unread).toEqual([]);
    expect(proseLines(stated)).toEqual({ 'customer-impact': [3] });
    expect(stated.actionItems.map(({ owner }) => owner)).toEqual(['Priya Shah', undefined]);
  });

  it('counts how long it lasted to where it was mitigated, if that is what is meant', () => {
    const lines = [
      '14:54: **OUTAGE BEGINS**',
      '15:10: restarted it',
      '16:00: **OUTAGE MITIGATED**',
      '16:30: INCIDENT ENDS',
    ];
    const contradictions = (length: string) =>
      checkStated(readText('# 2024-05-07', '## Summary', `It was down for ${length}.`, '## Timeline', ...lines).stated)
        .map(({ rule }) => rule)
        .filter((rule) => rule === 'duration-contradicts-times' || rule === 'timeline-after-resolution');

    expect(contradictions('66 minutes')).toEqual([]);
    expect(contradictions('96 minutes')).toEqual([]);
    expect(contradictions('40 minutes')).toEqual(['duration-contradicts-times']);
  });

  it.each([
    ['Add a stage (Mia, 2025-03-10)', 'Add a stage', 'Mia', '2025-03-10'],
    ['Add a stage — Lee Park — March 10, 2025', 'Add a stage', 'Lee Park', '2025-03-10'],
    ['[Dana Fox] Add a stage, ETA 2025-03-10', 'Add a stage', 'Dana Fox', '2025-03-10'],
    ['Add a stage - @joe - 2025-03-10', 'Add a stage', '@joe', '2025-03-10'],
    ['Kim: add a stage (2025-03-10)', 'add a stage', 'Kim', '2025-03-10'],
    ['Add a stage (@dana, due 2025-03-10)', 'Add a stage', '@dana', '2025-03-10'],
    ['Add a stage — owner Sam, by Monday 10 March 2025', 'Add a stage', 'Sam', '2025-03-10'],
    ['Add a stage (Redis, 2025-03-10)', 'Add a stage (Redis)', undefined, '2025-03-10'],
    ['[Redis] Add a stage to 3.2 of 2025-03-10', '[Redis] Add a stage to 3.2 of 2025-03-10', undefined, undefined],
  ])('cuts owner and day off an action: %s', (line, text, owner, dueOn) => {
    expect(readText('## Action items', `- ${line}`).stated.actionItems).toMatchObject([{ text, owner, dueOn }]);
  });

  it.each([
    ['Alert: login errors above 5%', 'detected'],
    ['PagerDuty pages on-call (Kim)', 'detected'],
    ['pager rings', 'detected'],
    ['Kim got paged', 'detected'],
    ['Kim was paged by PagerDuty', 'detected'],
    ['The database team got paged', 'escalation'],
    ['Kim was paged by Ben', 'escalation'],
    ['Looked at the alert: it was muted', 'investigation'],
  ])('knows how it was noticed as a reader does: %s', (text, kind) => {
    expect(readText('## Timeline', `- 09:14 ${text}`).stated.timeline.map((event) => event.kind)).toEqual([kind]);
  });

  it('reads what went how from the entries below the lessons', () => {
    const { stated } = readText(
      '## Lessons',
      '- Went well: the alert',
      '- Went badly: no canary',
      '- Lucky: few users',
    );

    expect(proseLines(stated)).toEqual({ 'went-well': [2], 'went-badly': [3], 'got-lucky': [4] });
  });

  it.each(['errors begin', 'auth 3.2 deployed, errors begin', 'First failures started'])(
    'takes the first errors for the start: %s',
    (text) => {
      const { stated } = readText('## Timeline (UTC)', '- 2025-03-03 09:10 a look', `- 2025-03-03 09:12 ${text}`);

      expect(stated.started?.at).toBe('2025-03-03T09:12:00.000Z');
    },
  );

  it.each([
    ['(2 hours)', ['duration-contradicts-times']],
    ['(about 1.5 hours)', []],
  ])('holds a length in brackets against the times before it: %s', (length, rules) => {
    const { stated } = readText('# X', '## Summary', `It failed on 2025-03-03 from 09:12 to 10:40 UTC ${length}.`);

    const found = checkStated(stated).map(({ rule }) => rule);
    expect(found.filter((rule) => rule === 'duration-contradicts-times')).toEqual(rules);
  });
});
