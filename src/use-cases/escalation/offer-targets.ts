import { policyOfSeverity } from '../../domain/escalation/plan.ts';
import type { IncidentEnded } from '../../domain/incident/status.ts';
import type { Group } from '../../domain/people/person.ts';
import { accept, type Result } from '../../domain/result.ts';
import { findOpenIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';

/** Beside people, whom one can choose to call here. */
export interface OfferedTargets {
  readonly severity: string;
  /** The policy that is called where nobody is chosen. */
  readonly byDefault: string | undefined;
  readonly policies: readonly string[];
  readonly groups: readonly Group[];
}

export async function offerTargets(
  { database: { records }, policy }: Pick<Ports, 'database' | 'policy'>,
  asker: RequesterInChannel,
): Promise<Result<OfferedTargets, NoIncidentHere | IncidentEnded>> {
  const found = await findOpenIncidentHere(records, asker);
  if (!found.ok) {
    return found;
  }
  const { severity } = found.value;
  return accept({
    severity,
    byDefault: policyOfSeverity(policy.escalationPolicies, severity)?.name,
    policies: policy.escalationPolicies.map(({ name }) => name),
    groups: await records.groups.list(asker.teamId),
  });
}
