import { describe, expect, it } from 'vitest';
import { addMilliseconds, MINUTE } from '../../../src/domain/time.ts';
import { acknowledgeEscalation } from '../../../src/use-cases/escalation/acknowledge-escalation.ts';
import { askLater } from '../../../src/use-cases/escalation/ask-later.ts';
import { escalateIncident } from '../../../src/use-cases/escalation/escalate-incident.ts';
import { passOnCall } from '../../../src/use-cases/escalation/pass-on.ts';
import { watchEscalation } from '../../../src/use-cases/escalation/watch-escalation.ts';
import { changeStatus } from '../../../src/use-cases/incident/change-status.ts';
import type { Ports } from '../../../src/use-cases/ports.ts';
import { engines } from '../../support/engines.ts';
import {
  ana,
  ben,
  CHANNEL,
  cleo,
  type EscalationBench,
  openEscalationBench,
  START,
} from '../../support/escalation-bench.ts';

const OVER = addMilliseconds(START, 5 * MINUTE);

/** So many event-loop turns apart, so that each is first in some. */
const TURNS = [-3, -2, -1, 0, 1, 2, 3];

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    await new Promise(setImmediate);
  }
}

/** Both at the instant at which the time of the first step is over, the second so many turns after the first. */
async function atTheBell<First, Second>(
  bench: EscalationBench,
  apart: number,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  bench.clock.set(OVER);
  return Promise.all([turns(Math.max(0, -apart)).then(first), turns(Math.max(0, apart)).then(second)]);
}

function timer(bench: EscalationBench, ports: Ports): Promise<void> {
  const { escalationId } = bench.request(ana);
  return watchEscalation(ports, { escalationId, round: 1, step: 1 }, { runAt: OVER });
}

describe.each(engines)('at one instant on $name', (engine) => {
  async function open(): Promise<EscalationBench> {
    const bench = await openEscalationBench(engine);
    // Ben was called at the start; what both processes do in the end calls whoever is needed then.
    return bench;
  }

  it.each(TURNS)('an answer and the timer call nobody who is not needed (%i)', async (apart) => {
    const bench = await open();
    const [answered] = await atTheBell(
      bench,
      apart,
      () => acknowledgeEscalation(bench.here, bench.request(ben)),
      () => timer(bench, bench.there),
    );
    const escalation = await bench.read();
    await bench.work();

    expect(answered.ok).toBe(true);
    expect(escalation).toMatchObject({ state: 'answered', heldBy: ben });
    expect(bench.called).toEqual([]);
    expect(await bench.read()).toMatchObject({ state: 'answered', heldBy: ben, position: escalation.position });
  });

  it.each(TURNS)('two who answer: one is on it, and the other hears who (%i)', async (apart) => {
    const bench = await open();
    const outcomes = await atTheBell(
      bench,
      apart,
      () => acknowledgeEscalation(bench.here, bench.request(ben)),
      () => acknowledgeEscalation(bench.there, bench.request(cleo)),
    );
    const { heldBy } = await bench.read();

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'already-acknowledged', by: heldBy } });
  });

  it.each(TURNS)('passing on and the timer begin the next step once (%i)', async (apart) => {
    const bench = await open();
    await atTheBell(
      bench,
      apart,
      () => passOnCall(bench.here, bench.request(ben)),
      () => timer(bench, bench.there),
    );
    const { position, calls, incidentId } = await bench.read();
    const events = await bench.here.database.records.timeline.list(incidentId);

    expect(position).toEqual({ round: 1, step: 2 });
    expect(calls.map(({ personId, state }) => [personId, state])).toEqual([
      [ben, 'passed-on'],
      [cleo, 'pending'],
    ]);
    expect(events.filter(({ kind }) => kind === 'called')).toHaveLength(1);
    await bench.work();
    expect(bench.called).toEqual([cleo]);
  });

  it.each(TURNS)('the timer of two processes begins the next step once (%i)', async (apart) => {
    const bench = await open();
    await atTheBell(
      bench,
      apart,
      () => timer(bench, bench.here),
      () => timer(bench, bench.there),
    );
    const { position, calls } = await bench.read();

    expect(position).toEqual({ round: 1, step: 2 });
    expect(calls.map(({ personId }) => personId)).toEqual([ben, cleo]);
  });

  it.each(TURNS)('resolving and the timer call nobody (%i)', async (apart) => {
    const bench = await open();
    const [resolved] = await atTheBell(
      bench,
      apart,
      () => changeStatus(bench.here, { ...bench.request(ana), channel: CHANNEL, status: 'resolved', text: '' }),
      () => timer(bench, bench.there),
    );
    await bench.work();

    expect(resolved.ok).toBe(true);
    expect(await bench.read()).toMatchObject({ state: 'ended' });
    expect(bench.called).toEqual([]);
  });
});

describe.each(engines)('escalating and resolving on $name', (engine) => {
  it.each(TURNS)('leave no call that was asked for before the end going on (%i)', async (apart) => {
    const bench = await openEscalationBench(engine);
    const asked = { ...bench.request(ana), channel: CHANNEL };
    const target = { kind: 'person', id: cleo } as const;
    const [escalated] = await atTheBell(
      bench,
      apart,
      () => escalateIncident(bench.here, { ...asked, targets: [target], reason: '', isUrgent: true }),
      () => changeStatus(bench.there, { ...bench.request(ana), channel: CHANNEL, status: 'resolved', text: '' }),
    );
    const [begun] = escalated.ok ? escalated.value : [];
    const { records } = bench.here.database;
    const events = begun === undefined ? [] : await records.timeline.list(begun.incidentId);
    const told = events.findIndex(({ id }) => id === begun?.eventId);
    const over = events.findIndex(({ kind }) => kind === 'resolved');
    const after = begun && (await records.escalations.find(begun.id));

    expect(after?.state).toBe(told < over ? 'ended' : 'calling');
  });
});

describe.each(engines)('asking for later on $name', (engine) => {
  it('calls once where the next round calls at that instant, by two processes', async () => {
    const bench = await openEscalationBench(engine);
    await bench.work();
    for (const minutes of [5, 2]) {
      bench.clock.advance(minutes * MINUTE);
      await bench.work();
    }
    expect(bench.called).toEqual([cleo]);

    // Asked at 14:07, due at 14:10, when the second round calls Ben.
    const asked = await askLater(bench.here, bench.request(ben));
    bench.clock.advance(3 * MINUTE);
    await bench.work();

    expect(asked).toMatchObject({ ok: true, value: { at: addMilliseconds(START, 10 * MINUTE) } });
    expect(bench.called).toEqual([cleo, ben]);
    expect(await bench.read()).toMatchObject({ position: { round: 2, step: 1 } });
  });
});
