import { describe, expect, it } from 'vitest';
import type { Policy } from '../src/domain/policy.ts';
import { defaultPolicy, readPolicy } from '../src/policy.ts';
import { policyProblems } from './support/policy-problems.ts';
import { wholeExample } from './support/whole-example.ts';

function policyOf(yaml: string): Policy {
  const policy = readPolicy(yaml, 'team.yaml');
  return policy.ok ? policy.value : expect.unreachable(policyProblems(yaml).join('\n'));
}

/** With what stands there to be taken, too. */
function example(): string {
  return wholeExample().replaceAll(/^ {2}# /gmu, '  ');
}

describe('the action items of a policy file', () => {
  it('are read as the example shows them', () => {
    expect(policyOf(example()).actionItems).toEqual({
      dueDays: { SEV1: 15, SEV2: 30 },
      dueDaysByKind: { mitigate: { SEV1: 5 } },
      reaction: 'clipboard',
      teams: [{ id: 'S0614TZR7', handle: 'dba' }],
      digestIn: 'action-items',
    });
  });

  it('take what a team decided instead, and keep the rest', () => {
    const yaml = 'action_items: {due: {}, reaction: ":memo:", digest_in: "#weekly"}';

    expect(policyOf(yaml).actionItems).toEqual({
      dueDays: {},
      dueDaysByKind: {},
      reaction: 'memo',
      teams: [],
      digestIn: 'weekly',
    });
    expect(policyOf('action_items: {reaction: off}').actionItems).toEqual({
      ...defaultPolicy.actionItems,
      reaction: undefined,
    });
  });

  it('leave the usual emoji to a team that puts messages on the timeline with it', () => {
    expect(policyOf('reactions: {clipboard: note}').actionItems.reaction).toBeUndefined();
  });

  it.each([
    ['action_items: 15', /^1:15 Write due, due_by_kind, reaction, teams or digest_in/u],
    ['action_items:\n  dew: {}', /^2:3 There is no key dew: write one of due, due_by_kind/u],
    ['action_items:\n  due: {SEV1: 0}', /^2:15 Write a number of days, 1 to 730/u],
    ['action_items:\n  due: {SEV1: two weeks}', /^2:15 Write a number of days, 1 to 730/u],
    ['action_items:\n  due: {SEV9: 3}', /^2:9 Write one of SEV1, SEV2, SEV3, SEV4, or list SEV9/u],
    ['action_items:\n  due: 15', /^2:8 Write one severity a line/u],
    ['action_items:\n  due_by_kind: {mitigates: {SEV1: 3}}', /^2:17 There is no key mitigates: write mitigate\./u],
    ['action_items:\n  due_by_kind: {detect: {SEV7: 3}}', /^2:26 Write one of SEV1/u],
    ['action_items:\n  due_by_kind: {detect: 3}', /^2:25 Write one severity a line/u],
    ['action_items:\n  reaction: 📋', /^2:13 Write the name that Slack shows for the emoji/u],
    ['action_items:\n  reaction: ":bulb:"', /^2:3 Write another emoji, or off: bulb .* as cause-found already/u],
    ['action_items:\n  teams: [dba]', /^2:11 Write whom to call|^2:11 Write group/u],
    ['action_items:\n  teams: [person U024BE7LH]', /^2:11 Write group, the id of a user group/u],
    ['action_items:\n  teams: [group S0614TZR7 dba, group S0614TZR7 db]', /^2:32 Take db out here or above/u],
    ['action_items:\n  digest_in: Two Words', /^2:14 Write one channel as Slack shows it/u],
  ])('are refused in %j', (yaml, expected) => {
    expect(policyProblems(yaml)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('the calendars of a policy file', () => {
  it('are read as the example shows them', () => {
    expect(policyOf(example()).calendars).toEqual([
      {
        zones: ['Europe/Berlin'],
        workingDays: [1, 2, 3, 4, 5],
        country: 'DE-BE',
        holidays: ['2026-12-24', '2026-12-31'],
      },
      { zones: ['Asia/Jerusalem'], workingDays: [1, 2, 3, 4, 7], country: 'IL', holidays: [] },
      { zones: [], workingDays: [1, 2, 3, 4, 5], country: undefined, holidays: [] },
    ]);
  });

  it('may leave everything out', () => {
    expect(policyOf('calendars:\n  - country: ET\n  - zones: [UTC]').calendars).toEqual([
      { zones: [], workingDays: [1, 2, 3, 4, 5], country: 'ET', holidays: [] },
      { zones: ['UTC'], workingDays: [1, 2, 3, 4, 5], country: undefined, holidays: [] },
    ]);
  });

  it.each([
    ['calendars: {}', /^1:1 Write one calendar below this line/u],
    ['calendars: []', /^1:1 Write one calendar below this line/u],
    ['calendars:\n  - DE', /^2:5 Write zones, working_days, country and holidays/u],
    ['calendars:\n  - contry: DE', /^2:5 There is no key contry: write country\./u],
    ['calendars:\n  - country: Germany', /^2:14 Write the two letters of a country/u],
    ['calendars:\n  - country: XX', /^2:14 Write the two letters of a country/u],
    ['calendars:\n  - country: de', /^2:14 Write the two letters of a country/u],
    ['calendars:\n  - country: DE-BX', /^2:14 Write (?:DE-B|one of DE, DE-)/u],
    ['calendars:\n  - country: ET-AA', /^2:14 Write ET/u],
    ['calendars:\n  - zones: [Berlin]', /^2:13 Write Europe\/Berlin\./u],
    ['calendars:\n  - zones: []', /^2:5 Write time zones in brackets/u],
    ['calendars:\n  - working_days: [Mon]', /^2:20 Write Monday\.|^2:20 Write one of Monday/u],
    ['calendars:\n  - working_days: []', /^2:5 Write whole weekdays/u],
    ['calendars:\n  - holidays: [2026-02-30]', /^2:16 Write a day as year, month and day/u],
    ['calendars:\n  - holidays: 2026-12-24', /^2:15 Write days in brackets/u],
    ['calendars:\n  - zones: [UTC]\n  - zones: [Asia/Kolkata, UTC]', /^3:27 Take UTC out here or above/u],
    ['calendars:\n  - zones: [Asia/Kolkata, Asia/Calcutta]', /^2:27 Take Asia\/Calcutta out/u],
    ['calendars:\n  - country: DE\n  - country: ET', /^3:5 Add the line zones: to this calendar/u],
  ])('are refused in %j', (yaml, expected) => {
    expect(policyProblems(yaml)).toEqual([expect.stringMatching(expected)]);
  });
});
