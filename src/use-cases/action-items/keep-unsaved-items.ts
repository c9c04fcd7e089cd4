import { accept, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { type TypedLines, typedLines } from './typed-lines.ts';

/** Keeps the lines of new items as somebody types them, but for those that items were made of before this came. */
export async function keepUnsavedItems(
  ports: Pick<Ports, 'database' | 'hash'>,
  request: RequesterInChannel & TypedLines & { readonly typedAt: Instant },
): Promise<Result<undefined, NoIncidentHere>> {
  const { personId, typed, typedAt } = request;
  return ports.database.transaction<undefined, NoIncidentHere>(async (records) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const lines = typedLines(ports, request);
    const unmade: string[] = [];
    for (const { line, key } of lines) {
      if (!(await records.deliveries.knows(key))) {
        unmade.push(line);
      }
    }
    const { id } = found.value;
    const text = unmade.length === lines.length ? typed : unmade.join('\n');
    await (text === ''
      ? records.unsaved.drop(id, personId, 'new-items', typedAt)
      : records.unsaved.keep(id, personId, { section: 'new-items', text, shownVersion: 0, typedAt }));
    return accept(undefined);
  });
}
