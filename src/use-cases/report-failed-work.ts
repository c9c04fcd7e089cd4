import type { ActionItemId, IncidentId, PersonId } from '../domain/ids.ts';
import { accept } from '../domain/result.ts';
import { addMilliseconds, HOUR, type Instant } from '../domain/time.ts';
import { attempt } from './attempt.ts';
import type { StepPorts } from './escalation/call-step.ts';
import { keepCall } from './escalation/keep-call.ts';
import { maySee } from './people/may-see.ts';
import type { Ports, Records } from './ports.ts';
import { keepUpdateFailure } from './trackers/keep-failure.ts';
import type { ClaimedWork, Work, WorkKind } from './work.ts';

/** What nobody asked for by itself and nobody waits for: a file has its name and link, a name is missing in a transcript, a press says how it is now. */
const SILENT: readonly WorkKind[] = [
  'report-failure',
  'report-untold-cover',
  'keep-file',
  'name-transcript',
  'record-join',
  'poll-tracker',
  'ask-done-when',
  'refresh-action-item',
  'refresh-reminder',
  'refresh-item-message',
];

/** Without them nobody would be reminded any more, or hear of what somebody had who left. */
const NEVER_GIVEN_UP: readonly WorkKind[] = [
  'remind-person',
  'offer-in-channel',
  'schedule-reminders',
  'schedule-reminders-of-incident',
  'return-items',
];

/**
 * Tells of work that failed for good: of a call in the channel, where people wait for its answer; of a command whoever
 * typed it; of the rest whoever asked for it.
 */
export async function reportFailedWork(
  ports: StepPorts & Pick<Ports, 'database' | 'clock' | 'wake'>,
  failed: ClaimedWork,
  reason: string,
): Promise<void> {
  if (SILENT.includes(failed.work.kind)) {
    return;
  }
  if (failed.work.kind === 'make-call') {
    await keepCall(ports, failed.work, { state: 'failed', note: reason });
    return;
  }
  if (NEVER_GIVEN_UP.includes(failed.work.kind)) {
    await lookAgainLater(ports, failed);
    return;
  }
  await ports.database.transaction(async (records) => {
    const work = await reportOf(records, failed.work, { reason, now: ports.clock.now() });
    if (work !== undefined) {
      const key = `${work.kind}:${failed.id}`;
      await records.work.add({ work, lane: key, runAt: ports.clock.now(), dedupeKey: key });
    }
    return accept(undefined);
  });
  ports.wake();
}

/**
 * Long after what is wrong here can have mended by itself, and after the hours of the day in which people are reminded, so that
 * nobody is tried twice in a day.
 */
async function lookAgainLater(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  { id, work, lane }: ClaimedWork,
): Promise<void> {
  const runAt = addMilliseconds(ports.clock.now(), 12 * HOUR);
  await ports.database.transaction(async (records) =>
    accept(await records.work.add({ work, lane, runAt, dedupeKey: `again:${id}` })),
  );
  ports.wake();
}

async function reportOf(
  records: Records,
  failed: Work,
  { reason, now }: { readonly reason: string; readonly now: Instant },
): Promise<Work | undefined> {
  if (failed.kind === 'update-ticket' && !(await keepUpdateFailure(records, failed, { reason, now }))) {
    return undefined;
  }
  if (failed.kind === 'run-command') {
    return { kind: 'return-command', command: failed.command, reason };
  }
  if (failed.kind === 'tell-of-cover') {
    return { kind: 'report-untold-cover', coverId: failed.coverId, personId: failed.personId, reason };
  }
  const asked = await whoAsked(records, failed);
  return asked === undefined || (await isBot(records, asked))
    ? undefined
    : {
        kind: 'report-failure',
        ...asked,
        what: failed.kind,
        reason,
        ...('actionItemId' in failed ? { item: failed.actionItemId } : {}),
      };
}

/** Nobody reads what is sent to a bot: of what an alert asked for only the log tells. */
async function isBot(records: Records, { incidentId, askedBy }: Asked): Promise<boolean> {
  const incident = await records.incidents.find(incidentId);
  const people = incident && (await records.people.find(incident.teamId, [askedBy]));
  return people?.get(askedBy)?.isBot === true;
}

export async function reportFailure(
  ports: Pick<Ports, 'database' | 'messenger'>,
  report: Extract<Work, { kind: 'report-failure' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const incident = await records.incidents.find(report.incidentId);
  if (incident !== undefined) {
    const item = (await maySee(records, incident, report.askedBy))
      ? report.item && (await records.actionItems.find(report.item))
      : undefined;
    await ports.messenger.reportFailure(report.askedBy, { incident, ...report, item }, attempt(claimed));
  }
}

interface Asked {
  readonly incidentId: IncidentId;
  readonly askedBy: PersonId;
}

async function whoAsked(records: Records, work: Work): Promise<Asked | undefined> {
  if ('escalationId' in work) {
    const escalation = await records.escalations.find(work.escalationId);
    return escalation && { incidentId: escalation.incidentId, askedBy: escalation.requestedBy };
  }
  if ('actionItemId' in work) {
    const maker = await whoMade(records, work.actionItemId);
    const askedBy = work.kind === 'create-ticket' ? work.askedBy : undefined;
    return maker && { ...maker, askedBy: askedBy ?? maker.askedBy };
  }
  if (work.kind === 'tell-returned') {
    const [first] = work.actionItemIds;
    return first && whoMade(records, first);
  }
  if ('eventId' in work) {
    const event = await records.timeline.find(work.eventId);
    return event && { incidentId: event.incidentId, askedBy: event.recordedBy };
  }
  if ('statusUpdateId' in work) {
    const update = await records.updates.find(work.statusUpdateId);
    return update && { incidentId: update.incidentId, askedBy: update.sentBy };
  }
  if ('reviewEntryId' in work) {
    const entry = await records.reviews.find(work.reviewEntryId);
    return entry && { incidentId: entry.incidentId, askedBy: entry.by };
  }
  if (work.kind === 'sync-message' || work.kind === 'make-action-item') {
    return { incidentId: work.incidentId, askedBy: work.askedBy };
  }
  if (work.kind === 'show-gap') {
    return { incidentId: work.incidentId, askedBy: work.place.personId };
  }
  const incident = 'incidentId' in work ? await records.incidents.find(work.incidentId) : undefined;
  return incident && { incidentId: incident.id, askedBy: incident.declaredBy };
}

async function whoMade(records: Records, id: ActionItemId): Promise<Asked | undefined> {
  const item = await records.actionItems.find(id);
  return item && { incidentId: item.incidentId, askedBy: item.createdBy };
}
