import { describe, expect, it } from 'vitest';
import { readPolicy } from '../src/policy.ts';
import { policyProblems } from './support/policy-problems.ts';
import { wholeExample } from './support/whole-example.ts';

function policyOf(yaml: string) {
  const policy = readPolicy(yaml, 'team.yaml');
  return policy.ok ? policy.value : expect.unreachable(policyProblems(yaml).join('\n'));
}

describe('the webhooks and alert hooks of a policy file', () => {
  it('are read as the example shows them', () => {
    const { webhooks, alertHooks } = policyOf(wholeExample());

    expect(webhooks).toEqual([{ name: 'pager', format: 'pagerduty', url: 'https://events.pagerduty.com/v2/enqueue' }]);
    expect(alertHooks).toEqual([
      {
        name: 'alertmanager',
        format: 'alertmanager',
        severities: { critical: 'SEV1', warning: 'SEV3' },
        onFiring: 'open',
        onResolved: 'note',
        escalationPolicy: 'database',
      },
    ]);
  });

  it.each([
    ['format: pagerduty', 'https://events.pagerduty.com/v2/enqueue'],
    ['format: opsgenie', 'https://api.opsgenie.com/v2/alerts'],
    ['format: opsgenie, url: "https://api.eu.opsgenie.com/v2/alerts"', 'https://api.eu.opsgenie.com/v2/alerts'],
    ['format: signed, url: "http://10.0.0.7:8080/calls?from=faultline"', 'http://10.0.0.7:8080/calls?from=faultline'],
  ])('with %s go to %s', (keys, url) => {
    expect(policyOf(`webhooks: {pager: {${keys}}}`).webhooks).toMatchObject([{ url }]);
  });

  it('fill in what an alert hook leaves out', () => {
    expect(policyOf('alert_hooks: {ci: {format: plain}}').alertHooks).toEqual([
      {
        name: 'ci',
        format: 'plain',
        severities: {},
        onFiring: 'open',
        onResolved: 'note',
        escalationPolicy: undefined,
      },
    ]);
  });

  it('take what a team decided instead', () => {
    const yaml = 'alert_hooks: {ci: {format: grafana, on_firing: ignore, on_resolved: resolve}}';

    expect(policyOf(yaml).alertHooks).toMatchObject([{ onFiring: 'ignore', onResolved: 'resolve' }]);
  });

  it('give no meaning to a severity that is called like a property of objects', () => {
    const none = policyOf('alert_hooks: {constructor: {format: plain, severities: {critical: SEV1}}}').alertHooks[0];
    const some = policyOf('alert_hooks: {ci: {format: plain, severities: {constructor: SEV1}}}').alertHooks[0];

    expect(none?.name).toBe('constructor');
    expect(none?.severities.constructor).toBeUndefined();
    expect(some?.severities.constructor).toBe('SEV1');
  });
});

describe('a mistake in a webhook', () => {
  it.each([
    ['webhooks: pager', /^1:11 Write one webhook below this line/u],
    ['webhooks: {}', /^1:1 Write one webhook below this line/u],
    ['webhooks: {Pager: {format: pagerduty}}', /^1:12 Name a webhook in small letters/u],
    ['webhooks: {pager: pagerduty}', /^1:19 Write format, and url where it needs one/u],
    ['webhooks: {pager: {url: "https://a.example"}}', /^1:12 Add the line format: to pager\. Write one of signed, /u],
    ['webhooks: {pager: {format: pager-duty}}', /^1:28 Write pagerduty\./u],
    ['webhooks: {pager: {format: teams}}', /^1:28 Write one of signed, pagerduty, opsgenie\./u],
    ['webhooks: {pager: {format: signed}}', /^1:12 Add the line url: with the web address/u],
    ['webhooks: {pager: {format: signed, url: "ftp://a.example"}}', /^1:41 Write a web address/u],
    ['webhooks: {pager: {format: signed, url: "https://"}}', /^1:41 Write a web address/u],
    [
      'webhooks: {pager: {format: signed, url: "https://me:word@a.example"}}',
      /^1:41 Write a web address without user/u,
    ],
    ['webhooks: {pager: {format: opsgenie, secret: x}}', /^1:38 There is no key secret: write one of format, url\./u],
  ])('is told in %j', (yaml, expected) => {
    expect(policyProblems(yaml)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('a mistake in an alert hook', () => {
  it.each([
    ['alert_hooks: grafana', /^1:14 Write one alert hook below this line/u],
    ['alert_hooks: {a_b: {format: plain}}', /^1:15 Name an alert hook in small letters/u],
    ['alert_hooks: {ci: plain}', /^1:19 Write format, and what else it needs/u],
    ['alert_hooks: {ci: {format: prometheus}}', /^1:28 Write one of alertmanager, grafana, plain\./u],
    ['alert_hooks: {ci: {format: plain, on_firing: opens}}', /^1:46 Write open\./u],
    ['alert_hooks: {ci: {format: plain, on_resolved: close}}', /^1:48 Write one of resolve, note\./u],
    ['alert_hooks: {ci: {format: plain, severities: SEV1}}', /^1:47 Write our severity for each of theirs/u],
    ['alert_hooks: {ci: {format: plain, severities: {high:SEV1}}}', /^1:48 .* after a colon and a blank/u],
    ['alert_hooks: {ci: {format: plain, severities: {high: sev1}}}', /^1:48 Write one of SEV1, .* or list sev1/u],
    ['alert_hooks: {ci: {format: plain, escalation_policy: web}}', /^1:35 List web under escalation_policies\./u],
    [
      'webhooks: {ci: {format: pagerduty}}\nalert_hooks: {ci: {format: plain}}',
      /^2:15 Name this alert hook otherwise, such as ci-alerts: there is a webhook ci/u,
    ],
  ])('is told in %j', (yaml, expected) => {
    expect(policyProblems(yaml)).toEqual([expect.stringMatching(expected)]);
  });
});
