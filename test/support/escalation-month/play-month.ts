import { type IncidentId, incidentId } from '../../../src/domain/ids.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { addMilliseconds, DAY, HOUR, MINUTE, millisecondsBetween, SECOND } from '../../../src/domain/time.ts';
import { escalateIncident } from '../../../src/use-cases/escalation/escalate-incident.ts';
import { changeStatus } from '../../../src/use-cases/incident/change-status.ts';
import { rememberPerson } from '../../../src/use-cases/people/know-people.ts';
import { commit } from '../commit.ts';
import type { TestDatabase } from '../engines.ts';
import { createDice } from '../simulation/dice.ts';
import { channelOfIncident } from './act.ts';
import { castMonth, TEAM } from './cast.ts';
import { CHANGES_OF_CLOCKS, MONTH_DAYS, MONTH_START, Month } from './month.ts';
import { MonthProcess } from './month-process.ts';
import { planCovers } from './plan-covers.ts';

/** Less than what is told as late, and enough that much of what is due is done together. */
const LOOKS_EVERY = 30 * SECOND;

/** By then nothing is left to do; what still is hangs. */
const LAST = (MONTH_DAYS + 7) * DAY;

/** Plays a month with so many escalations, and resolves when nothing is left to do. */
export async function playMonth(opened: TestDatabase, seed: string, escalations: number): Promise<Month> {
  const dice = createDice(seed);
  const month = new Month({ dice, cast: castMonth(dice), opened });
  await planIncidents(month, escalations);
  planMachine(month, escalations);
  planPeople(month);
  planCovers(month);
  startProcess(month);
  for (let at = await nextAt(month); at !== undefined && at < LAST; at = await nextAt(month)) {
    month.clock.set(addMilliseconds(MONTH_START, Math.max(at, month.elapsed())));
    const acts = month.agenda.takeUntil(month.elapsed()).map(({ run }) => run());
    await month.process?.idle();
    await Promise.all(acts);
    await month.process?.idle();
    await restartIfDead(month);
  }
  return month;
}

/** When something happens next: by people, or by work that is due. */
async function nextAt(month: Month): Promise<number | undefined> {
  const event = month.agenda.nextAt();
  const due = month.process && (await month.opened.workQueue.nextAt());
  if (due === undefined) {
    return event;
  }
  const work = Math.max(month.elapsedAt(due), month.elapsed() + 1);
  const looked = Math.ceil(work / LOOKS_EVERY) * LOOKS_EVERY;
  return event === undefined ? looked : Math.min(event, looked);
}

async function planIncidents(month: Month, escalations: number): Promise<void> {
  const { dice, cast, opened } = month;
  const incidents: Incident[] = [];
  for (let asked = 0; asked < escalations; ) {
    const number = incidents.length + 1;
    const at = whenDeclared(month, number);
    const incident = anIncident(month, number, at);
    incidents.push(incident);
    const most = Math.min(escalations - asked, dice.between(1, 5, 'escalations', number));
    for (let index = 0; index < most; index++) {
      const when = at + (index === 0 ? 0 : dice.between(0, 12, 'asked', number, index) * 5 * MINUTE);
      planEscalation(month, incident, when, asked + index);
    }
    asked += most;
    if (incident.severity === 'SEV1' || dice.chance(0.5, 'resolved', number)) {
      planEnd(month, incident, at + dice.between(3, 200, 'resolved', number, 'when') * 2 * MINUTE);
    }
  }
  await commit(opened, async (records) => {
    for (const person of cast.people) {
      await records.people.save(person);
    }
    for (const incident of incidents) {
      await records.incidents.add(incident);
    }
  });
}

/** At any time, and more often around the hours in which the clocks change. */
function whenDeclared({ dice }: Month, number: number): number {
  if (dice.chance(0.1, 'at a change', number)) {
    const change = millisecondsBetween(MONTH_START, dice.pick(CHANGES_OF_CLOCKS, 'change', number));
    return change + dice.between(-120, 120, 'around', number) * MINUTE;
  }
  return dice.between(0, MONTH_DAYS * 24 * 6 - 1, 'incident', number) * 10 * MINUTE;
}

function anIncident({ dice, cast }: Month, number: number, at: number): Incident {
  const id: IncidentId = incidentId(`INC${String(number).padStart(6, '0')}`);
  return {
    id,
    teamId: TEAM,
    number,
    title: `Incident ${number}`,
    summary: '',
    severity: dice.pick(['SEV1', 'SEV2', 'SEV2', 'SEV3', 'SEV4'], 'severity', number),
    status: 'investigating',
    isPrivate: false,
    isDrill: false,
    declaredBy: dice.pick(cast.staff.slice(0, 20), 'declarer', number),
    declaredAt: addMilliseconds(MONTH_START, at),
    resolvedAt: undefined,
    closedAt: undefined,
    channel: channelOfIncident(id),
    card: undefined,
    announcement: undefined,
    version: 1,
  };
}

function planEscalation(month: Month, incident: Incident, at: number, index: number): void {
  const { dice, cast } = month;
  month.agenda.schedule(at, async () => {
    const { process } = month;
    const personId = dice.pick(cast.staff.slice(0, 20), 'requester', index);
    const hasTarget = dice.chance(0.85, 'has target', index);
    const targets = hasTarget ? [dice.pick(cast.targets, 'whom', index)] : [];
    const request = { teamId: TEAM, personId, deliveryKey: `ask:${index}:${month.elapsed()}` };
    const asked =
      process &&
      (await Promise.race([
        escalateIncident(process.ports, {
          ...request,
          channel: channelOfIncident(incident.id),
          targets,
          reason: `call ${index}`,
          isUrgent: !dice.chance(0.1, 'unhurried', index),
        }),
        process.death,
      ]));
    if (asked === undefined || asked === 'dead') {
      planEscalation(month, incident, month.elapsed() + 5 * MINUTE, index);
      return;
    }
    if (!asked.ok) {
      throw new Error(`escalation ${index} was refused: ${asked.refusal.kind}`);
    }
    for (const { id } of asked.value) {
      month.indexes.set(id, index);
      month.note({ what: 'ask', escalationId: id, personId });
    }
  });
}

function planEnd(month: Month, incident: Incident, at: number): void {
  month.agenda.schedule(at, async () => {
    const { process, opened } = month;
    const { declaredBy: personId, id } = incident;
    const channel = channelOfIncident(id);
    const request = { teamId: TEAM, personId, channel, deliveryKey: `end:${id}:${at}` };
    const open = await opened.database.records.escalations.list(id);
    const ended =
      process &&
      (await Promise.race([changeStatus(process.ports, { ...request, status: 'resolved', text: '' }), process.death]));
    if (ended === undefined || ended === 'dead') {
      planEnd(month, incident, month.elapsed() + 7 * MINUTE);
      return;
    }
    for (const escalation of open) {
      month.note({ what: 'end', escalationId: escalation.id, outcome: `was ${escalation.state}` });
    }
  });
}

/** Stops, crashes and jumps of the clock. */
function planMachine(month: Month, escalations: number): void {
  const { dice } = month;
  const times = Math.max(60, Math.ceil(escalations / 60));
  for (let index = 0; index < times; index++) {
    const at = dice.between(1, MONTH_DAYS * 24 * 60, 'machine', index) * MINUTE + dice.between(0, 59_999, 'ms', index);
    const what = dice.roll('what', index);
    month.agenda.schedule(at, async () => {
      if (what < 0.35) {
        month.isCrashDue = true;
      } else if (what < 0.8) {
        await takeDown(month, what < 0.65, dice.between(0, 120, 'down', index) * MINUTE);
      } else if (what < 0.9) {
        month.jump(-dice.between(1, 30, 'back', index) * SECOND);
      } else {
        month.jump(dice.between(1, 4, 'forward', index) * HOUR);
      }
    });
  }
}

async function takeDown(month: Month, isOrderly: boolean, wait: number): Promise<void> {
  const { process } = month;
  month.process = undefined;
  await (isOrderly ? process?.stop() : process?.crash());
  if (process !== undefined) {
    month.agenda.schedule(month.elapsed() + wait, async () => startProcess(month));
  }
}

async function restartIfDead(month: Month): Promise<void> {
  const { process } = month;
  const isDead = process !== undefined && (await Promise.race([process.death, Promise.resolve('alive')])) === 'dead';
  if (isDead) {
    await takeDown(month, false, month.dice.between(0, 30, 'dead', month.elapsed()) * MINUTE);
  }
}

function startProcess(month: Month): void {
  month.stalls.push(month.now());
  month.starts += 1;
  month.process ??= new MonthProcess(month, month.starts);
}

/** Some of those who ask for nothing leave, and come back. */
function planPeople(month: Month): void {
  const { dice, cast } = month;
  for (let index = 0; index < 20; index++) {
    const person = dice.pick(cast.people.slice(20, cast.staff.length), 'leaves', index);
    const at = dice.between(0, MONTH_DAYS * 24, 'leaves', index, 'when') * HOUR;
    const ports = { database: month.opened.database, clock: month.clock, wake: () => {} };
    const change = (isDeactivated: boolean) => () => rememberPerson(ports, { ...person, isDeactivated });
    month.agenda.schedule(at, change(true));
    month.agenda.schedule(at + dice.between(1, 24, 'leaves', index, 'for') * HOUR, change(false));
  }
}
