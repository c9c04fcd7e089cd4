import type { Alert } from '../../domain/alerts/alert.ts';
import { toldAt } from '../../domain/alerts/hear-alerts.ts';
import { tellAlerts } from '../../domain/alerts/tell-alerts.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { moveTo, type OpenStatus, reopen } from '../../domain/incident/status.ts';
import type { Instant } from '../../domain/time.ts';
import { audit } from '../audit.ts';
import { enqueue } from '../enqueue.ts';
import { recordMove } from '../incident/record-move.ts';
import type { Records } from '../ports.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { callForHelp } from './call-for-help.ts';
import type { AlertPorts, HeardNotice } from './receive-alert.ts';

/**
 * Adds what is new to the incident that the alerts belong to. What fires again before it is closed reopens it; it is
 * resolved once all alerts are over, where the policy says so and nobody did before.
 */
export async function followAlerts(
  ports: AlertPorts,
  records: Records,
  before: Incident,
  heard: HeardNotice,
): Promise<void> {
  const { fired, changed, ended } = heard.hearing;
  if (fired.length === 0 && changed.length === 0 && ended.length === 0) {
    return;
  }
  const incident = await saveUnchanged(records, before);
  if (fired.length > 0) {
    await followFired(ports, records, incident, heard);
  }
  if (changed.length > 0) {
    const text = tellAlerts(changed, { one: 'Alert says now: ', many: 'alerts say now' });
    await note(ports, records, incident, heard, { text, at: heard.now, alerts: changed });
  }
  if (ended.length > 0) {
    await followEnded(ports, records, incident, heard);
  }
}

/** So that it cannot end at the same instant: what fires then would be noted where nobody looks any more. */
async function saveUnchanged(records: Records, incident: Incident): Promise<Incident> {
  await records.incidents.save(incident);
  return { ...incident, version: incident.version + 1 };
}

async function followFired(ports: AlertPorts, records: Records, incident: Incident, heard: HeardNotice): Promise<void> {
  const { hook, hearing, now } = heard;
  const alerts = hearing.fired;
  const reopened = reopen(incident);
  if (reopened.ok && hook.onFiring === 'open') {
    const step = { before: incident, after: reopened.value, status: 'investigating' } as const;
    const text = tellAlerts(alerts, { one: 'Alert fires again: ', many: 'alerts fire again' });
    await move(ports, records, heard, { ...step, text });
    await callForHelp(ports, records, heard, { incident: reopened.value, reason: text });
  } else {
    const [at = now] = alerts.map(({ startedAt }) => toldAt(startedAt, now)).sort();
    const text = tellAlerts(alerts, { one: 'Alert fires: ', many: 'more alerts fire' });
    await note(ports, records, incident, heard, { text, at, alerts });
  }
}

async function followEnded(ports: AlertPorts, records: Records, incident: Incident, heard: HeardNotice): Promise<void> {
  const { hook, hearing, now } = heard;
  const alerts = hearing.ended;
  const text = tellAlerts(alerts, { one: 'Alert is over: ', many: 'alerts are over' });
  const resolved = moveTo(incident, 'resolved', now);
  if (resolved.ok && hearing.isOver && hook.onResolved === 'resolve') {
    await move(ports, records, heard, { before: incident, after: resolved.value, status: 'resolved', text });
  } else {
    const [at = now] = alerts
      .map(({ endedAt }) => toldAt(endedAt, now))
      .sort()
      .reverse();
    await note(ports, records, incident, heard, { text, at, alerts });
  }
}

async function move(
  ports: AlertPorts,
  records: Records,
  { bot, now }: HeardNotice,
  step: { readonly before: Incident; readonly after: Incident; readonly status: OpenStatus; readonly text: string },
): Promise<void> {
  const { before, after, status, text } = step;
  await records.incidents.save(after);
  await recordMove(ports, records, { personId: bot, before, status, text, action: 'receive-alert', now });
}

async function note(
  ports: AlertPorts,
  records: Records,
  incident: Incident,
  { bot, hook, now }: HeardNotice,
  noted: { readonly text: string; readonly at: Instant; readonly alerts: readonly Alert[] },
): Promise<void> {
  const { text, at, alerts } = noted;
  const permalink = alerts.find(({ link }) => link !== undefined)?.link;
  const happening = { incident, kind: 'note', text, at, now, saidBy: undefined, recordedBy: bot, permalink } as const;
  const event = await recordEvent(ports, records, happening);
  if (event !== undefined) {
    await enqueue(records, incident.id, now, { kind: 'post-event-line', eventId: event.id });
    await audit(records, incident, {
      by: bot,
      now,
      action: 'receive-alert',
      details: { event: event.id, hook: hook.name, at },
    });
  }
}
