import { describe, expect, it } from 'vitest';
import { incidentId } from '../../src/domain/ids.ts';
import type { RoleAssignment } from '../../src/domain/roles/role.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const incident = aRecordedIncident();

function given(overrides: Partial<RoleAssignment> = {}): RoleAssignment {
  return {
    incidentId: incident.id,
    role: 'commander',
    person: claire,
    assignedBy: mahari,
    at: at('15:30'),
    ...overrides,
  };
}

describe.each(engines)('the roles on $name', ({ open }) => {
  it('come back as they were given, the oldest first, each kept', async () => {
    const opened = await openWithIncident(open);
    const assignments = [given(), given({ person: mahari, at: at('15:20') }), given({ person: undefined }), given()];

    for (const assignment of assignments) {
      await commit(opened, ({ roles }) => roles.add(assignment));
    }

    expect(await opened.database.records.roles.list(incident.id)).toStrictEqual(assignments);
  });

  it('belong to their incident', async () => {
    const opened = await openWithIncident(open);
    await commit(opened, ({ roles }) => roles.add(given()));

    expect(await opened.database.records.roles.list(incidentId('none'))).toEqual([]);
    expect(await opened.sql('select team_id from incident_role')).toEqual([{ team_id: incident.teamId }]);
    await expect(commit(opened, ({ roles }) => roles.add(given({ incidentId: incidentId('none') })))).rejects.toThrow();
  });
});
