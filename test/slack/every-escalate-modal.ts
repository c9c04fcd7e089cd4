import { channelId, groupId, personId } from '../../src/domain/ids.ts';
import type { Modal } from '../../src/slack/blocks/fields.ts';
import { escapeMrkdwn } from '../../src/slack/blocks/text.ts';
import { confirmCallModal } from '../../src/slack/modals/confirm-call-modal.ts';
import { escalateModal } from '../../src/slack/modals/escalate-modal.ts';
import { noticeModal } from '../../src/slack/modals/notice-modal.ts';
import type { PreviewedCall } from '../../src/use-cases/escalation/preview-calls.ts';
import { addisAbaba, anEventAt, aRecordedIncident, at, claire, devops, mahari } from '../support/record-builder.ts';

const channel = channelId('C0INCIDENT');

/** What the form takes at most. */
const LONGEST_REASON = 900;

const nobody = { people: [], groups: [], policies: [] };

const asMany = Array.from({ length: 10 }, (_, index) => index);
const most = {
  people: asMany.map((index) => personId(`U0ABCDEFGH${index}`)),
  groups: asMany.map((index) => groupId(`S0ABCDEFGH${index}`)),
  policies: asMany.map((index) => `${'policy'.repeat(6)}-${index}`),
};

const ofPolicy: PreviewedCall = {
  target: { kind: 'policy', name: 'database' },
  rounds: 3,
  steps: [
    {
      waitMinutes: 5,
      targets: [
        { target: { kind: 'rota', name: 'database' }, personId: mahari, canBeCalled: true },
        { target: devops, personId: undefined, canBeCalled: true },
      ],
    },
    { waitMinutes: 10, targets: [{ target: { kind: 'person', id: claire }, personId: claire, canBeCalled: false }] },
    {
      waitMinutes: 15,
      targets: [
        { target: { kind: 'channel', id: channelId('C0OPS'), name: 'ops' }, personId: undefined, canBeCalled: false },
        { target: { kind: 'webhook', name: 'pager' }, personId: undefined, canBeCalled: true },
      ],
    },
  ],
  workingHours: { zone: addisAbaba, weekdays: [1], from: '09:00', until: '17:00', steps: [], isNow: false },
};

const ofPerson: PreviewedCall = {
  target: { kind: 'person', id: claire },
  rounds: 1,
  steps: [
    { waitMinutes: 30, targets: [{ target: { kind: 'person', id: claire }, personId: claire, canBeCalled: true }] },
  ],
  workingHours: undefined,
};

const pager = { target: { kind: 'webhook', name: 'pager' }, personId: undefined, canBeCalled: true } as const;

const ofPager: PreviewedCall = { ...ofPolicy, steps: [{ waitMinutes: 5, targets: [pager] }] };

const ofChannels: PreviewedCall = {
  ...ofPager,
  steps: [
    {
      waitMinutes: 5,
      targets: [
        pager,
        { target: { kind: 'channel', id: channelId('C0OPS'), name: 'ops' }, personId: undefined, canBeCalled: true },
        { target: { kind: 'person', id: claire }, personId: claire, canBeCalled: false },
      ],
    },
  ],
};

const longest: PreviewedCall = {
  ...ofPolicy,
  workingHours: undefined,
  steps: Array.from({ length: 20 }, () => ({
    waitMinutes: 5,
    targets: Array.from({ length: 25 }, () => ({
      target: { kind: 'rota', name: 'r'.repeat(40) } as const,
      personId: personId('U0ABCDEFGH1'),
      canBeCalled: false,
    })),
  })),
};

export function everyEscalateModal(typed: string): Readonly<Record<string, Modal>> {
  const incident = aRecordedIncident({ status: 'investigating', title: typed, channel });
  const events = ['15:30', '15:31', '15:32'].map((time) => anEventAt(time, { text: typed }));
  const story = { digest: '0123456789abcdef', incident, since: at('15:20'), lastEvents: events, now: at('16:00') };
  const asked = {
    channel,
    chosen: nobody,
    // Slack may count each character once, or as twice as much.
    reason: [...typed].slice(0, LONGEST_REASON).join(''),
    isUrgent: true,
    requestedBy: mahari,
    isChanged: false,
  };
  const many = Array.from({ length: 250 }, (_, index) => ({ id: groupId(`S${index}`), handle: `group-${index}` }));
  const offered = { severity: 'SEV1', byDefault: 'database', policies: ['database', 'network'], groups: [devops] };
  return {
    escalate: escalateModal(channel, offered),
    'escalate where nothing is offered': escalateModal(channel, {
      severity: 'SEV4',
      byDefault: undefined,
      policies: [],
      groups: [],
    }),
    'escalate where there are more groups than one list holds': escalateModal(channel, { ...offered, groups: many }),
    'confirm a call': confirmCallModal({ calls: [ofPolicy], ...story }, asked),
    'confirm a call that need not hurry, of a private incident': confirmCallModal(
      { calls: [ofPerson], ...story, incident: { ...incident, isPrivate: true }, lastEvents: [] },
      { ...asked, chosen: { ...nobody, people: [claire] }, isUrgent: false },
    ),
    'confirm a call of others than were shown': confirmCallModal(
      { calls: [ofPerson], ...story },
      { ...asked, isChanged: true },
    ),
    'confirm a call of channels and systems outside': confirmCallModal({ calls: [ofChannels], ...story }, asked),
    'confirm a call of systems outside': confirmCallModal({ calls: [ofPager], ...story }, asked),
    'confirm the most that can be asked for': confirmCallModal(
      { calls: Array.from({ length: 30 }, () => longest), ...story },
      { ...asked, chosen: most },
    ),
    'nobody was called': noticeModal({
      form: 'confirm-call',
      title: 'Nobody was called',
      text: `*Nobody was called.* ${escapeMrkdwn(typed)}`,
    }),
  };
}
