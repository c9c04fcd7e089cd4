import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/ids.ts';
import { heldRoles, holderOf, type RoleAssignment, tellChange } from '../../../src/domain/roles/role.ts';
import { defaultPolicy } from '../../../src/policy.ts';
import { aRecordedIncident, at, claire, mahari } from '../../support/record-builder.ts';

function given(role: string, person: PersonId | undefined): RoleAssignment {
  return { incidentId: aRecordedIncident().id, role, person, assignedBy: mahari, at: at('15:30') };
}

describe('heldRoles', () => {
  it('tells the newest holder of every role of the policy, in its order', () => {
    const assignments = [given('scribe', claire), given('commander', mahari), given('commander', claire)];
    expect(heldRoles(defaultPolicy.roles, assignments)).toEqual([
      { name: 'commander', holder: claire },
      { name: 'scribe', holder: claire },
      { name: 'communications-lead', holder: undefined },
    ]);
  });

  it('tells of a role that was taken away that it is vacant', () => {
    const assignments = [given('commander', mahari), given('commander', undefined)];
    expect(heldRoles(defaultPolicy.roles, assignments)[0]).toEqual({ name: 'commander', holder: undefined });
    expect(holderOf(assignments, 'commander')).toBeUndefined();
  });

  it('keeps a role that the policy dropped while somebody has it', () => {
    const [commander] = defaultPolicy.roles;
    const assignments = [given('scribe', claire), given('driver', claire), given('driver', undefined)];
    expect(heldRoles(commander === undefined ? [] : [commander], assignments)).toEqual([
      { name: 'commander', holder: undefined },
      { name: 'scribe', holder: claire },
    ]);
  });
});

describe('tellChange', () => {
  it.each([
    [{ now: 'Ana', before: undefined }, 'Ana is communications lead'],
    [{ now: 'Ben', before: 'Ana' }, 'Ben is communications lead instead of Ana'],
    [{ now: undefined, before: 'Ben' }, 'Ben is communications lead no more'],
  ])('says of %j: %s', (names, words) => {
    expect(tellChange('communications-lead', names)).toBe(words);
  });
});
