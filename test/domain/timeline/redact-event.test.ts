import { describe, expect, it } from 'vitest';
import { redactEvent } from '../../../src/domain/timeline/redact-event.ts';
import { anEventAt, at } from '../../support/record-builder.ts';

const event = anEventAt('15:20', {
  text: 'My password is hunter2',
  messageText: 'My password is hunter2',
  madeFrom: 'a hash',
  messageHash: 'a hash',
});

describe('redactEvent', () => {
  it('takes the words of the message and keeps all else', () => {
    const redacted = redactEvent(event, at('16:00'));

    expect(JSON.stringify(redacted)).not.toContain('hunter2');
    expect(redacted).toEqual({
      ...event,
      text: '(words removed)',
      messageText: undefined,
      redactedAt: at('16:00'),
    });
  });

  it('leaves words that somebody wrote for the event', () => {
    const redacted = redactEvent({ ...event, text: 'Ana posted a password' }, at('16:00'));

    expect(redacted.text).toBe('Ana posted a password');
    expect(JSON.stringify(redacted)).not.toContain('hunter2');
  });

  it('takes words that may be the message’s, where that was never read since', () => {
    expect(redactEvent({ ...event, messageText: undefined }, at('16:00')).text).toBe('(words removed)');
  });

  it('changes nothing more when asked again', () => {
    const once = redactEvent(event, at('16:00'));
    const reworded = { ...once, text: 'Ana posted a password' };

    expect(redactEvent(reworded, at('17:00'))).toBe(reworded);
  });
});
