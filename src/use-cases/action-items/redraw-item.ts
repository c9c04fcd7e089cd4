import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import type { Instant } from '../../domain/time.ts';
import { redrawHomes } from '../home/redraw-homes.ts';
import type { Records } from '../ports.ts';
import { askToKeepInStep } from '../postmortem/ask-to-keep-in-step.ts';
import { askToRefresh } from './keep-change.ts';

/** Has all that shows an item drawn anew, in the caller's transaction. */
export async function redrawItem(records: Records, { item, incident }: ItemOfIncident, now: Instant): Promise<void> {
  await askToRefresh(records, item, now);
  await askToKeepInStep(records, incident, now);
  const people = (await records.reminders.listRecipients(item.id)).map(({ personId }) => personId);
  await redrawHomes(records, { teamId: incident.teamId, people, now });
}
