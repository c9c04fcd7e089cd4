import { type Instant, millisecondsBetween } from '../../time.ts';
import type { FigureEnd, Postmortem, TimelineLine } from '../postmortem.ts';
import { LANES, type LaneName, laneOf } from './lanes.ts';
import type { Lane, LeftOut, Mark, MilestoneMark, TimelinePicture } from './picture.ts';
import { type Range, rangeOf } from './range.ts';
import { ticksOf } from './ticks.ts';

/** Marks of a lane stand at least so far apart, which on a telephone is the width of one. */
const APART = 1 / 36;

/** What is drawn of a timeline; undefined where nothing is on it. */
export function pictureTimeline(postmortem: Postmortem): TimelinePicture | undefined {
  const { impact, timeline, header } = postmortem;
  const lines = timeline.flatMap((day) => day.lines).filter(({ kind }) => laneOf(kind) !== undefined);
  if (lines.length === 0) {
    return undefined;
  }
  const ends = milestonesIn(postmortem);
  const range = rangeOf(
    lines.map(({ at }) => at),
    { core: ends.map(({ at }) => at), isOver: impact.endedAt !== undefined },
  );
  const drawn = lines.filter(({ at }) => at >= range.from && at <= range.to);
  return {
    ...range,
    impact: impactIn(impact, range),
    milestones: ends.map((end) => ({ ...end, x: place(end.at, range) })),
    lanes: LANES.flatMap((name) => laneIn(drawn, name, range)),
    ticks: ticksOf(range, header.zone),
    earlier: leftOut(lines.filter(({ at }) => at < range.from).map(({ at }) => at)),
    later: leftOut(
      lines
        .filter(({ at }) => at > range.to)
        .map(({ at }) => at)
        .toReversed(),
    ),
  };
}

function milestonesIn({ figures }: Postmortem): readonly Omit<MilestoneMark, 'x'>[] {
  const known = figures
    .flatMap(({ from, to }) => [from, to])
    .filter((end): end is FigureEnd & { readonly at: Instant } => end.at !== undefined && end.name !== 'escalated');
  return [...new Map(known.map(({ name, at, isEstimated }) => [name, { name, at, isEstimated }])).values()].sort(
    (a, b) => millisecondsBetween(b.at, a.at),
  );
}

/** One that is not over goes on to the edge; of one that ends before it starts nothing is known. */
function impactIn({ startedAt, endedAt }: Postmortem['impact'], range: Range): TimelinePicture['impact'] {
  const end = endedAt ?? range.to;
  return startedAt === undefined || end < startedAt
    ? undefined
    : { from: place(startedAt, range), to: place(end, range) };
}

function laneIn(lines: readonly TimelineLine[], name: LaneName, range: Range): readonly Lane[] {
  const marks: Mark[] = [];
  for (const { at, kind, text } of lines) {
    if (laneOf(kind) === name) {
      const x = place(at, range);
      const last = marks.at(-1);
      if (last !== undefined && x - last.x < APART) {
        marks[marks.length - 1] = { ...last, count: last.count + 1, to: at };
      } else {
        marks.push({ x, count: 1, from: at, to: at, text });
      }
    }
  }
  return marks.length === 0 ? [] : [{ name, marks }];
}

function place(at: Instant, { from, to }: Range): number {
  return millisecondsBetween(from, at) / millisecondsBetween(from, to);
}

/** The first of them lies farthest off. */
function leftOut([at, ...rest]: readonly Instant[]): LeftOut | undefined {
  return at === undefined ? undefined : { count: rest.length + 1, at };
}
