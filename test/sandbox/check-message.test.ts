import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../src/sandbox/blocks/check-message.ts';
import { long, many, markdown, mrkdwn, section } from './block-parts.ts';

const text = 'Booking is down';

describe('checkMessage', () => {
  it.each([[{ text }], [{ blocks: [section()] }], [{ attachments: [{ text }] }], [{ text, blocks: [] }]])(
    'takes %j',
    (message) => {
      expect(checkMessage(message)).toBeUndefined();
    },
  );

  it.each([[{}], [{ text: '' }], [{ blocks: [] }], [{ text: '', blocks: [], attachments: [] }]])(
    'finds nothing to post in %j',
    (message) => {
      expect(checkMessage(message)).toEqual({ code: 'no_text', messages: [] });
    },
  );

  it.each([
    ['chat.postMessage', 40_000],
    ['chat.postEphemeral', 40_000],
    ['response_url', 40_000],
    ['chat.update', 4_000],
  ] as const)('takes by %s a text of %i characters', (way, most) => {
    expect(checkMessage({ text: long(most) }, way)).toBeUndefined();
    expect(checkMessage({ text: long(most + 1) }, way)?.code).toBe('msg_too_long');
  });

  it('says what is wrong with the blocks', () => {
    expect(checkMessage({ text, blocks: [section({ text: mrkdwn('') })] })).toEqual({
      code: 'invalid_blocks',
      messages: ['[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    });
    expect(checkMessage({ text, blocks: 'none' })?.code).toBe('invalid_blocks');
  });

  it('refuses blocks that are too long together, as was measured', () => {
    const sections = (count: number, length: number) => many(count, () => section({ text: mrkdwn(long(length)) }));
    expect(checkMessage({ blocks: sections(50, 192) })).toBeUndefined();
    expect(checkMessage({ blocks: sections(45, 252) })?.code).toBe('msg_blocks_too_long');
    expect(checkMessage({ blocks: sections(5, 2_900) })?.code).toBe('msg_blocks_too_long');
    expect(checkMessage({ blocks: sections(5, 2_900) }, 'response_url')).toBeUndefined();
    expect(checkMessage({ blocks: [markdown(12_000)] })).toBeUndefined();
  });

  it('takes metadata of 8 KB', () => {
    const metadata = (length: number) => ({ event_type: 'a', event_payload: { note: long(length) } });
    const rest = JSON.stringify(metadata(0)).length;
    expect(checkMessage({ text, metadata: metadata(8_192 - rest) })).toBeUndefined();
    expect(checkMessage({ text, metadata: metadata(8_193 - rest) })?.code).toBe('metadata_too_large');
    expect(checkMessage({ text, metadata: {} })).toBeUndefined();
  });

  it.each(['a', { event_type: 'a' }, { event_payload: {} }, { event_type: 'a', event_payload: 'b' }])(
    'refuses the metadata %j',
    (metadata) => {
      expect(checkMessage({ text, metadata })?.code).toBe('invalid_metadata_format');
    },
  );
});
