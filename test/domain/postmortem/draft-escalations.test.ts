import { describe, expect, it } from 'vitest';
import type { Call, Escalation } from '../../../src/domain/escalation/escalation.ts';
import { callId, escalationId, timelineEventId } from '../../../src/domain/ids.ts';
import { draftPostmortem } from '../../../src/domain/postmortem/draft-postmortem.ts';
import { outlineEscalations } from '../../../src/domain/postmortem/outline/outline-escalations.ts';
import { UTC } from '../../../src/domain/time.ts';
import {
  aCall,
  anEscalation,
  anEventAt,
  aRecord,
  at,
  claire,
  mahari,
  unanswered,
} from '../../support/record-builder.ts';

const asked = timelineEventId('ASKED');
/** Of another, to which nobody was left to call. */
const givenUp = timelineEventId('GIVENUP');
const person = { kind: 'person', id: claire } as const;
const policy = { kind: 'policy', name: 'database' } as const;
const rota = { kind: 'rota', name: 'database' } as const;

function draft(overrides: Parameters<typeof aRecord>[0]) {
  return draftPostmortem(aRecord(overrides)).escalations;
}

/** The text of each row of the nth table. */
function rows(nth: number, ...escalations: readonly Partial<Escalation>[]): readonly (readonly string[])[] {
  const events = [
    anEventAt('16:05', { id: timelineEventId('GONE'), kind: 'unanswered', about: givenUp }),
    anEventAt('16:01', { id: timelineEventId('TOOK'), kind: 'acknowledged', about: asked, saidBy: mahari }),
  ];
  const drafted = draft({ events, escalations: escalations.map((one) => anEscalation({ eventId: asked, ...one })) });
  const tables = outlineEscalations(drafted, UTC).filter((block) => block.kind === 'table');
  return (tables[nth]?.rows ?? []).map((row) => row.map(({ text }) => text));
}

describe('draftEscalations', () => {
  it('tells once what Faultline tracked, and keeps what people wrote down, even at the same instant', () => {
    const events = [
      anEventAt('15:50', { id: timelineEventId('PHONED'), kind: 'escalation', text: 'Phoned the vendor' }),
      anEventAt('15:55', { id: asked, kind: 'escalation', permalink: 'https://a.slack.com/p5' }),
    ];

    const { tracked, logged } = draft({ events, escalations: [anEscalation({ eventId: asked })] });

    expect(logged.map(({ event }) => event.text)).toEqual(['Phoned the vendor']);
    expect(tracked).toEqual([
      {
        target: '@devops',
        reason: 'The database refuses connections',
        isUrgent: true,
        requestedBy: 'Mahari',
        requestedAt: at('15:50'),
        state: 'answered',
        acknowledgedBy: 'Claire',
        acknowledgedAt: at('15:53'),
        millisecondsToAcknowledge: 180_000,
        takenOver: undefined,
        isLeft: false,
        unansweredAt: undefined,
        endedAt: undefined,
        calls: [],
        misleadingPaths: [],
        source: { origin: 'message', permalink: 'https://a.slack.com/p5', messageChange: undefined, by: undefined },
      },
    ]);
  });

  it('tells before each what misled since the one before, tracked or not; at one moment the same', () => {
    const misled = (time: string) =>
      anEventAt(time, { kind: 'misleading-path', text: time, permalink: `https://x/${time}` });
    const events = [
      misled('15:10'),
      anEventAt('15:20', { kind: 'escalation' }),
      misled('15:30'),
      anEventAt('15:31'),
      misled('15:50'),
      misled('15:51'),
      misled('16:10'),
    ];
    const escalations = [
      anEscalation(),
      anEscalation({ id: escalationId('ESC2'), target: person }),
      anEscalation({ id: escalationId('ESC3'), requestedAt: at('16:00') }),
    ];

    const { tracked, logged } = draft({ events, escalations });

    const told = [...logged, ...tracked].map(({ misleadingPaths }) => misleadingPaths.map(({ text }) => text));
    expect(told).toEqual([['15:10'], ['15:30', '15:50'], ['15:30', '15:50'], ['15:51']]);
    expect(tracked[0]?.misleadingPaths[0]?.source.permalink).toBe('https://x/15:30');
  });

  it.each<[string, Partial<Escalation>, string]>([
    ['answered', {}, 'Claire, 2024-06-09 15:53 UTC, after 3 min'],
    ['still calling', unanswered, 'nobody answered; still calling'],
    [
      'given up',
      { ...unanswered, state: 'unanswered', eventId: givenUp },
      'nobody answered; nobody was left to call, 2024-06-09 16:05 UTC',
    ],
    [
      'over with the incident',
      { ...unanswered, state: 'ended', endedAt: at('16:10') },
      'nobody answered; no longer needed, 2024-06-09 16:10 UTC',
    ],
    [
      'given up, and over with the incident',
      { ...unanswered, state: 'ended', endedAt: at('16:10'), eventId: givenUp },
      'nobody answered; nobody was left to call, 2024-06-09 16:05 UTC; no longer needed, 2024-06-09 16:10 UTC',
    ],
    [
      'answered and over with the incident',
      { state: 'ended', endedAt: at('16:10') },
      'Claire, 2024-06-09 15:53 UTC, after 3 min',
    ],
    [
      'taken over, and said again later',
      { heldBy: mahari, heldSince: at('16:40') },
      'Claire, 2024-06-09 15:53 UTC, after 3 min; Mahari took it over, 2024-06-09 16:01 UTC',
    ],
    [
      'passed on after an answer',
      { state: 'calling', heldBy: undefined, heldSince: undefined },
      'Claire, 2024-06-09 15:53 UTC, after 3 min; passed on, and nobody took it over; still calling',
    ],
    [
      'passed on, given up, and over with the incident',
      { state: 'ended', endedAt: at('16:10'), heldBy: undefined, heldSince: undefined, eventId: givenUp },
      'Claire, 2024-06-09 15:53 UTC, after 3 min; passed on, and nobody took it over; nobody was left to call, 2024-06-09 16:05 UTC; no longer needed, 2024-06-09 16:10 UTC',
    ],
  ])('says how it stands: %s', (_case, escalation, answer) => {
    expect(rows(0, escalation).map((row) => row.at(-1))).toEqual([answer]);
  });

  it.each<[string, Partial<Escalation>, string]>([
    ['policy', { target: policy }, 'policy database'],
    ['person', { target: person }, 'Claire'],
    ['without hurry', { isUrgent: false }, '@devops (not urgent)'],
  ])('names whom it was for: %s', (_case, escalation, target) => {
    expect(rows(0, escalation)[0]?.[1]).toBe(target);
  });

  it.each<[string, Partial<Call>, string, string]>([
    ['a person', { target: person }, 'Claire', 'no answer'],
    ['a member of a group', {}, 'Claire (@devops)', 'no answer'],
    ['who was on duty', { target: rota, step: 2 }, 'Claire (rota database), step 2', 'no answer'],
    ['a later round', { target: rota, round: 2 }, 'Claire (rota database), round 2, step 1', 'no answer'],
    ['somebody who was quiet', { isQuiet: true }, 'Claire (@devops)', 'no answer, in Do Not Disturb'],
    [
      'an answer',
      { state: 'answered', respondedAt: at('15:53') },
      'Claire (@devops)',
      'answered 2024-06-09 15:53 UTC, after 3 min',
    ],
    [
      'a pass',
      { state: 'passed-on', respondedAt: at('15:51') },
      'Claire (@devops)',
      'passed on 2024-06-09 15:51 UTC, after 1 min',
    ],
    [
      'a person who left',
      { state: 'failed', note: 'user_disabled' },
      'Claire (@devops)',
      'not reached. The account is deactivated.',
    ],
    ['a word of Slack', { state: 'failed', note: 'msg_too_long' }, 'Claire (@devops)', 'not reached. msg_too_long'],
    [
      'an empty group',
      { personId: undefined, state: 'failed', note: 'group_has_nobody_to_call' },
      '@devops',
      'not reached. The group has no active member.',
    ],
    ['one that waits', { state: 'pending' }, 'Claire (@devops)', 'not called yet'],
    [
      'one that is tried',
      { state: 'pending', note: 'http_503' },
      'Claire (@devops)',
      'not reached yet. The answer was HTTP 503.',
    ],
    ['one that nobody needed', { state: 'dropped' }, 'Claire (@devops)', 'not called any more'],
    [
      'a system outside',
      { target: { kind: 'webhook', name: 'pager' }, personId: undefined, note: '202 accepted' },
      'pager',
      'told, and said: 202 accepted',
    ],
    [
      'a channel',
      { target: { kind: 'channel', id: 'C1' as never, name: 'ops' }, personId: undefined },
      '#ops',
      'posted there',
    ],
  ])('has a row for every call: %s', (_case, call, who, outcome) => {
    expect(rows(1, { calls: [aCall(call)] })).toEqual([['2024-06-09 15:50 UTC', who, outcome]]);
  });

  it('leaves out a group whose members tell, and has the calls in the order of their making', () => {
    const calls = [
      aCall({ personId: undefined }),
      aCall({ id: callId('LATER'), calledAt: at('15:55'), personId: mahari }),
      aCall({ id: callId('MEMBER') }),
    ];

    expect(rows(1, { calls }).map(([, who]) => who)).toEqual(['Claire (@devops)', 'Mahari (@devops)']);
  });
});

describe('draftAnswers', () => {
  it('counts by whom the calls were for, people together and last, and what a policy called besides', () => {
    const viaRota = { target: rota, calledAt: at('15:55') };
    const escalations = [
      anEscalation(),
      anEscalation({ requestedAt: at('16:00'), acknowledgedAt: at('16:01') }),
      anEscalation({ ...unanswered, calls: [aCall()] }),
      anEscalation({ target: person, acknowledgedAt: at('15:58') }),
      anEscalation({ target: { kind: 'person', id: mahari }, acknowledgedAt: at('15:52') }),
      anEscalation({
        target: policy,
        acknowledgedAt: at('15:57'),
        calls: [
          aCall({ ...viaRota, calledAt: at('15:52'), state: 'passed-on', respondedAt: at('15:54') }),
          aCall({ ...viaRota, state: 'answered', respondedAt: at('15:57') }),
          aCall({ state: 'dropped' }),
        ],
      }),
    ];

    const minutes = (...all: readonly number[]) => all.map((each) => each * 60_000);
    expect(draftPostmortem(aRecord({ escalations })).answers).toEqual([
      { target: '@devops', called: 3, unanswered: 1, milliseconds: minutes(1, 3) },
      { target: 'policy database', called: 1, unanswered: 0, milliseconds: minutes(7) },
      { target: 'rota database', called: 1, unanswered: 0, milliseconds: minutes(5) },
      { target: 'people named', called: 2, unanswered: 0, milliseconds: minutes(2, 8) },
    ]);
  });
});
