import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelId, incidentId, messageKey, personId } from '../../../src/domain/ids.ts';
import { limits } from '../../../src/slack/blocks/limits.ts';
import { readCarried, writeCarried } from '../../../src/slack/messages/carried-message.ts';

const message = {
  incidentId: incidentId('01HZZZ0000000000000000INC1'),
  channel: channelId('C0GENERAL1'),
  key: messageKey('1717945200.000100'),
  permalink: 'https://x.slack.com/archives/C0GENERAL1/p1717945200000100?thread_ts=1717945200.000100&cid=C0GENERAL1',
  saidBy: personId('U0ANA'),
  isCut: false,
};

describe('a message that a button carries', () => {
  it('comes back as it was, whole as long as it fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(readCarried(writeCarried({ ...message, text }))).toEqual({ ...message, text });
      }),
    );
  });

  it('fits whatever it says, and says of more than fits that it is only the beginning', () => {
    const word = fc.constantFrom('so ', '\n', '"', '\\', '🔥', 'é', '\u0000', '<b> & ');
    fc.assert(
      fc.property(fc.array(word, { minLength: 2_000, maxLength: 4_000 }), (words) => {
        const text = words.join('');
        const value = writeCarried({ ...message, text });
        const carried = readCarried(value);

        expect(value.length).toBeLessThanOrEqual(limits.buttonValue);
        expect(carried?.isCut).toBe(true);
        expect(text.startsWith(carried?.text.slice(0, -1) ?? 'nothing')).toBe(true);
        expect(readCarried(writeCarried({ ...message, text: '', ...carried }))).toEqual(carried);
      }),
    );
  });

  it('carries what nobody of the workspace said', () => {
    const alarm = { ...message, saidBy: undefined, permalink: undefined, text: 'Error rate above 5%' };

    expect(readCarried(writeCarried(alarm))).toEqual(alarm);
  });

  it('is not read from a button that carries something else', () => {
    expect(readCarried('add-to-timeline')).toBeUndefined();
  });
});
