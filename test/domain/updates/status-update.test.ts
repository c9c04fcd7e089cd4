import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../src/domain/incident/status.ts';
import { nextDueAt, promisedAt } from '../../../src/domain/updates/status-update.ts';
import { anUpdate, at } from '../../support/record-builder.ts';

const OPEN = STATUSES.filter((status) => status !== 'resolved' && status !== 'closed');

describe('nextDueAt', () => {
  it.each(OPEN)('is so many minutes later while it is %s', (status) => {
    expect(nextDueAt(at('15:40'), 30, status)).toBe(at('16:10'));
  });

  it('promises none where somebody says so, and none of what is over', () => {
    expect(nextDueAt(at('15:40'), 0, 'investigating')).toBeUndefined();
    expect(nextDueAt(at('15:40'), 30, 'resolved')).toBeUndefined();
  });
});

describe('promisedAt', () => {
  it.each(OPEN)('is what the newest update said while it is %s', (status) => {
    expect(promisedAt(anUpdate(), status)).toBe(at('16:10'));
  });

  it.each(['resolved', 'closed'] as const)('is nothing once it is %s', (status) => {
    expect(promisedAt(anUpdate(), status)).toBeUndefined();
  });

  it('is nothing where none was sent, or none was promised', () => {
    expect(promisedAt(undefined, 'investigating')).toBeUndefined();
    expect(promisedAt(anUpdate({ nextDueAt: undefined }), 'investigating')).toBeUndefined();
  });
});
