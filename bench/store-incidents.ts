import Sqlite from 'better-sqlite3';
import { openDatabase } from '../src/database/open-database.ts';
import {
  channelId,
  type IncidentId,
  incidentId,
  messageKey,
  personId,
  type TeamId,
  teamId,
  timelineEventId,
} from '../src/domain/ids.ts';
import type { Incident } from '../src/domain/incident/incident.ts';
import { accept } from '../src/domain/result.ts';
import { addMilliseconds, DAY, type Instant, MINUTE, type TimeZone } from '../src/domain/time.ts';
import { createSystem } from '../src/system/create-system.ts';
import type { Records } from '../src/use-cases/ports.ts';
import type { System } from '../src/use-cases/system.ts';
import { recordEvent } from '../src/use-cases/timeline/record-event.ts';
import type { Work } from '../src/use-cases/work.ts';
import type { Slack } from './start-slack.ts';

const BATCH = 250;
const EVENTS = ['declared', 'detected', 'investigation', 'mitigation', 'resolution'] as const;

/** Makes a database file with so many earlier incidents, and one just declared in whose channel people log. */
export async function storeIncidents(file: string, slack: Slack, count: number): Promise<void> {
  const system = createSystem();
  const { ids, clock } = system;
  const { database, migrateToLatest, close } = await openDatabase({ url: `file:${file}`, ids });
  await migrateToLatest();
  const team = teamId(slack.teamId);
  const now = clock.now();
  for (let first = 1; first <= count; first += BATCH) {
    await database.transaction(async (records) => {
      for (let number = first; number < Math.min(first + BATCH, count + 1); number++) {
        await storeEarlier(records, system, anIncident(incidentId(ids.next()), { team, number, now, count }));
      }
      return accept(undefined);
    });
  }
  await database.transaction(async (records) => {
    const person = { id: personId(slack.personId), teamId: team, name: 'Ana', timeZone: 'Europe/Berlin' as TimeZone };
    await records.people.save({
      ...person,
      locale: undefined,
      isBot: false,
      isDeactivated: false,
      isAdmin: false,
      awayUntil: undefined,
    });
    const hot = anIncident(incidentId(ids.next()), { team, number: count + 1, now, count: count + 1 });
    await records.incidents.add({ ...hot, status: 'investigating', channel: channelId(slack.channelId) });
    return accept(undefined);
  });
  await close();
  finishWork(file);
}

/** One a quarter of an hour; the last few of them are still open. */
function anIncident(
  id: IncidentId,
  about: { readonly team: TeamId; readonly number: number; readonly now: Instant; readonly count: number },
): Incident {
  const { team, number, now, count } = about;
  const isOpen = number > count - 10;
  const declaredAt = addMilliseconds(now, (number - count - 1) * 15 * MINUTE - DAY);
  const channel = channelId(`C-earlier-${number}`);
  return {
    id,
    teamId: team,
    number,
    title: `Checkout answers slowly, again (${number})`,
    summary: 'Orders take more than ten seconds; the database of the checkout has no connections left.',
    severity: 'SEV2',
    status: isOpen ? 'identified' : 'closed',
    isDrill: false,
    isPrivate: number % 20 === 0,
    declaredBy: personId(`U-earlier-${number % 40}`),
    declaredAt,
    resolvedAt: isOpen ? undefined : addMilliseconds(declaredAt, 40 * MINUTE),
    closedAt: isOpen ? undefined : addMilliseconds(declaredAt, 60 * MINUTE),
    channel,
    card: { channel, key: messageKey(`17150${number}.000100`) },
    announcement: undefined,
    version: 4,
  };
}

/** What is left behind by an incident: its events, and for each the delivery, the audit entry and the work. */
async function storeEarlier(records: Records, system: System, incident: Incident): Promise<void> {
  const { id, teamId, declaredBy, declaredAt } = incident;
  await records.incidents.add(incident);
  await records.members.add(id, declaredBy);
  for (const [place, kind] of EVENTS.entries()) {
    const at = addMilliseconds(declaredAt, place * 8 * MINUTE);
    const text = `What happened ${place * 8} minutes after the first alert of the checkout`;
    const recorded = await recordEvent(system, records, { incident, kind, text, at, now: at, recordedBy: declaredBy });
    const event = recorded?.id ?? timelineEventId('');
    await records.deliveries.accept(`${teamId}:${system.ids.next()}`, at);
    const audit = { teamId, incidentId: id, personId: declaredBy, at, action: 'log-event', details: { event, kind } };
    await records.audit.add(audit);
    const work: Work = { kind: 'post-event-line', eventId: event };
    await records.work.add({ work, lane: id, runAt: at, dedupeKey: undefined });
  }
}

/** The work of earlier incidents is long done; doing it here, through the worker, would take minutes. */
function finishWork(file: string): void {
  const connection = new Sqlite(file);
  connection.exec('update work set done_at = run_at, attempts = 1');
  connection.close();
}
