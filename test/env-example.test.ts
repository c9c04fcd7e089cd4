import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ADVICE } from '../src/config-advice.ts';
import { hookSecretVariable } from '../src/config-hook-secrets.ts';
import { readPolicy } from '../src/policy.ts';
import { wholeExample } from './support/whole-example.ts';

const lines = readFileSync('.env.example', 'utf8').split('\n');
const assignments = lines.flatMap((line, index) => {
  const [, name, value = ''] = /^(?:# )?([A-Z][A-Z_]+)=(.*)$/u.exec(line) ?? [];
  return name === undefined ? [] : [{ name, value, above: lines[index - 1] ?? '' }];
});

/** Those that `faultline.example.yaml` shows the need of. */
function hookSecrets(): readonly string[] {
  const policy = readPolicy(wholeExample(), 'faultline.example.yaml');
  return policy.ok
    ? [...policy.value.webhooks, ...policy.value.alertHooks].map(({ name }) => hookSecretVariable(name))
    : [];
}

describe('.env.example', () => {
  it('names every variable that is read, and no other', () => {
    const names = new Set(assignments.map(({ name }) => name));

    expect([...names].sort()).toEqual([...Object.keys(ADVICE), ...hookSecrets()].sort());
  });

  it('says something above each', () => {
    const bare = assignments.filter(({ above }) => !above.startsWith('# '));

    expect(bare).toEqual([]);
  });

  it('shows values that are accepted', () => {
    const shown = Object.fromEntries(assignments.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])));

    expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', ...shown })).toMatchObject({ ok: true });
  });
});
