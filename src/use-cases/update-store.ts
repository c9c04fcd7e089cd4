import type { IncidentId, StatusUpdateId } from '../domain/ids.ts';
import type { StatusUpdate } from '../domain/updates/status-update.ts';

/** What stakeholders were told. */
export interface UpdateStore {
  find(id: StatusUpdateId): Promise<StatusUpdate | undefined>;
  newest(incident: IncidentId): Promise<StatusUpdate | undefined>;
  add(update: StatusUpdate): Promise<void>;
}
