import { planOfPolicy } from '../../domain/escalation/plan.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { startEscalation } from '../escalation/escalate-incident.ts';
import type { Records } from '../ports.ts';
import type { AlertPorts, HeardNotice } from './receive-alert.ts';

/** Calls whom the policy names for this hook, in the caller's transaction. */
export async function callForHelp(
  ports: AlertPorts,
  records: Records,
  { bot, hook, now }: Pick<HeardNotice, 'bot' | 'hook' | 'now'>,
  { incident, reason }: { readonly incident: Incident; readonly reason: string },
): Promise<void> {
  const policy = ports.policy.escalationPolicies.find(({ name }) => name === hook.escalationPolicy);
  if (policy !== undefined) {
    const target = { kind: 'policy', name: policy.name } as const;
    const plan = planOfPolicy(policy, now);
    await startEscalation(ports, records, { incident, target, plan, reason, isUrgent: true, requestedBy: bot, now });
  }
}
