import { accept, type Result, refuse } from '../result.ts';
import type { Instant } from '../time.ts';

/** In the order in which an incident usually goes through them. */
export const STATUSES = ['investigating', 'identified', 'monitoring', 'resolved', 'closed'] as const;

export type Status = (typeof STATUSES)[number];

/** The statuses that people set; `closed` comes from closing, which also drafts the postmortem. */
export type OpenStatus = Exclude<Status, 'closed'>;

export type StatusRefusal =
  | { readonly kind: 'incident-closed' }
  | { readonly kind: 'status-unchanged'; readonly status: Status }
  | { readonly kind: 'not-resolved'; readonly status: Status }
  | { readonly kind: 'not-ended'; readonly status: Status };

interface Progress {
  readonly status: Status;
  readonly resolvedAt: Instant | undefined;
  readonly closedAt: Instant | undefined;
}

/** Any move between the first four is allowed; going back from `resolved` takes the instant of resolution back. */
export function moveTo<T extends Progress>(incident: T, status: OpenStatus, now: Instant): Result<T, StatusRefusal> {
  if (incident.status === 'closed') {
    return refuse({ kind: 'incident-closed' });
  }
  if (incident.status === status) {
    return refuse({ kind: 'status-unchanged', status });
  }
  return accept({ ...incident, status, resolvedAt: status === 'resolved' ? now : undefined });
}

export function close<T extends Progress>(incident: T, now: Instant): Result<T, StatusRefusal> {
  if (incident.status === 'closed') {
    return refuse({ kind: 'incident-closed' });
  }
  if (incident.status !== 'resolved') {
    return refuse({ kind: 'not-resolved', status: incident.status });
  }
  return accept({ ...incident, status: 'closed', closedAt: now });
}

/** Takes back that it is over: users are hurt again, or still. */
export function reopen<T extends Progress>(incident: T): Result<T, StatusRefusal> {
  if (incident.status !== 'resolved' && incident.status !== 'closed') {
    return refuse({ kind: 'not-ended', status: incident.status });
  }
  return accept({ ...incident, status: 'investigating', resolvedAt: undefined, closedAt: undefined });
}

/** What the timeline calls a move. */
export function kindOfMove(from: Status, to: OpenStatus): 'resolved' | 'reopened' | 'status-changed' {
  if (to === 'resolved') {
    return 'resolved';
  }
  return from === 'resolved' || from === 'closed' ? 'reopened' : 'status-changed';
}

export function isOpenStatus(text: string): text is OpenStatus {
  return text !== 'closed' && STATUSES.some((status) => status === text);
}
