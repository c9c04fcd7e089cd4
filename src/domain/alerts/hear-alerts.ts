import { addMilliseconds, DAY, type Instant, later } from '../time.ts';
import type { Alert, AlertNotice } from './alert.ts';

/** What was last heard of an alert. */
export interface HeardAlert {
  readonly fingerprint: string;
  /** As it was told; missing where it was not. */
  readonly startedAt: Instant | undefined;
  /** Missing while it fires. */
  readonly endedAt: Instant | undefined;
  /** Whether that is by the sender's clock; else it is when we heard of it, by ours. */
  readonly isEndTold: boolean;
  /** The hash of its words, by which a change is known. */
  readonly words: string;
}

export interface Hearing {
  readonly heard: readonly HeardAlert[];
  /** What is new in the notice; a mere repetition is in none of these. */
  readonly fired: readonly Alert[];
  readonly ended: readonly Alert[];
  readonly changed: readonly Alert[];
  /** All alerts of the notice that fire by now, new or not. */
  readonly firing: readonly Alert[];
  /** Whether every alert of the group is over, as far as we were told. */
  readonly isOver: boolean;
}

interface Circumstances {
  readonly now: Instant;
  /** When the incident that the group belongs to was resolved, closed or canceled; missing while users are hurt. */
  readonly incidentOverAt: Instant | undefined;
  readonly hash: (text: string) => string;
}

interface Heard {
  readonly news: 'fired' | 'ended' | 'changed' | undefined;
  readonly heard: HeardAlert;
}

/** How long an end is remembered of which no notice speaks any more. */
const REMEMBERED = DAY;

/**
 * Compares a notice with what was heard before, whatever the order in which notices arrive: an alert that began before
 * its last known end has been over since, and an end before its last known beginning belongs to an earlier time. Only
 * what was told is compared so: its sender's clock is not ours.
 */
export function hearAlerts(before: readonly HeardAlert[], notice: AlertNotice, circumstances: Circumstances): Hearing {
  const told = new Set(notice.alerts.map(({ fingerprint }) => fingerprint));
  const oldest = addMilliseconds(circumstances.now, -REMEMBERED);
  const heard = new Map(
    before
      .filter(({ fingerprint, endedAt }) => told.has(fingerprint) || endedAt === undefined || endedAt >= oldest)
      .map((alert) => [alert.fingerprint, alert]),
  );
  const news = { fired: [] as Alert[], ended: [] as Alert[], changed: [] as Alert[] };
  for (const alert of notice.alerts) {
    const outcome = hear(heard.get(alert.fingerprint), alert, circumstances);
    heard.set(alert.fingerprint, outcome.heard);
    if (outcome.news !== undefined) {
      news[outcome.news].push(alert);
    }
  }
  const fires = (fingerprint: string) => heard.get(fingerprint)?.endedAt === undefined;
  return {
    ...news,
    heard: [...heard.values()],
    firing: notice.alerts.filter(({ isFiring, fingerprint }) => isFiring && fires(fingerprint)),
    isOver: notice.untold === 0 && [...heard.keys()].every((fingerprint) => !fires(fingerprint)),
  };
}

/** When it began or ended, and never later than now: clocks differ. */
export function toldAt(at: Instant | undefined, now: Instant): Instant {
  return at === undefined || at > now ? now : at;
}

function hear(known: HeardAlert | undefined, alert: Alert, circumstances: Circumstances): Heard {
  const words = circumstances.hash(JSON.stringify([alert.name, alert.text]));
  return alert.isFiring
    ? hearFiring(known, { ...alert, words }, circumstances)
    : hearEnd(known, { ...alert, words }, circumstances);
}

function hearFiring(
  known: HeardAlert | undefined,
  alert: Alert & Pick<HeardAlert, 'words'>,
  { now, incidentOverAt }: Circumstances,
): Heard {
  const { fingerprint, words } = alert;
  const startedAt = alert.startedAt && toldAt(alert.startedAt, now);
  const fired: Heard = {
    news: 'fired',
    heard: { fingerprint, startedAt, endedAt: undefined, isEndTold: false, words },
  };
  if (known === undefined) {
    return fired;
  }
  if (known.endedAt !== undefined) {
    return isOverSince(known, startedAt) ? { news: undefined, heard: known } : fired;
  }
  if (incidentOverAt !== undefined && (startedAt ?? now) > incidentOverAt) {
    return fired;
  }
  return {
    news: words === known.words ? undefined : 'changed',
    heard: { ...known, words, startedAt: lastOf(known.startedAt, startedAt) },
  };
}

/** Whether what began then is known to have ended. Without a told end, only what had begun by the last beginning is. */
function isOverSince(
  { startedAt: lastStartedAt, endedAt, isEndTold }: HeardAlert,
  startedAt: Instant | undefined,
): boolean {
  if (startedAt === undefined || endedAt === undefined) {
    return false;
  }
  return isEndTold ? startedAt < endedAt : lastStartedAt !== undefined && startedAt <= lastStartedAt;
}

function hearEnd(
  known: HeardAlert | undefined,
  alert: Alert & Pick<HeardAlert, 'words'>,
  { now }: Circumstances,
): Heard {
  const { fingerprint, words } = alert;
  const end = { endedAt: toldAt(alert.endedAt, now), isEndTold: alert.endedAt !== undefined };
  if (known === undefined) {
    const startedAt = alert.startedAt && toldAt(alert.startedAt, now);
    return { news: 'ended', heard: { fingerprint, startedAt, ...end, words } };
  }
  if (end.isEndTold && known.startedAt !== undefined && end.endedAt < known.startedAt) {
    return { news: undefined, heard: known };
  }
  const { endedAt, isEndTold } = known;
  if (endedAt === undefined) {
    return { news: 'ended', heard: { ...known, ...end, words } };
  }
  return { news: undefined, heard: { ...known, ...lastEnd({ endedAt, isEndTold }, end) } };
}

type End = { readonly endedAt: Instant } & Pick<HeardAlert, 'isEndTold'>;

/** One that was told stands above one that was not. */
function lastEnd(one: End, other: End): End {
  if (one.isEndTold !== other.isEndTold) {
    return one.isEndTold ? one : other;
  }
  return one.endedAt < other.endedAt ? other : one;
}

function lastOf(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return one === undefined || other === undefined ? (one ?? other) : later(one, other);
}
