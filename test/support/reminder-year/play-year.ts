import type { PersonId } from '../../../src/domain/ids.ts';
import { COMMANDER } from '../../../src/domain/roles/role.ts';
import { addMilliseconds, DAY, HOUR, MINUTE, millisecondsBetween } from '../../../src/domain/time.ts';
import { createSystem } from '../../../src/system/create-system.ts';
import { enqueue } from '../../../src/use-cases/enqueue.ts';
import { askToKnowGroups } from '../../../src/use-cases/people/know-groups.ts';
import { assignRoles } from '../../../src/use-cases/roles/assign-roles.ts';
import { commit } from '../commit.ts';
import type { TestDatabase } from '../engines.ts';
import { createDice } from '../simulation/dice.ts';
import { planChannels, planGroups, showTo } from './audiences-live.ts';
import { castYear, TEAM } from './cast.ts';
import { planItems } from './items-live.ts';
import { atAnOddMinute, planPeople } from './people-live.ts';
import { type Crash, YEAR_START, Year } from './year.ts';
import { YearProcess } from './year-process.ts';

export interface YearPlan {
  readonly seed: string;
  readonly items: number;
  readonly people: number;
  readonly days: number;
  readonly replicas: number;
}

const LOOKS_EVERY = MINUTE;

/** Plays it, and resolves when it is over. */
export async function playYear(opened: TestDatabase, plan: YearPlan): Promise<Year> {
  const dice = createDice(plan.seed);
  const cast = castYear(dice, { people: plan.people, at: YEAR_START });
  const peers = await Promise.all(Array.from({ length: plan.replicas }, () => opened.peer()));
  const year = new Year({ dice, cast, days: plan.days, opened, peers });
  await furnish(year);
  planPeople(year);
  planItems(year, plan.items);
  planCommanders(year);
  planGroups(year);
  await planChannels(year);
  planMachine(year);
  for (let day = 0; day < plan.days; day += 7) {
    year.agenda.schedule(day * DAY + MINUTE / 2, () => opened.tidy());
  }
  for (const place of peers.keys()) {
    await start(year, place);
  }
  for (let at = await nextAt(year); at !== undefined && at < plan.days * DAY; at = await nextAt(year)) {
    year.clock.set(addMilliseconds(YEAR_START, Math.max(at, year.elapsed())));
    for (const { run } of year.agenda.takeUntil(year.elapsed())) {
      await run();
    }
    await idle(year);
    bury(year);
  }
  await Promise.all(year.processes.flatMap((process) => (process === undefined ? [] : [process.stop()])));
  return year;
}

async function idle({ processes }: Year): Promise<void> {
  // What one has just asked for another may have looked past.
  for (let round = 0; round < Math.min(2, processes.length); round++) {
    await Promise.all(processes.flatMap((process) => (process === undefined ? [] : [process.idle()])));
  }
}

async function nextAt(year: Year): Promise<number | undefined> {
  const event = year.agenda.nextAt();
  const due = year.isBotUp ? await year.opened.workQueue.nextAt() : undefined;
  if (due === undefined) {
    return event;
  }
  const work = Math.max(millisecondsBetween(YEAR_START, due), year.elapsed() + 1);
  const looked = Math.ceil(work / LOOKS_EVERY) * LOOKS_EVERY;
  return event === undefined ? looked : Math.min(event, looked);
}

async function furnish(year: Year): Promise<void> {
  const { cast } = year;
  await commit(year.opened, async (records) => {
    for (const person of cast.people) {
      await records.people.save(person);
      year.keep(year.people, person.id, person);
    }
    for (const incident of cast.incidents) {
      await records.incidents.add(incident);
      year.keep(year.commanders, incident.id, incident.declaredBy);
    }
    for (const [id, members] of cast.groups) {
      year.keep(year.groups, id, members);
    }
  });
}

/** Incidents get another commander now and then. */
function planCommanders(year: Year): void {
  const { dice, cast } = year;
  const ports = { ...createSystem(), clock: year.clock, database: year.opened.database, wake: () => {} };
  for (let index = 0; index < cast.incidents.length / 2; index++) {
    const at = atAnOddMinute(dice.between(0, year.days * 24, 'commander', index) * HOUR);
    const incident = dice.pick(cast.incidents, 'commander', index, 'of');
    const person: PersonId = dice.pick(cast.leaders, 'commander', index, 'who');
    year.agenda.schedule(at, async () => {
      const { channel, declaredBy: personId } = incident;
      if (year.isBotUp && channel !== undefined) {
        const request = { teamId: TEAM, personId, channel, deliveryKey: `commander:${index}` };
        await assignRoles(ports, { ...request, changes: [{ role: COMMANDER, person }] });
        year.keep(year.commanders, incident.id, person);
        await showTo(year, incident, person);
        year.count('commanders');
      }
    });
  }
}

/** Replicas stop and crash at any moment, in the middle of what they do too; now and then all of them are away. */
function planMachine(year: Year): void {
  const { dice, days } = year;
  for (let index = 0; index < days / 3; index++) {
    const at = dice.between(1, days * 24 * 60, 'machine', index) * MINUTE;
    const what = dice.roll('what', index);
    const place = dice.between(0, year.peers.length - 1, 'place', index);
    const crash = dice.pick<Crash>(['before-sending', 'after-sending', 'after-commit'], 'crash', index);
    year.agenda.schedule(at, async () => {
      if (what < 0.5) {
        year.crashDue = crash;
      } else {
        await takeDown(year, place, what < 0.75, dice.between(0, 60, 'down', index) * MINUTE);
      }
    });
  }
  for (let index = 0; index < days / 40; index++) {
    const at =
      dice.between(index * 40, index * 40 + 39, 'still', index) * DAY + dice.between(0, 23, 'hour', index) * HOUR;
    const wait = dice.pick([2, 8, 20, 72], 'still', index, 'for') * HOUR;
    year.agenda.schedule(at, async () => {
      for (const [place] of year.peers.entries()) {
        await takeDown(year, place, dice.chance(0.5, 'orderly', index, place), wait);
      }
    });
  }
}

async function takeDown(year: Year, place: number, isOrderly: boolean, wait: number): Promise<void> {
  const process = year.processes[place];
  if (process === undefined) {
    return;
  }
  year.processes[place] = undefined;
  await (isOrderly ? process.stop() : process.crash());
  noteDown(year);
  year.agenda.schedule(year.elapsed() + wait, async () => start(year, place));
}

/** Whoever died comes back by itself. */
function bury(year: Year): void {
  for (const [place, process] of year.processes.entries()) {
    if (process?.isDead === true) {
      year.processes[place] = undefined;
      noteDown(year);
      const wait = year.dice.between(0, 20, 'dead', year.starts) * MINUTE;
      year.agenda.schedule(year.elapsed() + wait, async () => start(year, place));
    }
  }
}

function noteDown(year: Year): void {
  if (!year.isBotUp && year.botDown.at(-1)?.until !== Number.POSITIVE_INFINITY) {
    year.botDown.push({ from: year.elapsed(), until: Number.POSITIVE_INFINITY });
  }
}

/** It reads who is there and in which groups, as it does at every start. */
async function start(year: Year, place: number): Promise<void> {
  const peer = year.peers[place];
  if (peer === undefined || year.processes[place] !== undefined) {
    return;
  }
  const last = year.botDown.at(-1);
  if (last !== undefined && last.until === Number.POSITIVE_INFINITY) {
    year.botDown[year.botDown.length - 1] = { from: last.from, until: year.elapsed() };
  }
  await commit(year.opened, async (records) => {
    const now = year.clock.now();
    await enqueue(records, 'know-everybody', now, { kind: 'know-everybody', teamId: TEAM, cursor: undefined });
    await askToKnowGroups(records, TEAM, now);
  });
  year.starts += 1;
  year.processes[place] = new YearProcess(year, peer, year.starts);
}
