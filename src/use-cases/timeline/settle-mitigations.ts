import type { PersonId, TimelineEventId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { MitigationEnd } from '../../domain/timeline/mitigation.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import type { Requester } from '../request.ts';
import { findForCorrection, type NotCorrectable } from './find-for-correction.ts';
import { recordEvent } from './record-event.ts';

/** What became of one mitigation; undefined opens it again. */
export interface Settlement {
  readonly eventId: TimelineEventId;
  readonly as: MitigationEnd | undefined;
}

export type SettleMitigationsRefusal = AlreadyHandled | NotCorrectable;

/** Somebody of the incident's channel says what became of mitigations. */
export async function settleMitigations(
  ports: ChangePorts,
  request: Requester & { readonly settlements: readonly Settlement[] },
): Promise<Result<undefined, SettleMitigationsRefusal>> {
  return change<undefined, SettleMitigationsRefusal>(ports, request, (records, now) =>
    settle(ports, records, { settlements: request.settlements, by: request.personId, now }),
  );
}

/** The same in the caller's transaction. */
export async function settle(
  ports: Pick<Ports, 'ids' | 'hash'>,
  records: Records,
  said: { readonly settlements: readonly Settlement[]; readonly by: PersonId; readonly now: Instant },
): Promise<Result<undefined, NotCorrectable>> {
  const { settlements, by, now } = said;
  for (const { eventId, as } of settlements) {
    const found = await findForCorrection(records, eventId, by);
    if (!found.ok) {
      return found;
    }
    const { incident, event } = found.value;
    if (event.kind !== 'mitigation') {
      return refuse({ kind: 'no-such-event' });
    }
    if (event.settled?.as !== as) {
      await store(ports, records, { incident, event, as, by, now });
    }
  }
  return accept(undefined);
}

async function store(
  ports: Pick<Ports, 'ids' | 'hash'>,
  records: Records,
  settled: {
    readonly incident: Incident;
    readonly event: TimelineEvent;
    readonly as: MitigationEnd | undefined;
    readonly by: PersonId;
    readonly now: Instant;
  },
): Promise<void> {
  const { incident, event, as, by, now } = settled;
  await records.timeline.save({ ...event, settled: as === undefined ? undefined : { as, at: now, by } });
  await takeBackEnd(records, settled);
  const told =
    as === undefined
      ? undefined
      : await recordEvent(ports, records, {
          incident,
          kind: 'mitigation-settled',
          text: `${WORDS[as]}: ${event.text}`,
          at: now,
          now,
          recordedBy: by,
          about: event.id,
        });
  if (told !== undefined) {
    await enqueue(records, incident.id, now, { kind: 'post-event-line', eventId: told.id });
  }
  await enqueue(records, incident.id, now, { kind: 'refresh-card', incidentId: incident.id });
  const details = { event: event.id, as: as ?? null };
  await audit(records, incident, { by, now, action: 'settle-mitigation', details });
}

const WORDS: Readonly<Record<MitigationEnd, string>> = { reverted: 'Reverted', kept: 'Kept on purpose' };

/** What was said of its end before was a slip, or holds no more: struck, as everything that was taken back. */
async function takeBackEnd(
  records: Records,
  {
    incident,
    event,
    by,
    now,
  }: { readonly incident: Incident; readonly event: TimelineEvent; readonly by: PersonId; readonly now: Instant },
): Promise<void> {
  const told = (await records.timeline.list(incident.id)).findLast(
    ({ about, retractedAt }) => about === event.id && retractedAt === undefined,
  );
  if (told !== undefined) {
    await records.timeline.save({ ...told, retractedAt: now, retractedBy: by });
    await enqueue(records, incident.id, now, { kind: 'post-event-line', eventId: told.id });
  }
}
