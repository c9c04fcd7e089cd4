import { describe, expect, it } from 'vitest';
import type { Escalation } from '../../src/domain/escalation/escalation.ts';
import type { Target } from '../../src/domain/escalation/target.ts';
import {
  callId,
  channelId,
  escalationId,
  incidentId,
  messageKey,
  teamId,
  timelineEventId,
} from '../../src/domain/ids.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import {
  aCall,
  anEscalation,
  aRecordedIncident,
  at,
  claire,
  mahari,
  unanswered as nobody,
} from '../support/record-builder.ts';

const incident = aRecordedIncident();
const message = { channel: channelId('C042'), key: messageKey('1717946701.000100') };
const unanswered = anEscalation({
  target: { kind: 'person', id: mahari },
  acknowledgedBy: undefined,
  acknowledgedAt: undefined,
});

const ofPolicy = anEscalation({
  target: { kind: 'policy', name: 'database' },
  plan: {
    steps: [
      {
        targets: [
          { kind: 'rota', name: 'database' },
          { kind: 'webhook', name: 'pager' },
        ],
        waitMinutes: 5,
      },
      { targets: [{ kind: 'channel', id: channelId('C1'), name: 'ops' }, unanswered.target as Target], waitMinutes: 7 },
    ],
    rounds: 2,
    contacts: ['Duty manager: +251'],
  },
  isUrgent: false,
  state: 'ended',
  position: { round: 2, step: 1 },
  endedAt: at('16:10'),
  calls: [
    aCall({
      target: { kind: 'rota', name: 'database' },
      isQuiet: true,
      message,
      state: 'answered',
      respondedAt: at('15:53'),
    }),
    aCall({
      id: callId('01HZZZ000000000000000CALL2'),
      target: { kind: 'webhook', name: 'pager' },
      personId: undefined,
      round: 2,
      note: '202 Event processed',
    }),
  ],
});

describe.each(engines)('escalations on $name', ({ open }) => {
  it.each<[string, Escalation]>([
    ['a group that answered', anEscalation({ message, eventId: timelineEventId('01HZZZ0000000000000000EVT1') })],
    ['a person who did not answer yet', unanswered],
    ['a policy, with the calls that it made', ofPolicy],
  ])('come back as they were put in: %s', async (_, escalation) => {
    const opened = await openWithIncident(open);

    await commit(opened, ({ escalations }) => escalations.add(escalation));

    const { escalations } = opened.database.records;
    expect(await escalations.find(escalation.id)).toStrictEqual(escalation);
    expect(await escalations.list(incident.id)).toStrictEqual([escalation]);
  });

  it('keep every field that is saved', async () => {
    const opened = await openWithIncident(open);
    const answered: Escalation = { ...unanswered, message, acknowledgedBy: claire, acknowledgedAt: at('15:53') };

    await commit(opened, async ({ escalations }) => {
      await escalations.add(unanswered);
      await escalations.add(anEscalation({ id: escalationId('01HZZZ0000000000000000ESC2') }));
      await escalations.save(answered);
    });

    const { escalations } = opened.database.records;
    expect(await escalations.find(unanswered.id)).toStrictEqual(answered);
    expect((await escalations.list(incident.id))[1]).toStrictEqual(
      anEscalation({ id: escalationId('01HZZZ0000000000000000ESC2') }),
    );
  });

  it('keep what becomes of their calls, and add new ones', async () => {
    const opened = await openWithIncident(open);
    const [first, second] = ofPolicy.calls;
    await commit(opened, ({ escalations }) => escalations.add({ ...ofPolicy, calls: [aCall({ state: 'pending' })] }));
    const added = aCall({ id: callId('01HZZZ000000000000000CALL3'), state: 'failed', note: 'user_disabled' });
    const calls = [first, second, added].filter((call) => call !== undefined);

    await commit(opened, ({ escalations }) => escalations.save({ ...ofPolicy, calls }));

    expect(await opened.database.records.escalations.find(ofPolicy.id)).toStrictEqual({ ...ofPolicy, calls });
  });

  it('are listed oldest first, whatever was called first or saved last', async () => {
    const opened = await openWithIncident(open);
    const calls = ['A', 'B', 'C'].map((letter) =>
      anEscalation({ id: escalationId(`01HZZZ0000000000000000ESC${letter}`) }),
    );

    await commit(opened, async ({ escalations }) => {
      for (const call of calls.toReversed()) {
        await escalations.add(call);
      }
    });
    for (const call of calls.slice(0, 1)) {
      await commit(opened, ({ escalations }) => escalations.save({ ...call, reason: 'Still down' }));
    }

    const listed = await opened.database.records.escalations.list(incident.id);
    expect(listed.map(({ id }) => id.at(-1))).toEqual(['A', 'B', 'C']);
  });

  it('belong to their incident', async () => {
    const opened = await openWithIncident(open);
    await commit(opened, ({ escalations }) => escalations.add(unanswered));

    const { escalations } = opened.database.records;
    expect(await escalations.list(incidentId('none'))).toEqual([]);
    expect(await escalations.find(escalationId('none'))).toBeUndefined();
  });

  it('are acknowledged once where two people press at the same moment', async () => {
    const opened = await openWithIncident(open);
    const other = await opened.peer();
    await commit(opened, ({ escalations }) => escalations.add(unanswered));
    const press = ({ database }: Pick<typeof opened, 'database'>, person: typeof claire) =>
      commit({ database }, async ({ escalations }) => {
        const found = await escalations.find(unanswered.id);
        if (found === undefined || found.acknowledgedBy !== undefined) {
          return false;
        }
        await escalations.save({ ...found, acknowledgedBy: person, acknowledgedAt: at('15:53') });
        return true;
      });

    const pressed = await Promise.all([press(opened, claire), press(other, mahari), press(opened, mahari)]);

    expect(pressed.filter((first) => first)).toHaveLength(1);
  });

  it('are counted by target and outcome, whatever became of the incident, people together and other teams apart', async () => {
    const opened = await openWithIncident(open);
    const all: readonly Partial<Escalation>[] = [
      {},
      { requestedAt: at('15:55'), acknowledgedAt: at('16:00') },
      { ...nobody, state: 'ended' },
      { ...nobody, state: 'unanswered' },
      { ...nobody, target: { kind: 'policy', name: 'database' }, state: 'calling' },
      { target: { kind: 'person', id: mahari }, state: 'unanswered' },
      { target: { kind: 'person', id: claire }, acknowledgedAt: at('15:51') },
    ];
    await commit(opened, async ({ escalations }) => {
      for (const [index, overrides] of all.entries()) {
        await escalations.add(anEscalation({ id: escalationId(`ESC${index}`), ...overrides }));
      }
    });

    const { escalations } = opened.database.records;
    const counts = await escalations.countOutcomes(incident.teamId);
    const told = counts.map(({ target, outcome, count, seconds, answeredWithin, since }) => {
      const name = target.kind === 'person' ? 'people' : `${target.kind}:${target.name}`;
      return [name, outcome, count, seconds / 60, answeredWithin, since];
    });
    const since = anEscalation().requestedAt;
    const none = [0, 0, 0, 0, 0, 0, 0];
    expect(told.sort()).toEqual([
      ['group:devops', 'answered', 2, 8, [0, 0, 2, 2, 2, 2, 2], since],
      ['group:devops', 'ended', 1, 0, none, since],
      ['group:devops', 'unanswered', 1, 0, none, since],
      ['people', 'answered', 2, 4, [1, 1, 2, 2, 2, 2, 2], since],
      ['policy:database', 'open', 1, 0, none, since],
    ]);
    expect(await escalations.countOutcomes(teamId('T0OTHER'))).toEqual([]);
    await commit(opened, ({ incidents }) => incidents.save({ ...incident, status: 'canceled' }));
    expect(await escalations.countOutcomes(incident.teamId)).toEqual(counts);
  });

  it('are not counted where they were a drill’s, until that has become real', async () => {
    const opened = await openWithIncident(open);
    await commit(opened, ({ escalations }) => escalations.add(unanswered));
    const { escalations, incidents } = opened.database.records;
    await commit(opened, (records) => records.incidents.save({ ...incident, isDrill: true }));
    expect(await escalations.countOutcomes(incident.teamId)).toEqual([]);

    const drill = await incidents.find(incident.id);
    await commit(opened, (records) => records.incidents.save({ ...incident, ...drill, isDrill: false }));
    expect(await escalations.countOutcomes(incident.teamId)).toHaveLength(1);
  });
});
