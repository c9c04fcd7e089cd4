import { describe, expect, it } from 'vitest';
import { checkHookSecrets, findHookSecret, hookSecretVariable } from '../src/config-hook-secrets.ts';
import type { AlertHook, Webhook } from '../src/domain/policy.ts';
import { defaultPolicy } from '../src/policy.ts';

function aWebhook(overrides: Partial<Webhook>): Webhook {
  return { name: 'pager', format: 'signed', url: 'https://example.com', ...overrides };
}

function anAlertHook(overrides: Partial<AlertHook>): AlertHook {
  return {
    name: 'ci',
    format: 'plain',
    severities: {},
    onFiring: 'open',
    onResolved: 'note',
    escalationPolicy: undefined,
    ...overrides,
  };
}

describe('findHookSecret', () => {
  it('looks the name up in capitals, with _ for -', () => {
    const secrets = new Map([['NIGHT_PAGER_2', 'key']]);

    expect(hookSecretVariable('night-pager-2')).toBe('HOOK_SECRET_NIGHT_PAGER_2');
    expect(findHookSecret(secrets, 'night-pager-2')).toBe('key');
    expect(findHookSecret(secrets, 'pager')).toBeUndefined();
  });
});

describe('checkHookSecrets', () => {
  it('asks for nothing where the policy names no hooks', () => {
    expect(checkHookSecrets(new Map(), defaultPolicy)).toEqual([]);
  });

  it.each([
    [aWebhook({}), /^HOOK_SECRET_PAGER is missing: .* signed with; make one with "openssl rand -hex 32"/u],
    [aWebhook({ format: 'pagerduty' }), /^HOOK_SECRET_PAGER is missing: .* integration key .* PagerDuty\.$/u],
    [aWebhook({ format: 'opsgenie' }), /^HOOK_SECRET_PAGER is missing: .* API key .* Opsgenie\.$/u],
  ])('says where to get the secret of %o', (webhook, expected) => {
    const policy = { ...defaultPolicy, webhooks: [webhook] };

    expect(checkHookSecrets(new Map(), policy)).toEqual([expect.stringMatching(expected)]);
    expect(checkHookSecrets(new Map([['PAGER', 'k'.repeat(16)]]), policy)).toEqual([]);
  });

  it('takes no short secret for our own signature', () => {
    const policy = { ...defaultPolicy, webhooks: [aWebhook({})] };
    expect(checkHookSecrets(new Map([['PAGER', 'k'.repeat(15)]]), policy)).toEqual([
      expect.stringMatching(/^HOOK_SECRET_PAGER is malformed: /u),
    ]);
  });

  it.each([
    [
      anAlertHook({}),
      undefined,
      /^HOOK_SECRET_CI is missing: .*\/hooks\/alerts\/ci, 16 characters or more; .* what sends/u,
    ],
    [anAlertHook({ format: 'grafana' }), undefined, /^HOOK_SECRET_CI is missing: .* set it in Grafana too\.$/u],
    [
      anAlertHook({ format: 'alertmanager' }),
      'a'.repeat(15),
      /^HOOK_SECRET_CI is malformed: .* in Alertmanager too\.$/u,
    ],
  ])('says where to set the secret of %o', (hook, secret, expected) => {
    const policy = { ...defaultPolicy, alertHooks: [hook] };
    const secrets = new Map(secret === undefined ? [] : [['CI', secret]]);

    expect(checkHookSecrets(secrets, policy)).toEqual([expect.stringMatching(expected)]);
    expect(checkHookSecrets(new Map([['CI', 'a'.repeat(16)]]), policy)).toEqual([]);
  });

  it.each([
    'correct horse battery staple',
    'секретсекретсекрет',
    'sixteen-and-é-more',
    'two-lines-of-more\nthan-sixteen',
  ])('takes no secret that cannot be sent in a header: %j', (secret) => {
    const policy = {
      ...defaultPolicy,
      webhooks: [
        aWebhook({ format: 'opsgenie' }),
        aWebhook({ name: 'ours' }),
        aWebhook({ name: 'duty', format: 'pagerduty' }),
      ],
      alertHooks: [anAlertHook({})],
    };
    const secrets = new Map(['PAGER', 'OURS', 'DUTY', 'CI'].map((name) => [name, secret]));

    const problems = checkHookSecrets(secrets, policy);

    expect(problems).toEqual([
      expect.stringMatching(/^HOOK_SECRET_PAGER is malformed: .* Opsgenie\. .*no blanks.*\.$/u),
      expect.stringMatching(/^HOOK_SECRET_CI is malformed: .* sends the alerts too\. .*no blanks.*\.$/u),
    ]);
    expect(problems.join()).not.toContain(secret);
  });
});
