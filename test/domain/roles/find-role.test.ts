import { describe, expect, it } from 'vitest';
import { findRole } from '../../../src/domain/roles/find-role.ts';
import { defaultPolicy } from '../../../src/policy.ts';

describe('findRole', () => {
  it.each([
    ['commander', 'commander'],
    ['Commander', 'commander'],
    ['comma', 'commander'],
    ['cmdr', 'commander'],
    ['communications-lead', 'communications-lead'],
    ['communications lead', 'communications-lead'],
    ['comms', 'communications-lead'],
    ['lead', 'communications-lead'],
    ['scribe', 'scribe'],
    ['s', 'scribe'],
    // Both begin so.
    ['comm', undefined],
    ['c', undefined],
    ['', undefined],
    ['commanders', undefined],
    ['ander', undefined],
    ['driver', undefined],
  ])('takes %j for %s', (typed, name) => {
    expect(findRole(typed, defaultPolicy.roles)?.name).toBe(name);
  });

  it('takes a whole name before one that it is short for', () => {
    const roles = ['ops-lead', 'ops'].map((name) => ({ name, meaning: '' }));
    expect(findRole('ops', roles)?.name).toBe('ops');
  });
});
