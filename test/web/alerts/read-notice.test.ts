import { describe, expect, it } from 'vitest';
import type { AlertNotice } from '../../../src/domain/alerts/alert.ts';
import type { AlertHook } from '../../../src/domain/policy.ts';
import { readNotice } from '../../../src/web/alerts/read-notice.ts';
import { fromAlertmanager, fromGrafana, fromScript } from '../../support/alert-payloads.ts';

function read(format: AlertHook['format'], payload: unknown): AlertNotice {
  const notice = readNotice(format, JSON.stringify(payload), (text) => `#${text}`);
  if (!notice.ok) {
    throw new Error(notice.refusal.sentence);
  }
  return notice.value;
}

function refused(format: AlertHook['format'], body: string): string {
  const notice = readNotice(format, body, (text) => text);
  return notice.ok ? 'taken' : `${notice.refusal.status} ${notice.refusal.sentence}`;
}

describe('a notice of Alertmanager', () => {
  it('is read with its alerts', () => {
    const notice = read('alertmanager', fromAlertmanager([{}, { instance: 'web-2', status: 'resolved' }]));

    expect(notice).toEqual({
      dedupKey: '{}/{severity=~"critical|warning"}:{alertname="BookingErrors", service="booking"}',
      title: 'BookingErrors (service=booking)',
      text: 'More than 5 % of bookings fail.\nRunbook: https://wiki.example.com/runbooks/booking',
      untold: 0,
      alerts: [
        {
          fingerprint: 'f1e2d3c4-web-1',
          isFiring: true,
          name: 'BookingErrors',
          text: '7 % of bookings fail',
          details: ['instance=web-1'],
          severity: 'critical',
          startedAt: '2024-05-07T13:52:30.217Z',
          endedAt: undefined,
          link: 'http://prometheus.example.com:9090/graph?g0.expr=booking_errors+%3E+0.05&g0.tab=1',
        },
        expect.objectContaining({
          fingerprint: 'f1e2d3c4-web-2',
          isFiring: false,
          endedAt: '2024-05-07T13:59:00.217Z',
        }),
      ],
    });
  });

  it('is called by the summary that its alerts share', () => {
    const shared = { commonAnnotations: { summary: 'Bookings fail' } };

    expect(read('alertmanager', fromAlertmanager([{}], shared)).title).toBe('Bookings fail');
  });

  it('tells how many alerts it leaves out', () => {
    expect(read('alertmanager', fromAlertmanager([{}], { truncatedAlerts: 3 })).untold).toBe(3);
  });

  it('is read without what it need not have, and with what nobody knows', () => {
    const bare = { status: 'firing', labels: { b: '2', a: '1' }, startsAt: '0001-01-01T00:00:00Z', new: { x: 1 } };

    const notice = read('alertmanager', { version: '4', groupKey: '{}:{}', alerts: [bare], commonLabels: null });

    expect(notice.title).toBe('Alert');
    expect(notice.alerts).toEqual([
      expect.objectContaining({
        fingerprint: '#[["a","1"],["b","2"]]',
        name: 'Alert',
        text: '',
        startedAt: undefined,
        link: undefined,
      }),
    ]);
  });
});

describe('a notice of Grafana', () => {
  it('is read with figures and the link to its panel', () => {
    const notice = read('grafana', fromGrafana());

    expect(notice).toMatchObject({
      title: 'Payments take 4 s',
      text: 'The 95th percentile is above 2 s.',
      alerts: [
        {
          fingerprint: 'a7c90b1d2e3f4455',
          name: 'Payment latency',
          text: 'Payments take 4 s',
          details: ['grafana_folder=Payments', 'region=eu-1', 'A=4.123', 'C=1'],
          severity: 'warning',
          startedAt: '2024-05-07T13:55:10.000Z',
          link: 'https://grafana.example.com/d/pay?orgId=1&viewPanel=4',
        },
      ],
    });
  });

  it.each<[string, object, readonly string[], string]>([
    ['no values', { values: null, valueString: '' }, [], 'https://grafana.example.com/d/pay?orgId=1&viewPanel=4'],
    [
      'values in a text',
      { values: undefined, valueString: '[ value=4 ]', panelURL: '' },
      ['[ value=4 ]'],
      'https://grafana.example.com/d/pay?orgId=1',
    ],
    [
      'values that are no numbers',
      { values: { A: 'NaN', B: 2 } },
      ['B=2'],
      'https://grafana.example.com/d/pay?orgId=1&viewPanel=4',
    ],
  ])('is read with %s', (_, alert, figures, link) => {
    const [read1] = read('grafana', fromGrafana(alert)).alerts;

    expect(read1?.details.slice(2)).toEqual(figures);
    expect(read1?.link).toBe(link);
  });
});

describe('a plain notice', () => {
  it('is one alert', () => {
    const payload = fromScript({
      text: 'Disk full',
      severity: 'warning',
      at: '2024-05-07T13:00:00Z',
      link: 'https://ci.example.com/7',
    });

    expect(read('plain', payload)).toEqual({
      dedupKey: 'nightly-backup',
      title: 'Nightly backup failed',
      text: '',
      untold: 0,
      alerts: [
        {
          fingerprint: 'plain',
          isFiring: true,
          name: 'Nightly backup failed',
          text: 'Disk full',
          details: [],
          severity: 'warning',
          startedAt: '2024-05-07T13:00:00.000Z',
          endedAt: undefined,
          link: 'https://ci.example.com/7',
        },
      ],
    });
  });

  it('tells its end by the same time', () => {
    const [alert] = read('plain', fromScript({ status: 'resolved', at: '2024-05-07T15:00:00+02:00' })).alerts;

    expect(alert).toMatchObject({ isFiring: false, startedAt: undefined, endedAt: '2024-05-07T13:00:00.000Z' });
  });

  it.each(['javascript:alert(1)', 'ci.example.com', '', 'https://'])('has no link where that is %j', (link) => {
    expect(read('plain', fromScript({ link })).alerts[0]?.link).toBeUndefined();
  });
});

describe('readNotice', () => {
  const firing = fromAlertmanager([{}]);
  const [alert] = firing.alerts;

  it.each<[string, AlertHook['format'], unknown, RegExp]>([
    ['no alerts', 'alertmanager', { ...firing, alerts: [] }, /^422 alerts: /u],
    ['another version', 'alertmanager', { ...firing, version: '5' }, /^422 version: /u],
    ['no key', 'alertmanager', { ...firing, groupKey: '' }, /^422 groupKey: /u],
    [
      'labels that are a text',
      'alertmanager',
      { ...firing, alerts: [{ ...alert, labels: 'x' }] },
      /^422 alerts\[0\]\.labels: /u,
    ],
    [
      'a label that is a number',
      'alertmanager',
      { ...firing, alerts: [alert, { ...alert, labels: { job: 3 } }] },
      /^422 alerts\[1\]\.labels\.job: /u,
    ],
    ['another status', 'grafana', fromGrafana({ status: 'pending' }), /^422 alerts\[0\]\.status: /u],
    ['no time', 'grafana', fromGrafana({ startsAt: 'yesterday' }), /^422 alerts\[0\]\.startsAt: no instant as in /u],
    [
      'a time that is none',
      'grafana',
      fromGrafana({ startsAt: '2024-13-45T00:00:00Z' }),
      /^422 alerts\[0\]\.startsAt: /u,
    ],
    ['a negative count', 'grafana', fromGrafana({}, { truncatedAlerts: -1 }), /^422 truncatedAlerts: /u],
    ['a blank title', 'plain', fromScript({ title: ' ' }), /^422 title: /u],
    ['no key of ours', 'plain', { status: 'firing', title: 't' }, /^422 dedup_key: /u],
    ['a list', 'plain', [], /^422 the body: /u],
    ['nothing', 'plain', null, /^422 the body: /u],
  ])('refuses %s, and says where', (_, format, payload, sentence) => {
    expect(refused(format, JSON.stringify(payload))).toMatch(sentence);
  });

  it.each(['', '{', 'dedup_key=x', '{"a":1}}', '\u0000'])('refuses %j as no JSON', (body) => {
    expect(refused('plain', body)).toBe('400 The body is no JSON.');
  });

  it('is not led astray by names that every object has', () => {
    const labels = '{"__proto__":"x","constructor":"y","alertname":"A"}';
    const body = `{"version":"4","groupKey":"k","__proto__":{"polluted":1},"commonLabels":${labels},
      "alerts":[{"status":"firing","labels":${labels},"startsAt":"2024-05-07T13:00:00Z"}]}`;

    const notice = readNotice('alertmanager', body, (text) => text);

    expect(notice).toMatchObject({ ok: true, value: { title: 'A', alerts: [{ details: ['constructor=y'] }] } });
    expect({}).not.toHaveProperty('polluted');
  });

  it('reads what is nested deeper than any stack, as long as it is of no interest', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);

    expect(refused('plain', `{"dedup_key":"k","status":"firing","title":"t","more":${deep}}`)).toBe('taken');
    expect(refused('plain', deep)).toMatch(/^422 the body: /u);
    expect(refused('grafana', JSON.stringify(fromGrafana()).replace('{"A":4.123456,"C":1}', `{"A":${deep}}`))).toBe(
      'taken',
    );
  });

  it('never answers with what was sent', () => {
    const sentence = refused(
      'plain',
      JSON.stringify(fromScript({ status: 'hunter2', at: 'hunter2', severity: ['hunter2'] })),
    );

    expect(sentence).not.toContain('hunter2');
  });
});
