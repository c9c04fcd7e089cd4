import type { TeamId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Status } from '../../domain/incident/status.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { DocumentFile } from '../messenger.ts';
import type { Ports } from '../ports.ts';
import type { DraftPorts } from './read-draft.ts';
import { writeFiles } from './write-files.ts';

export interface ExportRequest {
  readonly number: number;
  /** Needed where several workspaces have an incident of that number. */
  readonly teamId: TeamId | undefined;
}

export type ExportRefusal =
  | { readonly kind: 'no-such-incident' }
  | { readonly kind: 'several-workspaces'; readonly teams: readonly TeamId[] }
  | { readonly kind: 'no-postmortem-yet'; readonly status: Status };

/** The files of a closed incident's postmortem, from the database alone: of people it tells what was heard of them last. */
export async function exportPostmortem(
  ports: DraftPorts & Pick<Ports, 'policy' | 'postmortemFiles'>,
  { number, teamId }: ExportRequest,
): Promise<Result<{ readonly incident: Incident; readonly files: readonly DocumentFile[] }, ExportRefusal>> {
  const { records } = ports.database;
  const all = await records.incidents.listByNumber(number);
  const [incident, ...others] = teamId === undefined ? all : all.filter((each) => each.teamId === teamId);
  if (incident === undefined) {
    return refuse({ kind: 'no-such-incident' });
  }
  if (others.length > 0) {
    return refuse({ kind: 'several-workspaces', teams: all.map((each) => each.teamId) });
  }
  if (incident.status !== 'closed') {
    return refuse({ kind: 'no-postmortem-yet', status: incident.status });
  }
  const { files } = await writeFiles(ports, incident, (ids) => records.people.find(incident.teamId, ids));
  return accept({ incident, files });
}
