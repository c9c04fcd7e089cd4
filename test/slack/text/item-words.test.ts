import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/domain/time.ts';
import { dueWords, dueWordsOn, titleWords } from '../../../src/slack/text/item-words.ts';

const day = (written: string) => written as CalendarDate;

describe('dueWords', () => {
  it.each([
    [day('2024-05-10'), 'due Fri 10 May 2024'],
    [day('2023-12-31'), 'due Sun 31 Dec 2023'],
    [undefined, '_no due date yet_'],
  ])('of %s says %s', (dueOn, said) => {
    expect(dueWords({ dueOn })).toBe(said);
  });
});

describe('dueWordsOn', () => {
  it.each([
    [day('2024-05-07'), '*3 days overdue* (Tue 7 May 2024)'],
    [day('2024-05-09'), '*1 day overdue* (Thu 9 May 2024)'],
    [day('2024-05-10'), '*due today*'],
    [day('2024-05-11'), '*due tomorrow*'],
    [day('2024-05-12'), 'due Sun 12 May 2024'],
    [undefined, '_no due date yet_'],
  ])('on Friday 10 May says of %s: %s', (dueOn, said) => {
    expect(dueWordsOn(day('2024-05-10'), { dueOn })).toBe(said);
  });
});

describe('titleWords', () => {
  it('shows the beginning of an address that is longer than there is room', () => {
    const title = `https://grafana.example.com/d/pool?from=now-1h&var=${'x'.repeat(200)}`;
    expect(titleWords({ title }, 60)).toBe('https://grafana.example.com/d/pool?from=now-1h&amp;var=xxx…');
  });
});
