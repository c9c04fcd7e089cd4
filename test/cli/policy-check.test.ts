import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policyCheck } from '../../src/cli/policy-check.ts';
import { memoryPrint } from '../support/memory-print.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { wholeExample } from '../support/whole-example.ts';

function check(text: string) {
  const file = join(temporaryFolder(), 'team.yaml');
  writeFileSync(file, text);
  const print = memoryPrint();
  return { code: policyCheck({ file, env: {}, print }), file, ...print };
}

describe('policyCheck', () => {
  it('sums up a file that is fine', () => {
    const { code, file, lines, complaints } = check('announcement_channel: incidents');

    expect(code).toBe(0);
    expect(complaints).toEqual([]);
    expect(lines).toEqual([
      `${file} is fine: severities SEV1, SEV2, SEV3, SEV4 (SEV3 unless said); announcements in #incidents; channels inc-{number}-{title}; 10 reactions; reminders at 09:00.`,
    ]);
  });

  it('names who can be called, and the secrets that this needs', () => {
    const { code, file, lines } = check(wholeExample());

    expect(code).toBe(0);
    expect(lines).toEqual([
      `${file} is fine: severities SEV1, SEV2, SEV3, SEV4 (SEV3 unless said); announcements in #incidents; channels inc-{number}-{title}; 10 reactions; reminders at 09:00; rotas database; escalation policies database; webhooks pager; alert hooks alertmanager; to be set in the environment: HOOK_SECRET_PAGER, HOOK_SECRET_ALERTMANAGER.`,
    ]);
  });

  it('tells each problem with its place', () => {
    const { code, file, lines, complaints } = check('reminder_time: noon\ncolour: red');

    expect(code).toBe(1);
    expect(lines).toEqual([]);
    expect(complaints).toEqual([
      expect.stringContaining(`${file}:1:16: Write a time of day`),
      expect.stringContaining(`${file}:2:1: There is no key colour`),
    ]);
  });

  it('looks where POLICY_FILE says, and misses a file that was named', () => {
    const file = join(temporaryFolder(), 'gone.yaml');
    const print = memoryPrint();

    expect(policyCheck({ file: undefined, env: { POLICY_FILE: file }, print })).toBe(1);
    expect(print.complaints).toEqual([expect.stringContaining(`${file}: cannot be read (ENOENT)`)]);
  });
});
