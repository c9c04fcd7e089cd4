import type { Metric, Registry } from 'prom-client';
import { ANSWER_BOUNDS, type EscalationCount } from '../domain/escalation/escalation-count.ts';
import { MINUTE, SECOND } from '../domain/time.ts';

/** So many targets have a label of their own, those that were called first; the others share one. */
export const MOST_TARGETS = 50;
const LONGEST_NAME = 100;

interface Value {
  readonly metricName?: string;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}

/**
 * Escalations by target and outcome, and how long answers took. They are read from the database whenever somebody reads
 * them, so they are the same after a restart and in every process. No answer ever leaves its series, which would read as
 * a new beginning: what may change later, such as the incident's severity, is no label, and a target keeps the label it has.
 * Only what turns out to have been a drill leaves.
 */
export function addEscalationFigures(registry: Registry, count: () => Promise<readonly EscalationCount[]>): void {
  const read = sharing(async () => label(await count()));
  register(registry, {
    name: 'faultline_escalations',
    help: 'Escalations, by whom they were for and outcome, without drills.',
    type: 'gauge',
    values: async () => (await read()).map(toValue),
  });
  register(registry, {
    name: ANSWERS,
    help: 'From the request to the first answer of an escalation, by whom it was for, without drills.',
    type: 'histogram',
    values: async () => (await read()).filter(({ outcome }) => outcome === 'answered').flatMap(toBuckets),
  });
}

const ANSWERS = 'faultline_time_to_acknowledge_seconds';

interface Labelled extends Omit<EscalationCount, 'target'> {
  readonly target: string;
}

/** Whoever asks while it is being read gets the same. */
function sharing<T>(read: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= read().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

function label(counts: readonly EscalationCount[]): readonly Labelled[] {
  const named = counts.map((count) => ({ ...count, target: nameOf(count.target) }));
  const oldestFirst = named.toSorted((a, b) => order(a.since, b.since) || order(a.target, b.target));
  const shown = new Set([...new Set(oldestFirst.map(({ target }) => target))].slice(0, MOST_TARGETS));
  return merge(named.map((one) => (shown.has(one.target) ? one : { ...one, target: 'others' })));
}

function nameOf(target: EscalationCount['target']): string {
  return target.kind === 'person' ? 'people' : `${target.kind}:${target.name.slice(0, LONGEST_NAME)}`;
}

/** One row for what has the same labels. */
function merge(rows: readonly Labelled[]): readonly Labelled[] {
  const merged = new Map<string, Labelled>();
  for (const row of rows) {
    const key = JSON.stringify([row.target, row.outcome]);
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined
        ? row
        : {
            ...row,
            count: before.count + row.count,
            seconds: before.seconds + row.seconds,
            answeredWithin: row.answeredWithin.map((within, index) => within + (before.answeredWithin[index] ?? 0)),
          },
    );
  }
  return [...merged.values()];
}

function toValue({ target, outcome, count }: Labelled): Value {
  return { labels: { target, outcome }, value: count };
}

function toBuckets({ target, count, seconds, answeredWithin }: Labelled): readonly Value[] {
  const labels = { target };
  const bucket = (le: string | number, value: number) => ({
    metricName: `${ANSWERS}_bucket`,
    labels: { ...labels, le },
    value,
  });
  return [
    ...ANSWER_BOUNDS.map((bound, index) => bucket((bound * MINUTE) / SECOND, answeredWithin[index] ?? 0)),
    bucket('+Inf', count),
    { metricName: `${ANSWERS}_sum`, labels, value: seconds },
    { metricName: `${ANSWERS}_count`, labels, value: count },
  ];
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The client's own kinds count in the process; this one is told all its values when it is read. */
function register(
  registry: Registry,
  {
    values,
    ...metric
  }: { name: string; help: string; type: 'gauge' | 'histogram'; values: () => Promise<readonly Value[]> },
): void {
  const told = { ...metric, aggregator: 'first', get: async () => ({ ...metric, values: await values() }) };
  registry.registerMetric(told as unknown as Metric);
}
