import type { Kysely } from 'kysely';
import type { ActionItem } from '../domain/action-items/action-item.ts';
import type { Incident } from '../domain/incident/incident.ts';
import { type ActionItemRow, toActionItem } from './action-item-rows.ts';
import { toIncident } from './database-incident-store.ts';
import { inChunks } from './in-chunks.ts';
import type { Schema } from './schema.ts';

/** Each row’s item, and the incident that it is of, in the order of the rows. */
export async function withIncidents<Row extends ActionItemRow>(
  db: Kysely<Schema>,
  rows: readonly Row[],
): Promise<readonly { readonly row: Row; readonly item: ActionItem; readonly incident: Incident }[]> {
  const ids = [...new Set(rows.map(({ incident_id: id }) => id))];
  const incidents = new Map<string, Incident>();
  for (const some of inChunks(ids)) {
    const found = await db.selectFrom('incident').selectAll().where('id', 'in', some).execute();
    for (const incident of found) {
      incidents.set(incident.id, toIncident(incident));
    }
  }
  return rows.flatMap((row) => {
    const incident = incidents.get(row.incident_id);
    return incident === undefined ? [] : [{ row, item: toActionItem(row), incident }];
  });
}
