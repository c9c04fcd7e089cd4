import { describe, expect, it } from 'vitest';
import { isAuthorized } from '../../../src/web/alerts/is-authorized.ts';

const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`;

describe('isAuthorized', () => {
  it.each(['Bearer s3:cret', 'bearer  s3:cret', basic('alertmanager:s3:cret'), basic(':s3:cret')])(
    'takes %j',
    (header) => {
      expect(isAuthorized(header, 's3:cret')).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    's3:cret',
    'Bearer s3:cre',
    'Bearer s3:crett',
    'Bearer S3:CRET',
    'Digest s3:cret',
    'Basic s3:cret',
    basic('s3:cret'),
    basic('s3:cret:'),
    basic(''),
  ])('refuses %j', (header) => {
    expect(isAuthorized(header, 's3:cret')).toBe(false);
  });
});
