import type { PersonId, TimelineEventId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { MilestoneEntry, SettableMilestone } from '../../domain/timeline/milestone.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Records } from '../ports.ts';
import type { Requester, RequesterInChannel } from '../request.ts';
import { checkNotFuture } from './check-not-future.ts';
import {
  checkParticipant,
  findForCorrection,
  type NotAParticipant,
  type NotCorrectable,
} from './find-for-correction.ts';
import { readMilestones } from './read-milestones.ts';

export interface SaidMilestone extends Pick<MilestoneEntry, 'name' | 'isEstimated'> {
  /** Undefined: nobody knows. As it was: only how it is known changed, and it stays with its event. */
  readonly at: Instant | 'as-it-was' | undefined;
  readonly eventId?: TimelineEventId | undefined;
}

export type SetMilestonesRefusal = AlreadyHandled | NoIncidentHere | NotAParticipant | FutureMilestone;

export interface FutureMilestone {
  readonly kind: 'future-milestone';
  readonly name: SettableMilestone;
  readonly at: Instant;
}

/** Says when milestones were, all of them or none. What was said of them before is kept. */
export async function setMilestones(
  ports: ChangePorts,
  request: RequesterInChannel & { readonly milestones: readonly SaidMilestone[] },
): Promise<Result<Incident, SetMilestonesRefusal>> {
  return change<Incident, SetMilestonesRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const said = { incident: found.value, said: request.milestones, by: request.personId, now };
    const kept = await sayMilestones(records, said);
    return kept.ok ? accept(found.value) : kept;
  });
}

interface MilestoneWords {
  readonly incident: Incident;
  readonly said: readonly SaidMilestone[];
  readonly by: PersonId;
  readonly now: Instant;
}

/** The same in the caller's transaction. */
export async function sayMilestones(
  records: Records,
  words: MilestoneWords,
): Promise<Result<undefined, NotAParticipant | FutureMilestone>> {
  const { incident, said, by, now } = words;
  const checked = await checkParticipant(records, incident, by);
  if (!checked.ok) {
    return checked;
  }
  for (const { name, at } of said) {
    if (at !== undefined && at !== 'as-it-was' && !checkNotFuture(at, now).ok) {
      return refuse({ kind: 'future-milestone', name, at });
    }
  }
  await keep(records, words);
  return accept(undefined);
}

/** Says of an event that it was the milestone. Somebody saw it, so it counts as observed. */
export async function markMilestone(
  ports: ChangePorts,
  request: Requester & { readonly eventId: TimelineEventId; readonly name: SettableMilestone },
): Promise<Result<Incident, AlreadyHandled | NotCorrectable>> {
  return change<Incident, AlreadyHandled | NotCorrectable>(ports, request, async (records, now) => {
    const found = await findForCorrection(records, request.eventId, request.personId);
    if (!found.ok) {
      return found;
    }
    const { incident, event } = found.value;
    const said = { name: request.name, at: event.at, isEstimated: false, eventId: event.id };
    await keep(records, { incident, said: [said], by: request.personId, now });
    return accept(incident);
  });
}

async function keep(records: Records, { incident, said, by, now }: MilestoneWords): Promise<void> {
  const { milestones: before } = await readMilestones(records, incident);
  const entries = said.map(({ name, at, isEstimated, eventId }) => {
    const known = before[name];
    return at === 'as-it-was'
      ? { name, at: known.at, isEstimated, eventId: known.eventId }
      : { name, at, isEstimated, eventId };
  });
  const news = entries.filter(({ name, at, isEstimated, eventId }) => {
    const known = before[name];
    return known.at !== at || known.isEstimated !== isEstimated || known.eventId !== eventId;
  });
  for (const entry of news) {
    await records.milestones.add(incident.id, { ...entry, setBy: by, setAt: now });
    const details = {
      name: entry.name,
      at: entry.at ?? null,
      isEstimated: entry.isEstimated,
      event: entry.eventId ?? null,
    };
    await audit(records, incident, { by, now, action: 'set-milestone', details });
  }
  if (news.length > 0) {
    const { id: incidentId } = incident;
    await enqueue(
      records,
      incidentId,
      now,
      { kind: 'refresh-card', incidentId },
      { kind: 'refresh-announcement', incidentId },
    );
  }
}
