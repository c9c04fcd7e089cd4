import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type CalendarDate, type Instant, instantOfWallClock, type TimeZone } from '../domain/time.ts';
import { ACTS, type Act } from './scenario-acts.ts';

/** An incident as people lived through it, to be played in a workspace. */
export interface Scenario {
  /** The file's name without its ending, `002-checkout-database-outage`. */
  readonly slug: string;
  /** The zone of the scenario's clock. */
  readonly zone: TimeZone;
  readonly people: readonly { readonly name: string; readonly zone: TimeZone }[];
  readonly groups: readonly { readonly handle: string; readonly members: readonly string[] }[];
  readonly channels: readonly { readonly name: string; readonly members: readonly string[] }[];
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** In the order of their instants. */
  readonly steps: readonly Step[];
}

export interface Step {
  readonly at: Instant;
  /** How an error names it: `2024-05-07 14:05, Ana types`. */
  readonly name: string;
  readonly act: Act;
}

const Zone = z
  .string()
  .refine(isZone, 'is no time zone')
  .transform((name) => name as TimeZone);
const Members = z.record(z.string(), z.array(z.string()));
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'is no day, as in 2024-05-07');
const Time = z.string().regex(/^\d{2}:\d{2}(?::\d{2})?$/u, 'is no time, as in 14:05 or 14:05:30');

const File = z.strictObject({
  zone: Zone,
  people: z.record(z.string(), Zone),
  groups: Members.default({}),
  channels: Members,
  days: z.record(Day, z.array(z.looseObject({ at: Time }))),
});

const VERBS = Object.keys(ACTS) as readonly (keyof typeof ACTS)[];

export function loadScenario(path: string): Scenario {
  const slug = basename(path, '.yaml');
  return readScenario(slug, readFileSync(path, 'utf8'));
}

/** An error names the file, and the step where it is one's fault. */
export function readScenario(slug: string, yaml: string): Scenario {
  const file = readAs(File, parse(yaml), `${slug}.yaml`);
  const days = Object.entries(file.days).flatMap(([day, steps]) => steps.map((step) => ({ day, step })));
  const steps = days.map(({ day, step }) => readStep(`${slug}.yaml: ${day}`, day as CalendarDate, step, file.zone));
  requireOrder(steps);
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) {
    throw new Error(`${slug}.yaml: nobody does anything.`);
  }
  return {
    slug,
    zone: file.zone,
    people: Object.entries(file.people).map(([name, zone]) => ({ name, zone })),
    groups: Object.entries(file.groups).map(([handle, members]) => ({ handle, members })),
    channels: Object.entries(file.channels).map(([name, members]) => ({ name, members })),
    startsAt: first.at,
    endsAt: last.at,
    steps,
  };
}

function readStep(where: string, day: CalendarDate, raw: { readonly at: string }, zone: TimeZone): Step {
  const { at, ...rest } = raw as { readonly at: string; readonly who?: unknown };
  const verbs = VERBS.filter((verb) => verb in rest);
  const [verb] = verbs;
  if (verb === undefined || verbs.length > 1) {
    const found = verbs.length === 0 ? 'none of them' : verbs.join(' and ');
    throw new Error(`${where} ${at}: a step has one of ${VERBS.join(', ')}; this one has ${found}.`);
  }
  const name = `${where} ${at}, ${typeof rest.who === 'string' ? `${rest.who} ` : ''}${verb}`;
  return { at: instantAt(day, at, zone), name, act: readAs(ACTS[verb], rest, name) };
}

function instantAt(date: CalendarDate, time: string, zone: TimeZone): Instant {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return instantOfWallClock({ year, month, day, hour, minute, second }, zone);
}

function requireOrder(steps: readonly Step[]): void {
  const early = steps.find((step, index) => step.at < (steps[index - 1]?.at ?? step.at));
  if (early !== undefined) {
    throw new Error(`${early.name}: it comes before the step above it.`);
  }
}

function readAs<Shape extends z.ZodType>(shape: Shape, raw: unknown, name: string): z.output<Shape> {
  const read = shape.safeParse(raw);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => [...path.map(String), message].join(' '));
    throw new Error(`${name}: ${problems.join('; ')}.`);
  }
  return read.data;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
