import type { Policy } from '../domain/policy.ts';
import { UTC } from '../domain/time.ts';
import { table } from './table.ts';

/** What holds where the team's file says nothing; `faultline.example.yaml` shows the same. */
export const defaultPolicy: Policy = {
  severities: [
    { name: 'SEV1', meaning: 'Most users cannot use the product, or data is being lost' },
    { name: 'SEV2', meaning: 'A main feature is down, or many users are hurt' },
    { name: 'SEV3', meaning: 'Some users are hurt, or there is a way around it' },
    { name: 'SEV4', meaning: 'Hardly anybody notices, but it must be looked at' },
  ],
  defaultSeverity: 'SEV3',
  roles: [
    { name: 'commander', meaning: 'Leads: decides, and keeps everybody at what matters' },
    { name: 'scribe', meaning: 'Keeps the timeline' },
    { name: 'communications-lead', meaning: 'Tells stakeholders and customers' },
  ],
  announcementChannel: undefined,
  channelName: 'inc-{number}-{title}',
  reactions: table([
    ['pushpin', 'note'],
    ['round_pushpin', 'note'],
    ['rotating_light', 'detected'],
    ['mag', 'investigation'],
    ['fish', 'misleading-path'],
    ['bulb', 'cause-found'],
    ['scales', 'decision'],
    ['construction', 'mitigation'],
    ['mega', 'communication'],
    ['white_check_mark', 'resolution'],
  ]),
  deletedMessages: 'keep',
  keptImageKilobytes: 0,
  reminderTime: '09:00',
  updateEveryMinutes: 30,
  transcript: { isKept: false, retentionDays: 90 },
  rotas: [],
  escalationPolicies: [],
  askAgainMinutes: table([['SEV1', 30]]),
  writingAnswers: true,
  postmortems: {
    approvals: 1,
    announceIn: undefined,
    dueWorkingDays: table([
      ['SEV1', 5],
      ['SEV2', 10],
    ]),
    zone: UTC,
    workingDays: [1, 2, 3, 4, 5],
  },
  actionItems: {
    dueDays: table([
      ['SEV1', 15],
      ['SEV2', 30],
    ]),
    dueDaysByKind: {},
    reaction: 'clipboard',
    teams: [],
    digestIn: undefined,
  },
  calendars: [{ zones: [], workingDays: [1, 2, 3, 4, 5], country: undefined, holidays: [] }],
  webhooks: [],
  alertHooks: [],
  tracker: undefined,
  postmortemFolder: undefined,
};
