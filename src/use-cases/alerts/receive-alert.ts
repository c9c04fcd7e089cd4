import { type AlertNotice, NAMELESS } from '../../domain/alerts/alert.ts';
import { alertSeverity } from '../../domain/alerts/alert-severity.ts';
import { type HeardAlert, type Hearing, hearAlerts, toldAt } from '../../domain/alerts/hear-alerts.ts';
import { tellAlerts } from '../../domain/alerts/tell-alerts.ts';
import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { isOpen } from '../../domain/incident/status.ts';
import { headline } from '../../domain/incident/title.ts';
import type { AlertHook } from '../../domain/policy.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { openIncident } from '../incident/open-incident.ts';
import type { Ports, Records } from '../ports.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { callForHelp } from './call-for-help.ts';
import { followAlerts } from './follow-alerts.ts';

export type AlertPorts = Pick<Ports, 'database' | 'clock' | 'ids' | 'hash' | 'wake' | 'policy'>;

export interface ReceivedNotice {
  readonly teamId: TeamId;
  /** Who the bot itself is: it declares what an alert opens. */
  readonly bot: PersonId;
  readonly hook: AlertHook;
  readonly notice: AlertNotice;
}

/** A notice, and what is new in it. */
export interface HeardNotice extends ReceivedNotice {
  readonly hearing: Hearing;
  readonly now: Instant;
}

/**
 * Opens an incident for alerts that fire, or adds what is new to the one that they belong to, in one transaction. Answers
 * with that incident. What was heard before tells a repeated notice, not the key of a delivery: an alert that tells no
 * time is the same to the letter each time it fires.
 */
export async function receiveAlert(ports: AlertPorts, received: ReceivedNotice): Promise<readonly Incident[]> {
  const { teamId, hook, notice } = received;
  const now = ports.clock.now();
  const outcome = await ports.database.transaction<readonly Incident[], never>(async (records) => {
    const key = { teamId, hook: hook.name, dedupKey: ports.hash(notice.dedupKey) };
    const group = await records.alerts.find(key);
    const last = group?.incidentId && (await records.incidents.find(group.incidentId));
    const incidentOverAt = last?.closedAt ?? last?.resolvedAt;
    const hearing = hearAlerts(group?.heard ?? [], notice, { now, incidentOverAt, hash: ports.hash });
    const heard = { ...received, hearing, now };

    if (last !== undefined && isOpen(last.status)) {
      await followAlerts(ports, records, last, heard);
      await records.alerts.save({ ...key, incidentId: last.id, heard: hearing.heard, lastHeardAt: now });
      return accept([last]);
    }
    if (hearing.fired.length === 0) {
      await records.alerts.save({ ...key, incidentId: last?.id, heard: hearing.heard, lastHeardAt: now });
      return accept([]);
    }
    if (hook.onFiring === 'ignore') {
      return accept([]);
    }
    const incident = await open(ports, records, heard);
    const kept = hearing.heard.filter((alert) => belongsTo(notice, alert));
    await records.alerts.save({ ...key, incidentId: incident.id, heard: kept, lastHeardAt: now });
    return accept([incident]);
  });
  ports.wake();
  return outcome.ok ? outcome.value : [];
}

/** What fired in an earlier incident and is not told any more is none of the next one. */
function belongsTo({ alerts }: AlertNotice, { fingerprint, endedAt }: HeardAlert): boolean {
  return endedAt !== undefined || alerts.some((alert) => alert.fingerprint === fingerprint);
}

async function open(
  ports: AlertPorts,
  records: Records,
  { teamId, bot, hook, notice, hearing, now }: HeardNotice,
): Promise<Incident> {
  const { firing, fired } = hearing;
  const { title, summary } = headline(notice.title.trim() === '' ? NAMELESS : notice.title);
  const text = tellAlerts(firing, { one: '', many: 'alerts fire' });
  const link = firing.find((alert) => alert.link !== undefined)?.link;
  const incident = await openIncident(ports, records, {
    teamId,
    personId: bot,
    title,
    summary: [summary, text === title ? '' : text, notice.text, link ?? ''].filter((part) => part !== '').join('\n\n'),
    severity: alertSeverity(firing, hook, ports.policy),
    isDrill: false,
    isPrivate: false,
    impactStartedAt: undefined,
    declaredFor: `the alert hook ${hook.name}`,
    answerTo: undefined,
    now,
  });
  const [first = now] = fired.map(({ startedAt }) => toldAt(startedAt, now)).sort();
  await recordEvent(ports, records, {
    incident,
    kind: 'detected',
    text,
    at: first,
    now,
    saidBy: undefined,
    recordedBy: bot,
    permalink: link,
  });
  await callForHelp(ports, records, { bot, hook, now }, { incident, reason: text });
  return incident;
}
