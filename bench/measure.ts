import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Load, sendAll } from './load.ts';
import { logRequests } from './log-requests.ts';
import type { Plan } from './read-arguments.ts';
import { type RunningContender, startBareBolt, startBot } from './start-contender.ts';
import { type Slack, startSlack } from './start-slack.ts';
import { countLinesPosted, countStoredEvents } from './stored-events.ts';

/** Bare Bolt where there is no database. */
export interface Contender {
  readonly name: string;
  readonly databaseFile: string | undefined;
}

export interface Measurement extends Load {
  /** Lines that the bot posted in the channel meanwhile; 0 for bare Bolt. */
  readonly linesPosted: number;
}

const WARM_UPS = [1_000, 3_000];

/**
 * Starts everything anew, on a copy of the database, so that no contender works while another is measured and none
 * inherits what an earlier round left in its queue.
 */
export async function measure(
  contender: Contender,
  { seconds, profileFolder }: Plan,
  parent: string,
): Promise<Measurement> {
  const folder = mkdtempSync(join(parent, 'round-'));
  const slack = await startSlack(folder);
  try {
    const databaseFile = contender.databaseFile && join(folder, 'faultline.db');
    if (contender.databaseFile && databaseFile) {
      copyFileSync(contender.databaseFile, databaseFile);
    }
    const place = { folder, profileFolder };
    const running = await (databaseFile ? startBot(slack, { ...place, databaseFile }) : startBareBolt(slack, place));
    try {
      return await measureRunning({ slack, running, databaseFile, seconds });
    } finally {
      await running.stop();
    }
  } finally {
    await slack.stop();
    rmSync(folder, { recursive: true });
  }
}

interface Round {
  readonly slack: Slack;
  readonly running: RunningContender;
  readonly databaseFile: string | undefined;
  readonly seconds: number;
}

async function measureRunning(round: Round): Promise<Measurement> {
  let rate = 0;
  for (const [number, count] of WARM_UPS.entries()) {
    const warmUp = await send(round, `warm-up ${number}`, count);
    rate = count / warmUp.seconds;
  }
  return send(round, 'measured', Math.ceil(rate * round.seconds));
}

/** Checks that every request which was acked is on the timeline: how fast requests are refused is no figure. */
async function send({ slack, running, databaseFile }: Round, words: string, count: number): Promise<Measurement> {
  const linesBefore = databaseFile ? countLinesPosted(databaseFile) : 0;
  const load = await sendAll({
    address: running.address,
    requests: logRequests(slack, words, count),
    isExpected: databaseFile ? (body) => body.includes('On the timeline at') : (body) => body === '',
  });
  if (databaseFile === undefined) {
    return { ...load, linesPosted: 0 };
  }
  const linesPosted = countLinesPosted(databaseFile) - linesBefore;
  const stored = countStoredEvents(databaseFile, words);
  if (stored !== count) {
    throw new Error(`${count} requests were acked and ${stored} of them are stored.`);
  }
  return { ...load, linesPosted };
}
