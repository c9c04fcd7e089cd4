import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { calendarsOf } from '../src/calendars/calendar-of.ts';
import { type OpenDatabase, openDatabase } from '../src/database/open-database.ts';
import { channelId, messageKey, personId, teamId } from '../src/domain/ids.ts';
import { addMilliseconds, DAY, HOUR, type Instant, MINUTE, UTC } from '../src/domain/time.ts';
import { defaultPolicy } from '../src/policy.ts';
import { createSystem } from '../src/system/create-system.ts';
import { remindPerson } from '../src/use-cases/action-items/remind-person.ts';
import { idleActionItemMessenger, idleDirectory } from '../test/support/escalation-month/idle-ports.ts';
import { percentile, table } from './summary.ts';

const STORED = [1_000, 1_000_000];
/** How many people are reminded on that morning, each of a few items, however many are stored. */
const REMINDED = 100;
const ITEMS_EACH = 5;
const MORNINGS = 3;
/** What a morning may cost more, of a thousand times as much. */
const AIM_RATIO = 1.5;

const TEAM = teamId('T1');
/** A Tuesday on which everything that is due is due. */
const MORNING = '2026-06-09T09:00:00.000Z' as Instant;
const BEFORE = addMilliseconds(MORNING, -30 * DAY);

const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
await bench();

/** The work of one morning on SQLite, from the queue to the kept digests, side by side. The chat system answers at once. */
async function bench(): Promise<void> {
  const databases: { readonly stored: number; readonly opened: OpenDatabase; readonly took: number[] }[] = [];
  for (const stored of STORED) {
    const file = join(folder, `${stored}.db`);
    const opened = await openDatabase({ url: `file:${file}`, ids: createSystem().ids });
    await opened.migrateToLatest();
    fill(file, stored);
    databases.push({ stored, opened, took: [] });
  }
  for (let morning = 0; morning < MORNINGS; morning++) {
    for (const { opened, took } of databases) {
      took.push(await remindAll(opened, addMilliseconds(MORNING, morning * 7 * DAY)));
    }
  }
  const [few] = databases;
  const median = (took: readonly number[]) =>
    percentile(
      [...took].sort((one, other) => one - other),
      0.5,
    );
  const rows = databases.map(({ stored, took }) => [
    `${stored.toLocaleString('en')} stored`,
    median(took).toFixed(0),
    (median(took) / REMINDED).toFixed(2),
    (median(took) / median(few?.took ?? took)).toFixed(2),
  ]);
  console.log(table([['', `ms for ${REMINDED} people`, 'ms each', `of ${STORED[0]?.toLocaleString('en')}`], ...rows]));
  const ratio = median(databases.at(-1)?.took ?? []) / median(few?.took ?? []);
  console.log(`\nratio ${ratio.toFixed(2)} (aim: under ${AIM_RATIO}: ${ratio < AIM_RATIO ? 'met' : 'missed'})`);
  await Promise.all(databases.map(({ opened }) => opened.close()));
}

/** Claims what is due as the worker does, runs it, and finishes it. */
async function remindAll({ database, workQueue }: OpenDatabase, now: Instant): Promise<number> {
  let sent = 0;
  const ports = {
    ...createSystem(),
    clock: { now: () => now },
    database,
    policy: defaultPolicy,
    calendarOf: calendarsOf([]),
    directory: { ...idleDirectory, findPerson: async () => undefined },
    actionItemMessenger: {
      ...idleActionItemMessenger,
      remind: async () => {
        sent += 1;
        return { message: { channel: channelId('D1'), key: messageKey(`${now}.${sent}`) }, at: now };
      },
    },
    wake: () => {},
  };
  const begun = performance.now();
  for (let claimed = await claim(); claimed.length > 0; claimed = await claim()) {
    for (const piece of claimed) {
      if (piece.work.kind === 'remind-person') {
        await remindPerson(ports, piece.work, piece);
      }
      await workQueue.finish(piece.id, 'bench', now);
    }
  }
  const took = performance.now() - begun;
  if (sent !== REMINDED) {
    throw new Error(`${sent} people were reminded, not ${REMINDED}.`);
  }
  return took;

  function claim() {
    const until = addMilliseconds(now, 2 * MINUTE);
    return workQueue.claim({ by: 'bench', now, until, limit: 8, ordinaryLimit: 8 });
  }
}

/** Past the stores, which would take an hour. Whatever is not due belongs to others, and most of it is done. */
function fill(file: string, stored: number): void {
  const connection = new Sqlite(file);
  const due = REMINDED * ITEMS_EACH;
  const lane = (person: string) => `remind-person:${TEAM}:${person}`;
  connection.exec('begin');
  connection
    .prepare(
      `insert into incident (id, team_id, number, title, summary, severity, status, is_private, is_drill, declared_by,
         declared_at, resolved_at, closed_at, channel, version)
       values ('INC1', ?, 1, 'Checkout answers slowly', '', 'SEV2', 'closed', 0, 0, 'U-lead', ?, ?, ?, 'C1', 1)`,
    )
    .run(TEAM, BEFORE, BEFORE, BEFORE);
  const person = connection.prepare(
    `insert into person (team_id, id, name, time_zone, is_bot, is_deactivated, is_admin) values (?, ?, ?, ?, 0, 0, 0)`,
  );
  const item = connection.prepare(
    `insert into action_item (id, team_id, incident_id, title, owner_kind, owner_id, due_on, status, planned_at, created_by, created_at)
     values (?, ?, 'INC1', ?, 'person', ?, ?, ?, ?, 'U-lead', ?)`,
  );
  const recipient = connection.prepare(
    `insert into action_item_recipient (action_item_id, team_id, person_id, capacity) values (?, ?, ?, 'owner')`,
  );
  const work = connection.prepare(
    `insert into work (id, lane, kind, payload_json, run_at, is_urgent, attempts) values (?, ?, 'remind-person', ?, ?, 0, 0)`,
  );
  const people = Math.max(REMINDED * 2, stored / 20);
  for (let number = 0; number < people; number++) {
    const id = personId(`U${String(number).padStart(6, '0')}`);
    const runAt = number < REMINDED ? MORNING : addMilliseconds(MORNING, (400 + (number % 30)) * DAY + HOUR);
    person.run(TEAM, id, id, UTC);
    work.run(`W${id}`, lane(id), JSON.stringify({ kind: 'remind-person', teamId: TEAM, personId: id }), runAt);
  }
  for (let number = 0; number < stored; number++) {
    const isDue = number < due;
    const owner = `U${String(isDue ? number % REMINDED : REMINDED + (number % (people - REMINDED))).padStart(6, '0')}`;
    const id = `ITEM${String(number).padStart(8, '0')}`;
    const isOpen = isDue || number % 4 === 0;
    item.run(
      id,
      TEAM,
      `Size the pool ${number}`,
      owner,
      isDue ? '2026-06-09' : '2027-08-01',
      isOpen ? 'open' : 'done',
      BEFORE,
      BEFORE,
    );
    if (isOpen) {
      recipient.run(id, TEAM, owner);
    }
  }
  connection.exec('commit');
  connection.close();
}
