import type { TypedPart, UnsavedWords } from '../../domain/postmortem/narrative.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';

/** Keeps what somebody types, as they type it; no word of it is anybody else's to see until they send it. */
export async function keepUnsaved(
  ports: Pick<Ports, 'database'>,
  request: RequesterInChannel & { readonly words: UnsavedWords },
): Promise<Result<undefined, NoIncidentHere>> {
  return ports.database.transaction<undefined, NoIncidentHere>(async (records) => {
    const found = await findIncidentHere(records, request);
    if (found.ok) {
      await records.unsaved.keep(found.value.id, request.personId, request.words);
    }
    return found.ok ? accept(undefined) : found;
  });
}

/** They do not want it any more. `droppedAt` is told by the clock that tells when words are typed. */
export async function dropUnsaved(
  ports: Pick<Ports, 'database'>,
  request: RequesterInChannel & { readonly sections: readonly TypedPart[]; readonly droppedAt: Instant },
): Promise<Result<undefined, NoIncidentHere>> {
  return ports.database.transaction<undefined, NoIncidentHere>(async (records) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    for (const section of request.sections) {
      await records.unsaved.drop(found.value.id, request.personId, section, request.droppedAt);
    }
    return accept(undefined);
  });
}
