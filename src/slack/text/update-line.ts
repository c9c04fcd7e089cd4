import { promisedAt } from '../../domain/updates/status-update.ts';
import type { IncidentState } from '../../use-cases/messenger.ts';
import { slackTime } from './slack-time.ts';

/** `📣 last update 14:32 · next by 15:00`, or nothing where none was sent. */
export function updateLine({ incident, lastUpdate }: IncidentState): string | undefined {
  if (lastUpdate === undefined) {
    return undefined;
  }
  const due = promisedAt(lastUpdate, incident.status);
  const next = due === undefined ? '' : ` · next by ${slackTime(due, 'time')}`;
  return `📣 last update ${slackTime(lastUpdate.at, 'time')}${next}`;
}
