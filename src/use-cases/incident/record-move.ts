import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { isOpen, isOver, kindOfMove, type Status } from '../../domain/incident/status.ts';
import type { Instant } from '../../domain/time.ts';
import { historyOf } from '../../domain/timeline/milestone.ts';
import { askToScheduleIncident } from '../action-items/schedule-reminders.ts';
import { audit } from '../audit.ts';
import type { ChangePorts } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { endCalls } from '../escalation/end-calls.ts';
import type { Records } from '../ports.ts';
import { askToWithdraw } from '../postmortem/review/ask-to-withdraw.ts';
import { askForDeadline } from '../postmortem/review/deadline-work.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { askToRefresh } from './ask-to-refresh.ts';

export interface Move {
  readonly personId: PersonId;
  readonly before: Incident;
  readonly status: Status;
  readonly text: string;
  readonly action: string;
  readonly now: Instant;
}

/** Notes that an incident moved on or back, and why, in the caller's transaction. */
export async function recordMove(ports: ChangePorts, records: Records, move: Move): Promise<void> {
  const { before, status, text, personId, now } = move;
  await takeResolutionBack(records, { before, by: personId, now });
  const by = { recordedBy: personId, at: now, now, incident: before };
  const steps = `${before.status} → ${status}`;
  const isResolution = status === 'resolved' && text !== '';

  const change = await recordEvent(ports, records, {
    ...by,
    kind: kindOfMove(before.status, status),
    text: text === '' || isResolution ? steps : `${steps}: ${text}`,
  });
  const resolution = isResolution ? await recordEvent(ports, records, { ...by, kind: 'resolution', text }) : undefined;
  const shown = resolution ?? change;
  if (shown !== undefined) {
    await enqueue(records, before.id, now, { kind: 'post-event-line', eventId: shown.id });
  }
  if (isOver(status)) {
    await endCalls(records, before, now);
  } else {
    await askToWithdraw(records, before, now);
  }
  if (isOpen(before.status) !== isOpen(status)) {
    // Whoever closed an incident may lead it while it is closed.
    await askToScheduleIncident(records, before.id, now);
  }
  if (status === 'resolved') {
    await askForDeadline(records, before.id, now);
  }
  await askToRefresh(records, before.id, now);
  await audit(records, before, {
    by: personId,
    now,
    action: move.action,
    details: { from: before.status, to: status, reason: text === '' ? null : text },
  });
}

/** When it was resolved, as somebody corrected it, says nothing of the next resolution. */
async function takeResolutionBack(
  records: Records,
  { before, by, now }: { readonly before: Incident; readonly by: PersonId; readonly now: Instant },
): Promise<void> {
  const said = historyOf(await records.milestones.list(before.id), 'resolved').at(-1);
  if (before.resolvedAt !== undefined && said?.at !== undefined) {
    const entry = { name: 'resolved', at: undefined, isEstimated: false, eventId: undefined } as const;
    await records.milestones.add(before.id, { ...entry, setBy: by, setAt: now });
  }
}
