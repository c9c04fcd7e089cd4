import { describe, expect, it } from 'vitest';
import { headline } from '../../../src/domain/incident/title.ts';

describe('headline', () => {
  it('keeps a short title as it is, on one line', () => {
    expect(headline('  Booking \n is down ')).toEqual({ title: 'Booking is down', summary: '' });
  });

  it('cuts a long one and keeps every word of it as the summary', () => {
    const typed = 'The booking service is down. '.repeat(100);

    const { title, summary } = headline(typed);

    expect([...title]).toHaveLength(120);
    expect(title.endsWith('…')).toBe(true);
    expect(summary).toBe(typed.trim());
  });

  it('does not cut a character in two', () => {
    expect(headline('🔥'.repeat(200)).title).toBe(`${'🔥'.repeat(119)}…`);
  });
});
