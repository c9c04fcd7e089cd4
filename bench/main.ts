import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONNECTIONS } from './load.ts';
import { type Contender, type Measurement, measure } from './measure.ts';
import { type Plan, readArguments } from './read-arguments.ts';
import { report } from './report.ts';
import { startSlack } from './start-slack.ts';
import { storeIncidents } from './store-incidents.ts';
import { summarise } from './summary.ts';

const STORED = [0, 100, 20_000];

// So that what it started and what it wrote goes with it.
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

try {
  await bench(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Signed `/incident log` requests to the bot on SQLite, side by side with a Bolt app that only acks. */
async function bench(plan: Plan): Promise<void> {
  const { seconds, rounds } = plan;
  const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const contenders = await prepare(folder);
  const measured = new Map<string, Measurement[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const contender of contenders) {
      const measurement = await measure(contender, plan, folder);
      measured.get(contender.name)?.push(measurement);
      const rate = Math.round(measurement.milliseconds.length / measurement.seconds);
      console.log(`round ${round} of ${rounds}: ${contender.name}: ${rate} requests/s`);
    }
  }
  console.log(`\n${CONNECTIONS} connections, ${rounds} rounds of about ${seconds} s each\n`);
  console.log(report([...measured].map(([name, measurements]) => summarise(name, measurements))));
}

async function prepare(folder: string): Promise<readonly Contender[]> {
  const contenders: Contender[] = [{ name: 'bare Bolt', databaseFile: undefined }];
  const slack = await startSlack(folder);
  for (const count of STORED) {
    const name = `Faultline, ${count.toLocaleString('en')} incidents stored`;
    const databaseFile = join(folder, `${count}.db`);
    await storeIncidents(databaseFile, slack, count);
    contenders.push({ name, databaseFile });
  }
  await slack.stop();
  return contenders;
}
