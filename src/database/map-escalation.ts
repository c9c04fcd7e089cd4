import { z } from 'zod';
import type { Call, Escalation, EscalationTarget, Plan } from '../domain/escalation/escalation.ts';
import type { Target } from '../domain/escalation/target.ts';
import { channelId, type GroupId, groupId, type PersonId, personId } from '../domain/ids.ts';
import { millisecondsBetween, SECOND } from '../domain/time.ts';
import type { EscalationCallRow, EscalationRow } from './escalation-rows.ts';
import { toMessageRef } from './message-ref.ts';
import { fromParty, toParty } from './party.ts';

export function toEscalation(row: EscalationRow, calls: readonly Call[]): Escalation {
  return {
    id: row.id,
    incidentId: row.incident_id,
    target: toTarget(row),
    plan: StoredPlan.parse(JSON.parse(row.plan_json)),
    isUrgent: row.is_urgent === 1,
    reason: row.reason,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    state: row.state,
    position: { round: row.round, step: row.step },
    acknowledgedBy: row.acknowledged_by ?? undefined,
    acknowledgedAt: row.acknowledged_at ?? undefined,
    heldBy: row.held_by ?? undefined,
    heldSince: row.held_since ?? undefined,
    resumed: row.resumed,
    endedAt: row.ended_at ?? undefined,
    calls,
    message: toMessageRef(row.message_channel, row.message_key),
    eventId: row.event_id ?? undefined,
  };
}

export function fromEscalation(escalation: Escalation): Omit<EscalationRow, 'team_id'> {
  const target = fromTarget(escalation.target);
  const { requestedAt, acknowledgedAt } = escalation;
  return {
    id: escalation.id,
    incident_id: escalation.incidentId,
    target_kind: target.kind,
    target_id: target.id,
    target_handle: target.handle,
    plan_json: JSON.stringify(escalation.plan),
    is_urgent: escalation.isUrgent ? 1 : 0,
    reason: escalation.reason,
    requested_by: escalation.requestedBy,
    requested_at: requestedAt,
    state: escalation.state,
    round: escalation.position.round,
    step: escalation.position.step,
    acknowledged_by: escalation.acknowledgedBy ?? null,
    acknowledged_at: acknowledgedAt ?? null,
    held_by: escalation.heldBy ?? null,
    held_since: escalation.heldSince ?? null,
    resumed: escalation.resumed,
    ended_at: escalation.endedAt ?? null,
    message_channel: escalation.message?.channel ?? null,
    message_key: escalation.message?.key ?? null,
    event_id: escalation.eventId ?? null,
    answered_after_seconds:
      acknowledgedAt === undefined ? null : Math.round(millisecondsBetween(requestedAt, acknowledgedAt) / SECOND),
  };
}

export function toCall(row: EscalationCallRow): Call {
  return {
    id: row.id,
    escalationId: row.escalation_id,
    round: row.round,
    step: row.step,
    target: StoredTarget.parse(JSON.parse(row.target_json)),
    personId: row.person_id ?? undefined,
    calledAt: row.called_at,
    deliveredAt: row.delivered_at ?? undefined,
    state: row.state,
    resumed: row.resumed,
    isQuiet: row.is_quiet === 1,
    note: row.note ?? undefined,
    respondedAt: row.responded_at ?? undefined,
    message: toMessageRef(row.message_channel, row.message_key),
  };
}

export function fromCall(call: Call): Omit<EscalationCallRow, 'team_id'> {
  return {
    id: call.id,
    escalation_id: call.escalationId,
    round: call.round,
    step: call.step,
    target_json: JSON.stringify(call.target),
    person_id: call.personId ?? null,
    called_at: call.calledAt,
    delivered_at: call.deliveredAt ?? null,
    state: call.state,
    resumed: call.resumed,
    is_quiet: call.isQuiet ? 1 : 0,
    note: call.note ?? null,
    responded_at: call.respondedAt ?? null,
    message_channel: call.message?.channel ?? null,
    message_key: call.message?.key ?? null,
  };
}

function toTarget({ target_kind, target_id, target_handle }: EscalationRow): EscalationTarget {
  return target_kind === 'policy'
    ? { kind: target_kind, name: target_id }
    : toParty({ kind: target_kind, id: target_id as PersonId | GroupId, handle: target_handle });
}

function fromTarget(target: EscalationTarget): Pick<ReturnType<typeof fromParty>, 'handle'> & {
  readonly kind: EscalationRow['target_kind'];
  readonly id: string;
} {
  return target.kind === 'policy' ? { kind: target.kind, id: target.name, handle: null } : fromParty(target);
}

const StoredTarget: z.ZodType<Target> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: z.string().transform(personId) }),
  z.object({ kind: z.literal('group'), id: z.string().transform(groupId), handle: z.string() }),
  z.object({ kind: z.literal('rota'), name: z.string() }),
  z.object({ kind: z.literal('channel'), id: z.string().transform(channelId), name: z.string() }),
  z.object({ kind: z.literal('webhook'), name: z.string() }),
]);

const StoredPlan: z.ZodType<Plan> = z.object({
  steps: z.array(z.object({ targets: z.array(StoredTarget), waitMinutes: z.number() })),
  rounds: z.number(),
  contacts: z.array(z.string()),
});
