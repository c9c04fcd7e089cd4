import { accept, type Result } from '../../domain/result.ts';
import { findOpenIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports } from '../ports.ts';
import type { CallStory } from './caller.ts';
import { type EscalateChosen, findChosen, type GroupGone } from './chosen-targets.ts';
import { type EscalateRefusal, planCalls } from './escalate-incident.ts';
import { digestOfCalled, type PreviewedCall, previewCalls } from './preview-calls.ts';
import { readCallStory } from './read-told-call.ts';

/** What would happen, were it asked for now. */
export interface EscalationPreview extends CallStory {
  readonly calls: readonly PreviewedCall[];
  /** Of whom would be called. Asking for the call with it calls nobody else. */
  readonly digest: string;
}

/** Who would be called, in what order and with what words. It calls nobody. */
export async function previewEscalation(
  ports: Pick<Ports, 'database' | 'policy' | 'clock' | 'hash'>,
  { chosen, ...request }: EscalateChosen,
): Promise<Result<EscalationPreview, EscalateRefusal | GroupGone>> {
  const { records } = ports.database;
  const now = ports.clock.now();
  const found = await findOpenIncidentHere(records, request);
  if (!found.ok) {
    return found;
  }
  const incident = found.value;
  const targets = await findChosen(records, request.teamId, chosen);
  if (!targets.ok) {
    return targets;
  }
  const planned = await planCalls(ports, records, { incident, request: { ...request, targets: targets.value }, now });
  if (!planned.ok) {
    return planned;
  }
  const calls = await previewCalls(ports, records, { incident, planned: planned.value, now });
  const story = await readCallStory(records, incident, { requestedAt: now, now });
  return accept({ calls, digest: digestOfCalled(calls, ports.hash), ...story });
}
