import { type Summary, table } from './summary.ts';

const OF_BARE_BOLT = 0.6;
const OF_ITSELF = 0.9;

/** The figures, and what they say about the aims; `summaries` begins with bare Bolt and ends with the fullest database. */
export function report(summaries: readonly Summary[]): string {
  const [bare, ...bots] = summaries;
  const full = bots.at(-1);
  const small = bots.at(-2);
  if (bare === undefined || full === undefined || small === undefined) {
    throw new Error('There is nothing to compare.');
  }
  const head = ['', 'requests/s', '(rounds)', 'p50 ms', 'p99 ms', 'of bare Bolt', 'lines posted/s', 'sender busy'];
  return [
    table([head, ...summaries.map((summary) => row(summary, bare))]),
    '',
    ...bots.map((bot) => aim(`${bot.name}, of bare Bolt`, bot.perSecond / bare.perSecond, OF_BARE_BOLT)),
    aim(`${full.name}, of ${small.name}`, full.perSecond / small.perSecond, OF_ITSELF),
    '',
    'Every request that was acked was found in the database, by another process. Meanwhile the bot posted lines in the',
    'channel over HTTP, to a Slack that answers at once; what it had not posted when a round ended waited in its queue.',
    'Where the sender is busy near 100 %, it and not the server is the limit.',
  ].join('\n');
}

function row(summary: Summary, bare: Summary): readonly string[] {
  return [
    summary.name,
    summary.perSecond.toFixed(0),
    `${summary.slowest.toFixed(0)}–${summary.fastest.toFixed(0)}`,
    summary.p50.toFixed(1),
    summary.p99.toFixed(1),
    (summary.perSecond / bare.perSecond).toFixed(2),
    summary.linesPerSecond.toFixed(0),
    `${(summary.senderBusy * 100).toFixed(0)} %`,
  ];
}

function aim(what: string, ratio: number, least: number): string {
  return `${what}: ${ratio.toFixed(2)} (aim: at least ${least}: ${ratio >= least ? 'met' : 'missed'})`;
}
