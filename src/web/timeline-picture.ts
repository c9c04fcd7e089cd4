import { FIGURE_ENDS } from '../domain/postmortem/outline/outline-figures.ts';
import type { LaneName } from '../domain/postmortem/picture/lanes.ts';
import type {
  Lane,
  LeftOut,
  Mark,
  MilestoneMark,
  Tick,
  TimelinePicture,
} from '../domain/postmortem/picture/picture.ts';
import { pictureTimeline } from '../domain/postmortem/picture/picture-timeline.ts';
import type { Postmortem } from '../domain/postmortem/postmortem.ts';
import { splitLines } from '../domain/postmortem/split-lines.ts';
import { shorten } from '../domain/shorten.ts';
import { dateAndTime, inOneLine } from '../domain/tell-time.ts';
import { calendarDateAt, formatInZone, type Instant, offsetName, type TimeZone } from '../domain/time.ts';
import { type Html, html } from './html.ts';
import { percent, shapeDefinitions } from './timeline-shapes.ts';

/** In pixels; what lies beside each other is told in percents, so that words are as large on a telephone as on paper. */
const MILESTONE_ROW = 20;
const LANE_ROW = 34;
const AXIS = 36;
const TALLEST = 16;
/** Of the words that a mark tells when it is pointed at. */
const WORDS = 80;

const LANE_NAMES: Readonly<Record<LaneName, string>> = {
  detected: 'Detected',
  investigation: 'Investigation',
  'misleading-path': 'Misleading path',
  escalation: 'Escalation',
  decision: 'Decision',
  mitigation: 'Mitigation',
  'cause-found': 'Cause found',
  resolution: 'Resolution',
  communication: 'Communication',
  note: 'Note',
  other: 'Other steps',
};

/** The timeline as a drawing for the page; nothing where there is nothing to draw. */
export function timelinePicture(postmortem: Postmortem): Html | undefined {
  const picture = pictureTimeline(postmortem);
  if (picture === undefined) {
    return undefined;
  }
  const { zone, name } = postmortem.header;
  const top = picture.milestones.length * MILESTONE_ROW + 8;
  const bottom = top + picture.lanes.length * LANE_ROW;
  return html`<figure class="picture">
<svg role="img" aria-labelledby="picture-title picture-about" width="100%" height="${bottom + AXIS}">
<title id="picture-title">Timeline of ${name}</title>
<desc id="picture-about">${about(picture, zone)}</desc>
${shapeDefinitions(picture.lanes.map((lane) => lane.name))}
${impactArea(picture, { top, bottom })}${picture.ticks.map((tick) => tickMark(tick, { top, bottom, zone }))}
${picture.milestones.map((milestone, index) => milestoneMark(milestone, { y: (index + 1) * MILESTONE_ROW, bottom, picture, zone }))}
${picture.lanes.map((lane, index) => laneRow(lane, { y: top + (index + 1) * LANE_ROW, zone }))}
</svg>
<figcaption>${caption(picture, zone)}</figcaption>
</figure>
`;
}

/** For whoever does not see it; the list that follows tells each event. */
function about({ from, to, milestones, lanes }: TimelinePicture, zone: TimeZone): string {
  const tell = (at: Instant) => inOneLine(dateAndTime(at, zone));
  const points = milestones.map(
    ({ name, at, isEstimated }) => `${FIGURE_ENDS[name].known} ${tell(at)}${isEstimated ? ', estimated' : ''}`,
  );
  const counts = lanes.map(({ name, marks }) => {
    const count = marks.reduce((sum, mark) => sum + mark.count, 0);
    return `${LANE_NAMES[name].toLowerCase()} ${count}`;
  });
  return `From ${tell(from)} to ${tell(to)}. ${points.join('; ')}. Events: ${counts.join(', ')}. Each is told in the list below.`;
}

function impactArea({ impact }: TimelinePicture, { top, bottom }: { readonly top: number; readonly bottom: number }) {
  return impact === undefined
    ? undefined
    : html`<rect class="impact" x="${percent(impact.from)}" width="${percent(impact.to - impact.from)}" y="${top}" height="${bottom - top}"/>`;
}

interface AxisPlace {
  readonly top: number;
  readonly bottom: number;
  readonly zone: TimeZone;
}

function tickMark({ x, at, hasTime, hasDay }: Tick, { top, bottom, zone }: AxisPlace): Html {
  const anchor = x < NEAR_EDGE ? 'start' : x > 1 - NEAR_EDGE ? 'end' : 'middle';
  const label = (y: number, text: string) =>
    html`<text class="tick" x="${percent(x)}" y="${y}" text-anchor="${anchor}">${text}</text>`;
  const day = formatInZone(at, zone, 'd MMM');
  return html`<line class="grid" x1="${percent(x)}" x2="${percent(x)}" y1="${top}" y2="${bottom + 4}"/>${
    hasTime ? label(bottom + 17, formatInZone(at, zone, 'HH:mm')) : undefined
  }${hasDay || !hasTime ? label(bottom + (hasTime ? 32 : 17), day) : undefined}\n`;
}

/** A label in the middle of its tick would be cut off there. */
const NEAR_EDGE = 0.07;

interface MilestonePlace {
  readonly y: number;
  readonly bottom: number;
  readonly picture: TimelinePicture;
  readonly zone: TimeZone;
}

/** Each on a line of its own, its words on the side where there is room. */
function milestoneMark(milestone: MilestoneMark, { y, bottom, picture, zone }: MilestonePlace): Html {
  const { x, name, at, isEstimated } = milestone;
  const isOneDay = calendarDateAt(picture.from, zone) === calendarDateAt(picture.to, zone);
  const time = formatInZone(at, zone, isOneDay ? 'HH:mm' : 'd MMM HH:mm');
  const [anchor, away] = x > 0.5 ? ['end', -6] : ['start', 6];
  return html`<line class="milestone" x1="${percent(x)}" x2="${percent(x)}" y1="${y - 12}" y2="${bottom}"/>
<text class="milestone" x="${percent(x)}" dx="${String(away)}" y="${y - 2}" text-anchor="${anchor}">${FIGURE_ENDS[name].known} ${isEstimated ? 'about ' : ''}${time}</text>\n`;
}

function laneRow({ name, marks }: Lane, { y, zone }: { readonly y: number; readonly zone: TimeZone }): Html {
  return html`<g class="lane ${name}"><text class="lane-name" x="0" y="${y - 20}">${LANE_NAMES[name]}</text>
${marks.map((mark) => eventMark(mark, { name, y: y - 7, zone }))}</g>
`;
}

/** A bar for several, the taller the more. */
function eventMark(
  mark: Mark,
  { name, y, zone }: { readonly name: LaneName; readonly y: number; readonly zone: TimeZone },
): Html {
  const { x, count, from, to, text } = mark;
  const time = (at: Instant) => formatInZone(at, zone, 'HH:mm');
  if (count === 1) {
    return html`<use href="#shape-${name}" x="${percent(x)}" y="${y}"><title>${time(from)} ${inShort(text)}</title></use>\n`;
  }
  const height = Math.min(TALLEST, 9 + Math.round(Math.log2(count)));
  const told = `${time(from)} to ${time(to)}: ${count} events, first ${inShort(text)}`;
  return html`<rect class="several" x="${percent(x)}" transform="translate(-3.5)" y="${y + 5 - height}" width="7" height="${height}" rx="1.5"><title>${told}</title></rect>\n`;
}

function caption({ from, to, impact, earlier, later }: TimelinePicture, zone: TimeZone): string {
  const [first, last] = [offsetName(from, zone), offsetName(to, zone)];
  const offsets = first === last ? first : `${first}, later ${last}`;
  return [
    `Times in ${offsets === zone ? zone : `${zone} (${offsets})`}.`,
    ...(impact === undefined ? [] : ['The shaded part is when users were hurt.']),
    'A bar stands for several events, the taller the more.',
    ...leftOut(earlier, 'before', zone),
    ...leftOut(later, 'after', zone),
  ].join(' ');
}

function leftOut(events: LeftOut | undefined, side: 'before' | 'after', zone: TimeZone): readonly string[] {
  if (events === undefined) {
    return [];
  }
  const { count, at } = events;
  const told = count === 1 ? 'One event lies' : `${count} events lie`;
  return [`${told} far ${side} it, ${count === 1 ? 'at' : 'as far as'} ${inOneLine(dateAndTime(at, zone))}.`];
}

function inShort(text: string): string {
  return shorten(splitLines(text).join(' '), WORDS);
}
