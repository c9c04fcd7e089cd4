import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultPolicy, readPolicy } from '../src/policy.ts';
import { policyProblems } from './support/policy-problems.ts';

describe('readPolicy', () => {
  it.each(['', '# nothing yet\n', '{}'])('takes the defaults where the file says nothing (%j)', (yaml) => {
    expect(readPolicy(yaml, 'team.yaml')).toEqual({ ok: true, value: defaultPolicy });
  });

  it('reads the example as the defaults', () => {
    const example = readFileSync('faultline.example.yaml', 'utf8');

    expect(readPolicy(example, 'faultline.example.yaml')).toEqual({ ok: true, value: defaultPolicy });
  });

  it('takes what a team decided instead', () => {
    const policy = readPolicy(
      [
        'severities:',
        '  SEV1: Everything is down',
        '  SEV2: "  Something is down "',
        'default_severity: SEV2',
        'roles:',
        '  commander: Leads',
        '  dba: " Looks after the database"',
        'announcement_channel: "#störungen"',
        'channel_name: "outage-{number}"',
        'reactions:',
        '  +1: note',
        '  ":fire:": detected',
        'deleted_messages: redact',
        'kept_image_kilobytes: 500',
        'reminder_time: 08:30',
        'update_every_minutes: 0',
        'transcript: on',
        'transcript_days: 7',
        'postmortems:',
        '  approvals: 2',
        '  announce_in: "#postmortems"',
        '  due: {SEV2: 3}',
        '  time_zone: Asia/Jerusalem',
        '  working_days: [Sunday, Monday, Tuesday, Wednesday, Thursday]',
        'action_items:',
        '  due: {SEV2: 14}',
        'calendars:',
        '  - holidays: [2026-12-24]',
      ].join('\n'),
      'team.yaml',
    );

    expect(policy).toEqual({
      ok: true,
      value: {
        severities: [
          { name: 'SEV1', meaning: 'Everything is down' },
          { name: 'SEV2', meaning: 'Something is down' },
        ],
        defaultSeverity: 'SEV2',
        roles: [
          { name: 'commander', meaning: 'Leads' },
          { name: 'dba', meaning: 'Looks after the database' },
        ],
        announcementChannel: 'störungen',
        channelName: 'outage-{number}',
        reactions: { '+1': 'note', fire: 'detected' },
        deletedMessages: 'redact',
        keptImageKilobytes: 500,
        reminderTime: '08:30',
        updateEveryMinutes: 0,
        transcript: { isKept: true, retentionDays: 7 },
        rotas: [],
        escalationPolicies: [],
        askAgainMinutes: { SEV1: 30 },
        writingAnswers: true,
        postmortems: {
          approvals: 2,
          announceIn: 'postmortems',
          dueWorkingDays: { SEV2: 3 },
          zone: 'Asia/Jerusalem',
          workingDays: [1, 2, 3, 4, 7],
        },
        actionItems: { ...defaultPolicy.actionItems, dueDays: { SEV2: 14 } },
        calendars: [{ zones: [], workingDays: [1, 2, 3, 4, 5], country: undefined, holidays: ['2026-12-24'] }],
        webhooks: [],
        alertHooks: [],
      },
    });
  });

  it('gives no meaning to an emoji that is called like a property of objects', () => {
    const policy = readPolicy('reactions: {pushpin: note}', 'team.yaml');

    expect(policy.ok && policy.value.reactions.constructor).toBeUndefined();
    expect(defaultPolicy.reactions.constructor).toBeUndefined();
  });

  it('names the file', () => {
    expect(readPolicy('x', 'team.yaml')).toMatchObject({ refusal: [{ file: 'team.yaml' }] });
  });

  it.each([
    ['x: 1', /^1:1 There is no key x: write one of severities, default_severity/u],
    ['\nreminder_tmie: 09:00', /^2:1 There is no key reminder_tmie: write reminder_time\./u],
    ['- severities', /^1:1 Write keys and their values/u],
    ['severities:', /^1:1 Write one severity a line/u],
    ['severities: {}', /^1:1 Write one severity a line/u],
    ['severities: SEV1', /^1:13 Write one severity a line/u],
    ['severities:\n  P1: bad\n  SEV3: ok', /^2:3 Name a severity SEV and one digit/u],
    ['severities:\n  SEV3:\n', /^2:3 Say in a few words/u],
    ['severities:\n  SEV3: {a: b}\n', /^2:3 Say in a few words/u],
    ['severities:\n  SEV3: a\n  SEV1: b', /^3:3 Write SEV1 above SEV3/u],
    ['severities:\n  SEV1: a', /^1:1 Add the line default_severity: with one of SEV1/u],
    ['default_severity: SEV9', /^1:1 Write one of SEV1, SEV2, SEV3, SEV4, or list SEV9/u],
    ['default_severity: [SEV1]', /^1:1 Write the name of one severity/u],
    ['roles: commander', /^1:8 Write one role a line/u],
    ['roles: {}', /^1:1 Write one role a line/u],
    ['roles:\n  Commander: leads', /^2:3 Name a role in small letters/u],
    ['roles:\n  comms lead: tells', /^2:3 Name a role in small letters/u],
    ['roles:\n  nobody: rests', /^2:3 Name a role in small letters/u],
    ['roles:\n  scribe:', /^2:3 Say in a few words what whoever has this role does/u],
    ['announcement_channel: #incidents', /^1:1 Write the channel without its #/u],
    ['announcement_channel: null', /delete this line/u],
    ['announcement_channel: [incidents]', /^1:1 Write one channel/u],
    ['announcement_channel: Two Words', /^1:23 Write one channel as Slack shows it/u],
    ['channel_name: inc-{title}', /^1:15 Write the letters.*\{number\}/u],
    ['channel_name: "{number}-{date}"', /^1:15 Write the letters/u],
    ['channel_name: INC-{number}', /^1:15 Write the letters/u],
    ['channel_name: störung-{number}', /^1:15 Write the letters/u],
    ['reactions: pushpin', /^1:12 Write one reaction a line/u],
    ['reactions:\n  📌: note', /^2:3 Write the name that Slack shows/u],
    ['reactions:\n  pushpin: nota', /^2:12 Write note\./u],
    ['reactions:\n  pushpin: cause', /^2:12 Write cause-found\./u],
    ['reactions:\n  pushpin: celebration', /^2:12 Write one of detected, /u],
    ['reactions:\n  pushpin: note\n  ":pushpin:": decision', /^3:3 pushpin is written twice/u],
    ['deleted_messages: remove', /^1:19 Write keep, which .*redact/u],
    ['deleted_messages:', /^1:1 Write keep/u],
    ['kept_image_kilobytes: 1 MB', /^1:23 Write a whole number of kilobytes/u],
    ['kept_image_kilobytes: -1', /^1:23 Write a whole number/u],
    ['reminder_time: 9:00', /^1:16 Write a time of day/u],
    ['transcript: yes', /^1:13 Write on or off\./u],
    ['transcript_days: 0', /^1:18 Write a number of days, 1 or more/u],
    ['transcript_days: a week', /^1:18 Write a number of days/u],
    ['reminder_time: 24:00', /^1:16 Write a time of day/u],
    ['update_every_minutes: often', /^1:23 Write a number of minutes/u],
    ['update_every_minutes: -5', /^1:23 Write a number of minutes/u],
    ['update_every_minutes: [30]', /^1:1 Write a number of minutes/u],
    ['postmortems:', /^1:1 Write approvals, announce_in, due, time_zone or working_days/u],
    ['postmortems:\n  approvals: some', /^2:14 Write how many reviewers must approve, 0 to 10/u],
    ['postmortems:\n  aprovals: 1', /^2:3 There is no key aprovals: write approvals\./u],
    ['postmortems:\n  announce_in: Post Mortems', /^2:16 Write one channel as Slack shows it/u],
    ['postmortems:\n  due: 5', /^2:8 Write one severity a line below this one/u],
    ['postmortems:\n  due: {SEV1: 0}', /^2:15 Write a number of working days, 1 to 250/u],
    ['postmortems:\n  due: {SEV9: 5}', /^2:9 Write one of SEV1, SEV2, SEV3, SEV4, or list SEV9/u],
    ['postmortems:\n  time_zone: CET', /^2:14 Write a time zone/u],
    ['postmortems:\n  working_days: []', /^2:3 Write whole weekdays/u],
    ['postmortems:\n  working_days: [Mon]', /^2:18 Write Monday\./u],
  ])('refuses %j', (yaml, expected) => {
    expect(policyProblems(yaml)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['reminder_time: 09:00\nreminder_time: 10:00', /^2:1 This key is written twice/u],
    ['severities:\n\tSEV1: a', /^2:1 Indent with two spaces/u],
    ['channel_name: {number}-{title}', /^1:23 Put a text that begins with \{/u],
    ['severities:\n  SEV1: a: b', /^2:9 Put the text after the first colon in "quotes"/u],
    ['roles:\n  scribe: Notes\n   commander: Leads', /^2:11 .*indent the next line as far as this one/u],
    ['roles:\n   scribe: Notes\n  commander: Leads', /^3:1 Indent this line as far as/u],
    ['rotas:\n  a:\n    members: [@ana]', /^3:15 Put a text that begins with @.*Slack id/u],
    ['rotas:\n  a:\n    members: [U024BE7LH #ana]\nroles: {}', /^4:1 Close the bracket/u],
    ['steps:\n  - call\n    wait_minutes: 5', /^2:5 Put a colon after the key of this line/u],
    ['__proto__: x', /^1:1 Write another name than __proto__/u],
    ['rotas:\n  __proto__: {}', /^2:3 Write another name than __proto__/u],
    ['---\n---\n', /^2:1 Delete this --- line/u],
    ['channel_name: "inc', /^1:\d+ Close what was opened/u],
    ['default_severity: *sev', /^1:19 Write the value itself/u],
  ])('refuses %j, which is not the YAML it seems', (yaml, expected) => {
    expect(policyProblems(yaml)).toEqual([expect.stringMatching(expected)]);
  });

  it('tells every problem at once, in the order of the file', () => {
    expect(policyProblems('reminder_time: noon\nreactions:\n  mag: look\ncolour: red')).toEqual([
      expect.stringMatching(/^1:16 /u),
      expect.stringMatching(/^3:8 /u),
      expect.stringMatching(/^4:1 /u),
    ]);
  });
});
