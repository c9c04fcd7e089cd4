import type { Measurement } from './measure.ts';

export interface Summary {
  readonly name: string;
  readonly requests: number;
  readonly perSecond: number;
  readonly slowest: number;
  readonly fastest: number;
  readonly p50: number;
  readonly p99: number;
  readonly senderBusy: number;
  readonly linesPerSecond: number;
}

/** All rounds of one contender together. */
export function summarise(name: string, rounds: readonly Measurement[]): Summary {
  const took = rounds.flatMap(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const seconds = sum(rounds.map((round) => round.seconds));
  const rates = rounds.map((round) => round.milliseconds.length / round.seconds);
  return {
    name,
    requests: took.length,
    perSecond: took.length / seconds,
    slowest: Math.min(...rates),
    fastest: Math.max(...rates),
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    senderBusy: sum(rounds.map((round) => round.senderBusy)) / rounds.length,
    linesPerSecond: sum(rounds.map((round) => round.linesPosted)) / seconds,
  };
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Columns as wide as their widest cell, figures to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd : cell.padStart).call(cell, widths[column] ?? 0))
        .join('  '),
    )
    .join('\n');
}
