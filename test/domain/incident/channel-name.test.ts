import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelName, nextChannelName } from '../../../src/domain/incident/channel-name.ts';

describe('channelName', () => {
  it.each([
    ['Booking is down', 'inc-42-booking-is-down'],
    ['Ünïcödé  & <tags>!', 'inc-42-unicode-tags'],
    ['🔥🔥🔥', 'inc-42'],
    [':fire: checkout :rotating_light:', 'inc-42-checkout'],
    ['x'.repeat(200), `inc-42-${'x'.repeat(73)}`],
    ['', 'inc-42'],
  ])('makes a name of %j', (title, name) => {
    expect(channelName('inc-{number}-{title}', { number: 42, title })).toBe(name);
  });

  it('is one that Slack takes, whatever people type', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 99_999 }), (title, number) => {
        const name = channelName('inc-{number}-{title}', { number, title });

        expect(name).toMatch(/^[a-z0-9_][a-z0-9_-]{0,79}$/u);
        expect(nextChannelName(name, 11)).toMatch(/^[a-z0-9_][a-z0-9_-]{0,76}-12$/u);
      }),
    );
  });
});
