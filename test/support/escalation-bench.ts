import { calendarsOf } from '../../src/calendars/calendar-of.ts';
import type { Escalation } from '../../src/domain/escalation/escalation.ts';
import { channelId, messageKey, type PersonId, personId, teamId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { createSystem } from '../../src/system/create-system.ts';
import { escalateIncident } from '../../src/use-cases/escalation/escalate-incident.ts';
import { keepCall } from '../../src/use-cases/escalation/keep-call.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { createHandlers } from '../../src/work/handlers.ts';
import { Worker } from '../../src/work/worker.ts';
import { commit } from './commit.ts';
import type { TestEngine } from './engines.ts';
import {
  idleActionItemMessenger,
  idleBoard,
  idleDirectory,
  idleMessenger,
  idleReviewMessenger,
} from './escalation-month/idle-ports.ts';
import { aPerson, aRecordedIncident } from './record-builder.ts';
import { silentLog } from './silent-log.ts';

export const START = '2026-03-10T14:00:00.000Z' as Instant;
export const TEAM = teamId('T0TRAVEL');
export const CHANNEL = channelId('C0INCIDENT');
export const [ana, ben, cleo] = ['U0ANA', 'U0BEN', 'U0CLEO'].map(personId) as [PersonId, PersonId, PersonId];

/** An escalation of two steps, Ben and then Cleo, on a real database, with two processes on it. */
export interface EscalationBench {
  readonly clock: ManualClock;
  /** The ports of either process. */
  readonly here: Ports;
  readonly there: Ports;
  /** Who was called, in order. */
  readonly called: readonly PersonId[];
  read(): Promise<Escalation>;
  /** Has both processes do what is due. */
  work(): Promise<void>;
  request(personId: PersonId): {
    teamId: typeof TEAM;
    personId: PersonId;
    deliveryKey: string;
    escalationId: Escalation['id'];
  };
}

export async function openEscalationBench({ open }: TestEngine): Promise<EscalationBench> {
  const opened = await open();
  const peer = await opened.peer();
  const clock = new ManualClock(START);
  const called: PersonId[] = [];
  const incident = aRecordedIncident({
    status: 'investigating',
    resolvedAt: undefined,
    closedAt: undefined,
    channel: CHANNEL,
  });
  await commit(opened, async (records) => {
    await records.incidents.add(incident);
    for (const id of [ana, ben, cleo]) {
      await records.people.save(aPerson({ id, name: id.slice(2).toLowerCase() }));
    }
  });
  // One for both, so that the order of ids is that of what happened, also within a millisecond.
  const system = createSystem();
  const portsOf = ({ database }: Pick<Ports, 'database'>): Ports => ({
    ...system,
    clock,
    timers: clock,
    random: () => 0.5,
    database,
    policy: twoSteps(),
    wake: () => {},
    ...outside(called),
  });
  const [here, there] = [portsOf(opened), portsOf(peer)];
  const asked = await escalateIncident(here, {
    teamId: TEAM,
    personId: ana,
    deliveryKey: 'ask',
    channel: CHANNEL,
    targets: [{ kind: 'policy', name: 'two-steps' }],
    reason: '',
    isUrgent: true,
  });
  const id = asked.ok ? asked.value[0]?.id : undefined;
  if (id === undefined) {
    throw new Error('nobody was called');
  }
  for (const call of asked.ok ? (asked.value[0]?.calls ?? []) : []) {
    await keepCall(here, { escalationId: id, callId: call.id }, { state: 'delivered' });
  }
  const workers = [
    { ports: here, queue: opened.workQueue },
    { ports: there, queue: peer.workQueue },
  ].map(
    ({ ports, queue }) =>
      new Worker({
        queue,
        handlers: createHandlers(ports, async () => {}),
        system: ports,
        log: silentLog,
        onFailure: async () => {},
        countWork: () => {},
      }),
  );
  let requests = 0;
  return {
    clock,
    here,
    there,
    called,
    read: async () => (await opened.database.records.escalations.find(id)) as Escalation,
    work: async () => {
      for (const worker of workers) {
        worker.start();
      }
      await Promise.all(workers.map((worker) => worker.idle()));
      // What one did last may be work for the other.
      await Promise.all(workers.map((worker) => worker.idle()));
    },
    request: (by) => {
      requests += 1;
      return { teamId: TEAM, personId: by, deliveryKey: `request ${requests}`, escalationId: id };
    },
  };
}

function twoSteps(): Ports['policy'] {
  const steps = [ben, cleo].map((id) => ({ targets: [{ kind: 'person', id } as const], waitMinutes: 5 }));
  const policy = { name: 'two-steps', severities: [], steps, workingHours: undefined, rounds: 2, contacts: [] };
  return { ...defaultPolicy, escalationPolicies: [policy] };
}

function outside(
  called: PersonId[],
): Pick<
  Ports,
  | 'caller'
  | 'webhooks'
  | 'directory'
  | 'messenger'
  | 'reviewMessenger'
  | 'tracker'
  | 'actionItemMessenger'
  | 'calendarOf'
  | 'postmortemFiles'
  | 'board'
  | 'folder'
> {
  const posted = async () => ({ channel: CHANNEL, key: messageKey('1') });
  const done = async () => {};
  return {
    caller: {
      linkToChannel: () => '',
      postEscalation: posted,
      refreshEscalation: done,
      postStep: done,
      callPerson: async (person) => {
        called.push(person);
        return posted();
      },
      callChannel: posted,
      findCall: async () => undefined,
      refreshCall: done,
      tellEnded: done,
      postUnreached: done,
      postUnanswered: posted,
      tellUnanswered: done,
      askStillOnIt: done,
    },
    webhooks: { send: async () => '202' },
    directory: { ...idleDirectory, wantsQuiet: async () => false },
    reviewMessenger: idleReviewMessenger,
    actionItemMessenger: idleActionItemMessenger,
    calendarOf: calendarsOf([]),
    messenger: { ...idleMessenger, invite: done, setTopic: done, postEventLine: posted },
    postmortemFiles: { write: () => [] },
    board: idleBoard,
    tracker: undefined,
    folder: undefined,
  };
}
