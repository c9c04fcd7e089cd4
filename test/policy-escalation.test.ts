import { describe, expect, it } from 'vitest';
import { defaultPolicy, readPolicy } from '../src/policy.ts';
import { policyProblems } from './support/policy-problems.ts';
import { wholeExample } from './support/whole-example.ts';

const LINES = wholeExample().split('\n');

/** The example's lines, from line 1 on, of one key. */
function section(key: string): string {
  const from = LINES.indexOf(`${key}:`);
  const length = LINES.slice(from).indexOf('');
  return LINES.slice(from, from + length).join('\n');
}

const ROTAS = section('rotas');
const POLICIES = section('escalation_policies').replace(', webhook pager', '');

/** The example with something else in the place of some of it. */
function changed(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, to);
  expect(result).not.toBe(text);
  return result;
}

function policyOf(yaml: string) {
  const policy = readPolicy(yaml, 'team.yaml');
  return policy.ok ? policy.value : expect.unreachable(policyProblems(yaml).join('\n'));
}

describe('the rotas and escalation policies of a policy file', () => {
  it('are read as the example shows them', () => {
    const { rotas, escalationPolicies } = policyOf(wholeExample());

    expect(rotas).toEqual([
      {
        name: 'database',
        members: ['U024BE7LH', 'U0G9QF9C6'],
        zone: 'Africa/Addis_Ababa',
        handOverWeekday: 1,
        handOverTime: '09:00',
        firstHandOver: '2026-01-05',
      },
    ]);
    expect(escalationPolicies).toEqual([
      {
        name: 'database',
        severities: ['SEV1', 'SEV2'],
        steps: [
          { targets: [{ kind: 'rota', name: 'database' }], waitMinutes: 5 },
          {
            targets: [
              { kind: 'group', id: 'S0614TZR7', handle: 'dba' },
              { kind: 'person', id: 'U024BE7LH' },
              { kind: 'channel', id: 'C024BE7LR', name: 'database-alerts' },
              { kind: 'webhook', name: 'pager' },
            ],
            waitMinutes: 5,
          },
        ],
        rounds: 3,
        workingHours: {
          zone: 'Africa/Addis_Ababa',
          weekdays: [1, 2, 3, 4, 5],
          from: '09:00',
          until: '18:00',
          steps: [{ targets: [{ kind: 'channel', id: 'C024BE7LR', name: 'database-alerts' }], waitMinutes: 5 }],
        },
        contacts: ['Duty manager: +251 11 555 0100'],
      },
    ]);
  });

  it('fill in what a policy leaves out', () => {
    const { escalationPolicies } = policyOf('escalation_policies: {web: {steps: [{call: [person U024BE7LH]}]}}');

    expect(escalationPolicies).toEqual([
      {
        name: 'web',
        severities: [],
        steps: [{ targets: [{ kind: 'person', id: 'U024BE7LH' }], waitMinutes: 5 }],
        rounds: 3,
        workingHours: undefined,
        contacts: [],
      },
    ]);
  });

  it('may be called like a property of objects', () => {
    const { rotas, escalationPolicies } = policyOf(
      `${ROTAS}\n${POLICIES}`.replaceAll(/\bdatabase\b(?!-)/gu, 'constructor'),
    );

    expect([rotas[0]?.name, escalationPolicies[0]?.name]).toEqual(['constructor', 'constructor']);
  });

  it('may have the same member twice in a rota, and weekdays in any order', () => {
    const yaml = `${changed(ROTAS, 'U0G9QF9C6', 'U024BE7LH')}\n${changed(POLICIES, /\[Monday.*/u, '[Sunday, Friday, Sunday]')}`;
    const { rotas, escalationPolicies } = policyOf(yaml);

    expect(rotas[0]?.members).toEqual(['U024BE7LH', 'U024BE7LH']);
    expect(escalationPolicies[0]?.workingHours?.weekdays).toEqual([5, 7]);
  });

  it.each([
    ['person  W024BE7LH', { kind: 'person', id: 'W024BE7LH' }],
    ['group S0614TZR7 @dba', { kind: 'group', id: 'S0614TZR7', handle: 'dba' }],
    ['"channel G024BE7LR #störungen"', { kind: 'channel', id: 'G024BE7LR', name: 'störungen' }],
  ])('call %s', (text, target) => {
    const { escalationPolicies } = policyOf(`escalation_policies: {web: {steps: [{call: [${text}]}]}}`);

    expect(escalationPolicies[0]?.steps[0]?.targets).toEqual([target]);
  });

  it('may be in UTC', () => {
    expect(policyOf(changed(ROTAS, 'Africa/Addis_Ababa', 'UTC')).rotas[0]?.zone).toBe('UTC');
  });

  it('may ask again for other severities, or never', () => {
    expect(defaultPolicy.askAgainMinutes).toEqual({ SEV1: 30 });
    expect(policyOf('ask_again_minutes: {SEV2: 10080}').askAgainMinutes).toEqual({ SEV2: 10_080 });
    expect(policyOf('ask_again_minutes: {}').askAgainMinutes).toEqual({});
    expect(policyOf('writing_answers: off').writingAnswers).toBe(false);
  });

  it('do not ask again for a default severity that the team does not have', () => {
    expect(policyProblems('severities: {SEV3: Bad}')).toEqual([]);
  });
});

describe('a mistake in a rota', () => {
  it.each([
    [/members:.*/u, 'members: U024BE7LH', /^3:14 Write member ids in the order of their turns/u],
    [/members:.*/u, 'members: []', /^3:5 Write member ids in the order of their turns/u],
    [/members:.*/u, 'members: [U024BE7LH, ana]', /^3:26 Write a member id, such as U024BE7LH/u],
    [/ {4}members:.*\n/u, '', /^2:3 Add the line members: to database\. Write member ids/u],
    ['members:', 'member:', /^3:5 There is no key member: write members\./u],
    [
      'hand_over:',
      'colour:',
      /^2:3 Add the line hand_over: to database\. .*\n4:5 There is no key colour: write one of /u,
    ],
    ['Monday', 'Mon', /^4:16 Write a whole weekday and a time of day/u],
    ['09:00', '9:00', /^4:16 Write a whole weekday/u],
    ['09:00', '24:00', /^4:16 Write a whole weekday/u],
    ['Africa/Addis_Ababa', 'Africa/Adis Abeba', /^5:16 Write Africa\/Addis_Ababa\./u],
    ['Africa/Addis_Ababa', 'Berlin', /^5:16 Write Europe\/Berlin\./u],
    ['Africa/Addis_Ababa', 'EAT', /^5:16 Write a time zone as area and city/u],
    ['Africa/Addis_Ababa', 'IST', /^5:16 Write a time zone as area and city/u],
    ['Africa/Addis_Ababa', '"+03:00"', /^5:16 Write a time zone as area and city/u],
    ['2026-01-05', '5.1.2026', /^6:22 Write a day as year, month and day/u],
    ['2026-01-05', '2026-02-30', /^6:22 Write a day as year, month and day/u],
    ['2026-01-05', '2026-01-11', /^6:5 Write a Monday, as in hand_over, such as 2026-01-05: 2026-01-11 is a Sunday/u],
    ['Monday', 'Sunday', /^6:5 Write a Sunday, as in hand_over, such as 2026-01-04: 2026-01-05 is a Monday/u],
    ['  database:', '  Web team:', /^2:3 Name a rota in small letters/u],
    ['  database:', `  ${'a'.repeat(41)}:`, /^2:3 Name a rota in small letters/u],
    [/:\n[\s\S]*/u, ':', /^1:1 Write one rota below this line/u],
    [/:\n[\s\S]*/u, ': {}', /^1:1 Write one rota below this line/u],
    [/database:\n[\s\S]*/u, 'database: ana', /^2:13 Write members, hand_over, time_zone/u],
  ])('where %s stands as %j is told', (from, to, expected) => {
    expect(policyProblems(changed(ROTAS, from, to)).join('\n')).toMatch(expected);
  });
});

describe('a mistake in an escalation policy', () => {
  const targets = (count: number) => `[${Array.from({ length: count }, () => 'person U024BE7LH').join(', ')}]`;
  const steps = (count: number) => `    steps:\n${'      - call: [person U024BE7LH]\n'.repeat(count)}`;
  const STEPS = / {4}steps:\n[\s\S]*?(?= {4}rounds)/u;

  it.each([
    [/call: \[rota.*/u, 'call: rota database', /^5:15 Write whom the step calls in brackets, 1 to 25/u],
    [/call: \[rota.*/u, 'call: []', /^5:9 Write whom the step calls/u],
    [/call: \[rota.*/u, `call: ${targets(26)}`, /^5:9 Write whom the step calls/u],
    [/call: \[rota.*\n\s*/u, '', /^5:9 Add the line call: to step 1\. Write whom the step calls/u],
    [/- call: \[group.*/u, '- person U024BE7LH', /^7:9 Write whom the step calls: "- call:/u],
    ['rota database', 'rota', /^5:16 Write rota and its name under rotas/u],
    ['rota database', 'rota web team', /^5:16 Write rota and its name/u],
    ['rota database', 'roat database', /^5:16 Write rota and its name/u],
    ['rota database', 'database', /^5:16 Write whom to call as person, group, rota, channel or webhook/u],
    ['rota database', 'constructor x', /^5:16 Write whom to call as person/u],
    ['rota database', 'rota: database', /^5:16 Write whom to call as person/u],
    ['rota database', 'U024BE7LH', /^5:16 Write person U024BE7LH\./u],
    ['rota database', 'person ana', /^5:16 Write person and a member id/u],
    ['rota database', 'group S0614TZR7', /^5:16 Write group, the id of a user group and its handle/u],
    ['rota database', 'group S0614TZR7 dba ops', /^5:16 Write group, the id/u],
    ['rota database', 'group dba', /^5:16 Write group, the id/u],
    ['rota database', 'channel database-alerts', /^5:16 Write channel, its id and its name without the #/u],
    ['rota database', 'webhook', /^5:16 Write webhook and its name under webhooks/u],
    ['rota database', 'rota databse', /^5:16 Write database, or list databse under rotas\./u],
    ['rota database', 'webhook pager', /^5:16 List pager under webhooks\./u],
    ['wait_minutes: 5', 'wait_minutes: 0', /^6:23 Write how many minutes the step waits .* 1 to 10080/u],
    ['wait_minutes: 5', 'wait_minutes: 10081', /^6:23 Write how many minutes/u],
    ['wait_minutes: 5', 'wait_minutes: 5m', /^6:23 Write how many minutes/u],
    ['wait_minutes', 'wait_minute', /^6:9 There is no key wait_minute: write wait_minutes\./u],
    [STEPS, '    steps:\n', /^4:5 Write 1 to 20 steps below this line/u],
    [STEPS, steps(21), /^4:5 Write 1 to 20 steps below this line/u],
    [STEPS, '', /^2:3 Add the line steps: to database\./u],
    ['rounds: 3', 'rounds: 10', /^8:13 Write how often all steps are gone through, 1 to 9/u],
    ['rounds: 3', 'rounds: 0', /^8:13 Write how often/u],
    ['[SEV1, SEV2]', 'SEV1', /^3:17 Write the severities that call this policy in brackets/u],
    ['[SEV1, SEV2]', '[SEV1, SEV9]', /^3:24 Write one of SEV1, SEV2, SEV3, SEV4, or list SEV9 under severities\./u],
    ['[SEV1, SEV2]', '[SEV1, SEV1]', /^3:24 Take SEV1 out here or above/u],
    [/Tuesday.*/u, 'Thusday]', /^11:22 Write Thursday\./u],
    [/\[Monday.*/u, '[]', /^11:7 Write whole weekdays in brackets/u],
    [/from:.*/u, 'from: 9', /^12:13 Write a time of day/u],
    [/ {6}from:.*\n/u, '', /^9:5 Add the line from: to working_hours\. Write a time of day/u],
    [
      /until:.*/u,
      'until: 08:00',
      /^13:7 Write a time later than 09:00: hours past midnight .* make 08:00 to 09:00 the/u,
    ],
    [/until:.*/u, 'until: 09:00', /^13:7 Write a time later than 09:00\.$/u],
    [
      /channel C024BE7LR database-alerts\]\n {4}c/u,
      'rota web]\n    c',
      /^15:18 Write database, or list web under rotas\./u,
    ],
    [/working_hours:\n[\s\S]*/u, 'working_hours: on', /^9:20 Write time_zone, from, until and steps/u],
    [/"(Duty.*)"/u, '$1', /^17:9 Put the whole line in "quotes"/u],
    [/"Duty.*/u, '" "', /^17:9 Put the whole line in "quotes"/u],
    [/"Duty.*"/u, `"${'x'.repeat(151)}"`, /^17:9 Write a contact in 150 characters at most/u],
    [/contacts:\n.*/u, `contacts: [${'a, '.repeat(10)}a]`, /^16:5 Write 10 contacts at most, those to phone first\./u],
    [/contacts:\n.*/u, 'contacts: "Duty manager"', /^16:15 Write one contact a line/u],
    ['  database:', '  data_base:', /^2:3 Name an escalation policy in small letters/u],
    [
      'escalation_policies:',
      'escalation_policy:',
      /^1:1 There is no key escalation_policy: write escalation_policies\./u,
    ],
  ])('where %s stands as %j is told', (from, to, expected) => {
    expect(policyProblems(`${changed(POLICIES, from, to)}\n${ROTAS}`)).toEqual([expect.stringMatching(expected)]);
  });

  it('is none where there are ten contacts of 150 characters', () => {
    const contacts = `contacts: [${Array.from({ length: 10 }, () => 'x'.repeat(150)).join(', ')}]`;

    expect(policyProblems(`${changed(POLICIES, /contacts:\n.*/u, contacts)}\n${ROTAS}`)).toEqual([]);
  });

  it('is told where two policies are called for the same severity', () => {
    const yaml = `${ROTAS}\n${POLICIES}\n  web: {severities: [SEV4, SEV2], steps: [{call: [rota database]}]}`;

    expect(policyProblems(yaml)).toEqual([
      expect.stringMatching(/^24:28 Take SEV2 out here or above: it calls the escalation policy database already/u),
    ]);
  });

  it.each([
    ['ask_again_minutes: {SEV9: 30}', /^1:21 Write one of SEV1, SEV2, SEV3, SEV4, or list SEV9/u],
    ['ask_again_minutes: {SEV1: 0}', /^1:27 Write a number of minutes, 1 to 10080/u],
    ['ask_again_minutes: 30', /^1:20 Write one severity a line below this one/u],
    ['writing_answers: yes', /^1:18 Write on or off\./u],
  ])('is told beside it, in %j', (yaml, expected) => {
    expect(policyProblems(yaml)).toEqual([expect.stringMatching(expected)]);
  });
});
