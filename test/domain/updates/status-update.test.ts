import { describe, expect, it } from 'vitest';
import { isOver, STATUSES } from '../../../src/domain/incident/status.ts';
import { nextDueAt, promisedAt } from '../../../src/domain/updates/status-update.ts';
import { anUpdate, at } from '../../support/record-builder.ts';

const GOING_ON = STATUSES.filter((status) => !isOver(status));

describe('nextDueAt', () => {
  it.each(GOING_ON)('is so many minutes later while it is %s', (status) => {
    expect(nextDueAt(at('15:40'), 30, status)).toBe(at('16:10'));
  });

  it.each(STATUSES.filter(isOver))('promises none once it is %s', (status) => {
    expect(nextDueAt(at('15:40'), 30, status)).toBeUndefined();
  });

  it('promises none where somebody says so', () => {
    expect(nextDueAt(at('15:40'), 0, 'investigating')).toBeUndefined();
  });
});

describe('promisedAt', () => {
  it.each(GOING_ON)('is what the newest update said while it is %s', (status) => {
    expect(promisedAt(anUpdate(), status)).toBe(at('16:10'));
  });

  it.each(STATUSES.filter(isOver))('is nothing once it is %s', (status) => {
    expect(promisedAt(anUpdate(), status)).toBeUndefined();
  });

  it('is nothing where none was sent, or none was promised', () => {
    expect(promisedAt(undefined, 'investigating')).toBeUndefined();
    expect(promisedAt(anUpdate({ nextDueAt: undefined }), 'investigating')).toBeUndefined();
  });
});
