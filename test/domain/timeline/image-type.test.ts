import { describe, expect, it } from 'vitest';
import { isImageOf } from '../../../src/domain/timeline/image-type.ts';
import { images } from '../../support/images.ts';

describe('isImageOf', () => {
  it.each(Object.entries(images))('knows %s by its first bytes', (mediaType, bytes) => {
    expect(isImageOf(mediaType, bytes)).toBe(true);
    for (const other of Object.keys(images).filter((type) => type !== mediaType)) {
      expect(isImageOf(other, bytes)).toBe(false);
    }
  });

  it.each([
    ['image/png', '<!doctype html>'],
    ['image/png', ''],
    ['image/svg+xml', '<svg/>'],
    ['constructor', 'x'],
  ])('is no %s: %j', (mediaType, text) => {
    expect(isImageOf(mediaType, Buffer.from(text))).toBe(false);
  });
});
