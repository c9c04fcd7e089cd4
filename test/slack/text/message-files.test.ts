import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageFiles } from '../../../src/slack/text/message-files.ts';

const image = {
  id: 'F1',
  name: 'pool.png',
  title: 'The pool',
  mimetype: 'image/png',
  size: 1234,
  mode: 'hosted',
  permalink: 'https://x.slack.com/files/U1/F1/pool.png',
  url_private_download: 'https://files.slack.com/files-pri/T1-F1/download/pool.png',
};

describe('messageFiles', () => {
  it('reads what Slack says of a file', () => {
    expect(messageFiles({ files: [image] })).toEqual([
      {
        id: 'F1',
        name: 'pool.png',
        mediaType: 'image/png',
        size: 1234,
        permalink: 'https://x.slack.com/files/U1/F1/pool.png',
        address: 'https://files.slack.com/files-pri/T1-F1/download/pool.png',
      },
    ]);
  });

  it.each([
    ['a file that Slack only names by id', { id: 'F1', mode: 'file_access', file_access: 'check_file_info' }, 'a file'],
    ['one without a name', { ...image, name: null }, 'The pool'],
  ])('takes %s', (_, file, name) => {
    expect(messageFiles({ files: [file] })).toMatchObject([{ id: 'F1', name }]);
  });

  it('leaves out what was deleted', () => {
    expect(messageFiles({ files: [{ id: 'F1', mode: 'tombstone' }] })).toEqual([]);
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (some, other) => {
        expect(Array.isArray(messageFiles(some))).toBe(true);
        expect(Array.isArray(messageFiles({ files: [some, { id: 'F1', name: other, size: some }] }))).toBe(true);
      }),
    );
  });
});
