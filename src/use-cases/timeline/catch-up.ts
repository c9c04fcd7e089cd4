import type { IncidentId, TeamId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { isOpen } from '../../domain/incident/status.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import type { ClaimedWork } from '../work.ts';

export type CatchUpRefusal =
  | AlreadyHandled
  | { readonly kind: 'no-incident-here' }
  | { readonly kind: 'nothing-was-missed' };

/** The bot came into a channel, back into it perhaps: nobody told it what was said and tagged there meanwhile. */
export async function catchUpOnJoining(
  ports: ChangePorts,
  request: RequesterInChannel & { readonly wasInvited: boolean },
): Promise<Result<undefined, CatchUpRefusal>> {
  return change<undefined, CatchUpRefusal>(ports, request, async (records, now) => {
    const incident = await records.incidents.findByChannel(request.teamId, request.channel);
    if (incident === undefined) {
      return refuse({ kind: 'no-incident-here' });
    }
    if (incident.card === undefined && !request.wasInvited) {
      // It opened the channel itself, a moment ago.
      return refuse({ kind: 'nothing-was-missed' });
    }
    await askToCatchUp(records, incident, now);
    return accept(undefined);
  });
}

/** While no process ran, events may have been lost: Slack repeats them for an hour at most, over a socket not at all. */
export async function catchUpOnStarting(records: Records, teamId: TeamId, now: Instant): Promise<void> {
  for (const incident of await records.incidents.listInChannels(teamId)) {
    await askToCatchUp(records, incident, now);
  }
}

/** However often it is asked for, of those that wait only the last reads the channel. */
export async function askToCatchUp(records: Records, incident: Incident, at: Instant): Promise<void> {
  if (isOpen(incident.status)) {
    await enqueue(records, catchUpLane(incident.id), at, { kind: 'catch-up', incidentId: incident.id });
  }
}

export function catchUpLane(id: IncidentId): string {
  return `catch-up:${id}`;
}

/** Notes what must be found again in the channel, then has it read page by page. */
export async function catchUp(
  ports: Pick<Ports, 'database' | 'policy' | 'wake'>,
  incidentId: IncidentId,
  claimed: ClaimedWork,
): Promise<void> {
  // Where a later one waits, that reads all; when it was asked for nobody could know whether the earlier had begun.
  if (await ports.database.records.work.isWaiting(catchUpLane(incidentId), 'catch-up')) {
    return;
  }
  await ports.database.transaction(async (records) => {
    const incident = await records.incidents.find(incidentId);
    const timeline = await records.timeline.list(incidentId);
    const unmet = timeline.flatMap(({ message, messageDeletedAt }) =>
      message !== undefined && message.channel === incident?.channel && messageDeletedAt === undefined
        ? [message.key]
        : [],
    );
    await tellThatWordsAreKept(ports, records, { incident, now: claimed.runAt });
    const first = { incidentId, thread: undefined, cursor: undefined, threads: [], edge: undefined, unmet };
    await records.work.add({
      work: { kind: 'catch-up-page', ...first },
      lane: catchUpLane(incidentId),
      // As old as what it goes on with, so that it is done before a later one begins.
      runAt: claimed.runAt,
      dedupeKey: `catch-up-page:after:${claimed.id}`,
    });
    return accept(undefined);
  });
  ports.wake();
}

/** The card of an incident that was open when the policy began to keep words does not say so yet. */
async function tellThatWordsAreKept(
  { policy }: Pick<Ports, 'policy'>,
  records: Records,
  { incident, now }: { readonly incident: Incident | undefined; readonly now: Instant },
): Promise<void> {
  if (
    incident !== undefined &&
    policy.transcript.isKept &&
    (await records.transcript.listHeads(incident.id)).length === 0
  ) {
    await enqueue(records, incident.id, now, { kind: 'refresh-card', incidentId: incident.id });
  }
}
