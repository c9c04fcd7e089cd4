import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '../src/database/open-database.ts';
import { channelId, personId, teamId } from '../src/domain/ids.ts';
import type { Incident } from '../src/domain/incident/incident.ts';
import { accept } from '../src/domain/result.ts';
import { addMilliseconds, MINUTE } from '../src/domain/time.ts';
import { SPOKEN_KINDS } from '../src/domain/timeline/timeline-event.ts';
import { defaultPolicy } from '../src/policy.ts';
import { timelinePage } from '../src/slack/messages/timeline-page.ts';
import { createSystem } from '../src/system/create-system.ts';
import { declareIncident } from '../src/use-cases/incident/declare-incident.ts';
import { recordEvent } from '../src/use-cases/timeline/record-event.ts';
import { showTimeline } from '../src/use-cases/timeline/show-timeline.ts';
import { percentile, table } from './summary.ts';

const EVENTS = [10, 1_000, 5_000];
const PAGES = 200;
/** What one page of a long timeline may take. */
const AIM_MILLISECONDS = 100;
const LONG = 1_000;

const system = createSystem();
const ana = { teamId: teamId('T1'), personId: personId('U-ana'), channel: channelId('C1') };

const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
await bench();

/** A page of the timeline, from the question to the blocks that answer it, on SQLite: its first page, its last, its middle. */
async function bench(): Promise<void> {
  const rows: { readonly events: number; readonly p50: number; readonly p99: number }[] = [];
  for (const events of EVENTS) {
    const opened = await openDatabase({ url: `file:${join(folder, `${events}.db`)}`, ids: system.ids });
    await fill(opened, events);
    const took = await measure(opened, events);
    rows.push({ events, p50: percentile(took, 0.5), p99: percentile(took, 0.99) });
    await opened.close();
  }
  const [least] = rows;
  const cells = rows.map(({ events, p50, p99 }) => [
    `${events.toLocaleString('en')} events`,
    p50.toFixed(1),
    p99.toFixed(1),
    (p50 / (least?.p50 ?? p50)).toFixed(1),
  ]);
  console.log(table([['', 'p50 ms', 'p99 ms', `of ${EVENTS[0]} events`], ...cells]));
  const long = rows.find(({ events }) => events === LONG)?.p99 ?? Number.NaN;
  const verdict = long < AIM_MILLISECONDS ? 'met' : 'missed';
  console.log(
    `\n${LONG.toLocaleString('en')} events, p99: ${long.toFixed(1)} ms (aim: under ${AIM_MILLISECONDS}: ${verdict})`,
  );
}

async function fill({ database, migrateToLatest }: OpenDatabase, events: number): Promise<void> {
  await migrateToLatest();
  const ports = { ...system, database, policy: defaultPolicy, wake: () => {} };
  const declared = await declareIncident(ports, {
    ...ana,
    deliveryKey: 'declared',
    title: 'Checkout answers slowly',
    summary: '',
    severity: 'SEV2',
    isPrivate: false,
    isDrill: false,
    impactStartedAt: undefined,
    responseUrl: undefined,
  });
  if (!declared.ok) {
    throw new Error(declared.refusal.kind);
  }
  const incident: Incident = { ...declared.value, channel: ana.channel };
  await database.transaction(async (records) => {
    await records.incidents.save(incident);
    for (let number = 0; number < events; number++) {
      const at = addMilliseconds(incident.declaredAt, (number - events) * MINUTE);
      const kind = SPOKEN_KINDS[number % SPOKEN_KINDS.length] ?? 'note';
      const text = `Event ${number}: the checkout still has no free connection, and we look at what holds them`;
      await recordEvent(system, records, { incident, kind, text, at, now: at, recordedBy: ana.personId });
    }
    return accept(undefined);
  });
}

async function measure({ database }: OpenDatabase, events: number): Promise<readonly number[]> {
  const took: number[] = [];
  for (let round = 0; round < PAGES; round++) {
    const page = [0, Math.floor(events / 30), Math.ceil(events / 15) - 1][round % 3] ?? 0;
    const begun = performance.now();
    const shown = await showTimeline({ database }, { ...ana, deliveryKey: '' });
    if (!shown.ok) {
      throw new Error(shown.refusal.kind);
    }
    timelinePage(shown.value, { page, show: 'everything' }, defaultPolicy.reactions);
    took.push(performance.now() - begun);
  }
  return took.sort((a, b) => a - b);
}
