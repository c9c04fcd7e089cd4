import { accept, type Result, refuse } from '../result.ts';
import type { Instant } from '../time.ts';

/** In the order in which an incident usually goes through them; `canceled` ends what was a false alarm. */
export const STATUSES = ['investigating', 'identified', 'monitoring', 'resolved', 'closed', 'canceled'] as const;

export type Status = (typeof STATUSES)[number];

/** The statuses that people set; the others come from closing, which also drafts the postmortem, and from canceling. */
export type OpenStatus = Exclude<Status, 'closed' | 'canceled'>;

export interface IncidentEnded {
  readonly kind: 'incident-closed' | 'incident-canceled';
}

export type StatusRefusal =
  | IncidentEnded
  | { readonly kind: 'status-unchanged'; readonly status: Status }
  | { readonly kind: 'not-resolved'; readonly status: Status }
  | { readonly kind: 'not-over'; readonly status: Status };

interface Progress {
  readonly status: Status;
  readonly resolvedAt: Instant | undefined;
  readonly closedAt: Instant | undefined;
}

/** It goes on, or may come back. What is not open has ended, and only reopening leads back. */
export function isOpen(status: Status): status is OpenStatus {
  return status !== 'closed' && status !== 'canceled';
}

/** Nobody is hurt any more, or nobody was. */
export function isOver(status: Status): status is Exclude<Status, 'investigating' | 'identified' | 'monitoring'> {
  return status === 'resolved' || !isOpen(status);
}

/** The incident, unless it has ended. */
export function requireOpen<T extends { readonly status: Status }>(incident: T): Result<T, IncidentEnded> {
  const { status } = incident;
  return isOpen(status) ? accept(incident) : refuse({ kind: `incident-${status}` });
}

/** Any move between the first four is allowed; going back from `resolved` takes the instant of resolution back. */
export function moveTo<T extends Progress>(incident: T, status: OpenStatus, now: Instant): Result<T, StatusRefusal> {
  const open = requireOpen(incident);
  if (!open.ok) {
    return open;
  }
  if (incident.status === status) {
    return refuse({ kind: 'status-unchanged', status });
  }
  return accept({ ...incident, status, resolvedAt: status === 'resolved' ? now : undefined });
}

/** Whether it could be closed now. */
export function requireResolved<T extends { readonly status: Status }>(incident: T): Result<T, StatusRefusal> {
  const open = requireOpen(incident);
  return open.ok && incident.status !== 'resolved' ? refuse({ kind: 'not-resolved', status: incident.status }) : open;
}

export function close<T extends Progress>(incident: T, now: Instant): Result<T, StatusRefusal> {
  const resolved = requireResolved(incident);
  return resolved.ok ? accept({ ...incident, status: 'closed', closedAt: now }) : resolved;
}

/** It was a false alarm: it ends without a resolution. */
export function cancel<T extends Progress>(incident: T, now: Instant): Result<T, StatusRefusal> {
  const { status } = incident;
  if (status === 'canceled') {
    return refuse({ kind: 'status-unchanged', status });
  }
  const open = requireOpen(incident);
  return open.ok ? accept({ ...incident, status: 'canceled', resolvedAt: undefined, closedAt: now }) : open;
}

/** Takes back that it is over: users are hurt again, or still. */
export function reopen<T extends Progress>(incident: T): Result<T, StatusRefusal> {
  if (!isOver(incident.status)) {
    return refuse({ kind: 'not-over', status: incident.status });
  }
  return accept({ ...incident, status: 'investigating', resolvedAt: undefined, closedAt: undefined });
}

/** What the timeline calls a move. */
export function kindOfMove(from: Status, to: Status) {
  if (isOver(to)) {
    return to;
  }
  return isOver(from) ? 'reopened' : 'status-changed';
}

export function isOpenStatus(text: string): text is OpenStatus {
  return STATUSES.some((status) => status === text && isOpen(status));
}
