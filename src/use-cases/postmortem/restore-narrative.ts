import type { Incident } from '../../domain/incident/incident.ts';
import type { NarrativeEntry, NarrativeSection } from '../../domain/postmortem/narrative.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import type { ChangePorts } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';

export interface RestoreNarrative extends RequesterInChannel {
  readonly section: NarrativeSection;
  /** What is to hold again. */
  readonly version: number;
  /** What held when they looked. */
  readonly shownVersion: number;
}

export type RestoreNarrativeRefusal =
  | NoIncidentHere
  | { readonly kind: 'no-such-version' }
  /** Somebody wrote since they looked. */
  | { readonly kind: 'overtaken'; readonly by: NarrativeEntry };

/** Takes earlier words up again, as a new version; pressed twice it does so once. */
export async function restoreNarrative(
  ports: ChangePorts,
  request: RestoreNarrative,
): Promise<Result<Incident, RestoreNarrativeRefusal>> {
  const { section, version, shownVersion, personId: by } = request;
  const now = ports.clock.now();
  const restored = await ports.database.transaction<Incident, RestoreNarrativeRefusal>(async (records) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const history = await records.narrative.history(incident.id, section);
    const earlier = history.find((entry) => entry.version === version);
    const current = history.findLast(({ isAside }) => !isAside);
    if (earlier === undefined) {
      return refuse({ kind: 'no-such-version' });
    }
    if (current?.restored?.version === version || current?.version === version) {
      return accept(incident);
    }
    if (current !== undefined && current.version > shownVersion && current.writtenBy !== by) {
      return refuse({ kind: 'overtaken', by: current });
    }
    const { text } = earlier;
    const words = { section, text, writtenBy: by, writtenAt: now, restoredVersion: version, isAside: false };
    await records.narrative.add(incident.id, words);
    const details = { section, version: String(version) };
    await audit(records, incident, { by, now, action: 'restore-narrative', details });
    return accept(incident);
  });
  if (restored.ok) {
    ports.wake();
  }
  return restored;
}
