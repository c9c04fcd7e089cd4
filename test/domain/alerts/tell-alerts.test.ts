import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alerts/alert.ts';
import { alertSeverity } from '../../../src/domain/alerts/alert-severity.ts';
import { tellAlerts } from '../../../src/domain/alerts/tell-alerts.ts';
import { defaultPolicy } from '../../../src/policy.ts';
import { anAlertHook } from '../../support/alert-payloads.ts';

const heading = { one: 'Alert fires: ', many: 'alerts fire' };

function anAlert(overrides: Partial<Alert> = {}): Alert {
  return {
    ...{ fingerprint: 'a', isFiring: true, name: 'BookingErrors', text: '', details: [], severity: undefined },
    ...{ startedAt: undefined, endedAt: undefined, link: undefined },
    ...overrides,
  };
}

describe('tellAlerts', () => {
  it.each<[string, readonly Alert[], string]>([
    ['nothing of none', [], ''],
    ['one by its name', [anAlert()], 'Alert fires: BookingErrors'],
    ['its words once', [anAlert({ text: 'BookingErrors' })], 'Alert fires: BookingErrors'],
    [
      'words and details in one line',
      [anAlert({ text: 'Bookings\n fail', details: ['job=api', 'A=4'] })],
      'Alert fires: BookingErrors: Bookings fail (job=api, A=4)',
    ],
    ['several one a line', [anAlert(), anAlert({ name: 'Down' })], '2 alerts fire:\n• BookingErrors\n• Down'],
  ])('tells %s', (_, alerts, expected) => {
    expect(tellAlerts(alerts, heading)).toBe(expected);
  });

  it('cuts what nobody reads, and says so', () => {
    const long = anAlert({ text: '😀'.repeat(600), details: Array.from({ length: 9 }, (_, index) => `l${index}=v`) });

    const lines = tellAlerts(
      Array.from({ length: 12 }, () => long),
      heading,
    ).split('\n');

    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toBe('and 2 more');
    expect(lines[1]).toBe(`• BookingErrors: ${'😀'.repeat(499)}… (l0=v, l1=v, l2=v, l3=v, l4=v, l5=v, 3 more)`);
  });
});

describe('alertSeverity', () => {
  it.each([
    [['warning'], 'SEV3'],
    [['warning', 'critical'], 'SEV1'],
    [['page'], 'SEV3'],
    [[undefined], 'SEV3'],
    [['toString', '__proto__'], 'SEV3'],
    [['gone'], 'SEV3'],
  ])('of %j is %s', (severities, expected) => {
    const hook = anAlertHook({ severities: { critical: 'SEV1', warning: 'SEV3', gone: 'SEV9' } });

    expect(
      alertSeverity(
        severities.map((severity) => anAlert({ severity })),
        hook,
        defaultPolicy,
      ),
    ).toBe(expected);
  });
});
