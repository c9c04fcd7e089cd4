import type { AlertHook } from '../../src/domain/policy.ts';

/** What each of the senders writes, as its documentation shows it; the names and figures are made up. */

export function anAlertHook(overrides: Partial<AlertHook> = {}): AlertHook {
  return {
    name: 'on-call',
    format: 'alertmanager',
    severities: { critical: 'SEV1', warning: 'SEV3' },
    onFiring: 'open',
    onResolved: 'resolve',
    escalationPolicy: undefined,
    ...overrides,
  };
}

interface GivenAlert {
  readonly instance?: string;
  readonly status?: 'firing' | 'resolved';
  readonly severity?: string;
  readonly summary?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
}

const GROUP = { alertname: 'BookingErrors', service: 'booking' };
const RUNBOOK = 'https://wiki.example.com/runbooks/booking';

/** Alertmanager's, of alerts that share a name and a service. */
export function fromAlertmanager(alerts: readonly GivenAlert[], overrides: object = {}) {
  const all = alerts.map(anAlertmanagerAlert);
  return {
    version: '4',
    groupKey: '{}/{severity=~"critical|warning"}:{alertname="BookingErrors", service="booking"}',
    truncatedAlerts: 0,
    status: all.some(({ status }) => status === 'firing') ? 'firing' : 'resolved',
    receiver: 'faultline',
    groupLabels: GROUP,
    commonLabels: { ...GROUP, job: 'booking-api' },
    commonAnnotations: { description: 'More than 5 % of bookings fail.', runbook_url: RUNBOOK },
    externalURL: 'http://alertmanager.example.com:9093',
    alerts: all,
    ...overrides,
  };
}

function anAlertmanagerAlert(given: GivenAlert) {
  const { instance = 'web-1', status = 'firing', severity = 'critical', startsAt = '2024-05-07T13:52:30.217Z' } = given;
  const { summary = '7 % of bookings fail', endsAt = '2024-05-07T13:59:00.217Z' } = given;
  return {
    status,
    labels: { ...GROUP, instance, job: 'booking-api', severity },
    annotations: { summary, description: 'More than 5 % of bookings fail.', runbook_url: RUNBOOK },
    startsAt,
    endsAt: status === 'firing' ? '0001-01-01T00:00:00Z' : endsAt,
    generatorURL: 'http://prometheus.example.com:9090/graph?g0.expr=booking_errors+%3E+0.05&g0.tab=1',
    fingerprint: `f1e2d3c4-${instance}`,
  };
}

/** Grafana's, of one alert. */
export function fromGrafana(alert: object = {}, overrides: object = {}) {
  const labels = { alertname: 'Payment latency', grafana_folder: 'Payments', region: 'eu-1', severity: 'warning' };
  const annotations = { summary: 'Payments take 4 s', description: 'The 95th percentile is above 2 s.' };
  return {
    receiver: 'Faultline',
    status: 'firing',
    orgId: 1,
    alerts: [
      {
        status: 'firing',
        labels,
        annotations,
        startsAt: '2024-05-07T15:55:10.000000123+02:00',
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: 'https://grafana.example.com/alerting/grafana/cdk9/view?orgId=1',
        fingerprint: 'a7c90b1d2e3f4455',
        silenceURL: 'https://grafana.example.com/alerting/silence/new?alertmanager=grafana',
        dashboardURL: 'https://grafana.example.com/d/pay?orgId=1',
        panelURL: 'https://grafana.example.com/d/pay?orgId=1&viewPanel=4',
        values: { A: 4.123456, C: 1 },
        valueString: "[ var='A' labels={region=eu-1} value=4.123456 ]",
        ...alert,
      },
    ],
    groupLabels: { alertname: 'Payment latency', grafana_folder: 'Payments' },
    commonLabels: labels,
    commonAnnotations: annotations,
    externalURL: 'https://grafana.example.com/',
    version: '1',
    groupKey: '{}/{team="payments"}:{alertname="Payment latency", grafana_folder="Payments"}',
    truncatedAlerts: 0,
    title: '[FIRING:1] Payment latency Payments (eu-1 warning)',
    state: 'alerting',
    message: '**Firing**\n\nValue: A=4.123456, C=1\n',
    ...overrides,
  };
}

/** Our own. */
export function fromScript(overrides: object = {}) {
  return { dedup_key: 'nightly-backup', status: 'firing', title: 'Nightly backup failed', ...overrides };
}
