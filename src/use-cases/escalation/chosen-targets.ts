import type { Escalation, EscalationTarget } from '../../domain/escalation/escalation.ts';
import type { GroupId, PersonId, TeamId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { ChangePorts } from '../change.ts';
import type { Ports, Records } from '../ports.ts';
import { type EscalateIncident, type EscalateRefusal, escalateIncident } from './escalate-incident.ts';

/** Whom somebody chose in a form; nobody: whom the policy names for the severity. */
export interface ChosenTargets {
  readonly people: readonly PersonId[];
  readonly groups: readonly GroupId[];
  readonly policies: readonly string[];
}

export interface EscalateChosen extends Omit<EscalateIncident, 'targets'> {
  readonly chosen: ChosenTargets;
}

export interface GroupGone {
  readonly kind: 'group-gone';
}

/** Calls whom somebody chose, as `escalateIncident` does. */
export async function escalateChosen(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  { chosen, ...request }: EscalateChosen,
): Promise<Result<readonly Escalation[], EscalateRefusal | GroupGone>> {
  const targets = await findChosen(ports.database.records, request.teamId, chosen);
  return targets.ok ? escalateIncident(ports, { ...request, targets: targets.value }) : targets;
}

export async function findChosen(
  records: Records,
  team: TeamId,
  { people, groups, policies }: ChosenTargets,
): Promise<Result<readonly EscalationTarget[], GroupGone>> {
  const known = await records.groups.list(team);
  const found = known.filter(({ id }) => groups.includes(id));
  if (found.length < groups.length) {
    return refuse({ kind: 'group-gone' });
  }
  return accept([
    ...people.map((id) => ({ kind: 'person', id }) as const),
    ...found.map((group) => ({ kind: 'group', ...group }) as const),
    ...policies.map((name) => ({ kind: 'policy', name }) as const),
  ]);
}
