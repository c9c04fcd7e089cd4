import { HOUR, type Instant } from '../../time.ts';
import type { StatedEvent, StatedPostmortem, StatedTime, Statement } from '../check/stated-postmortem.ts';
import type { PostmortemSection } from '../postmortem.ts';
import type { Piece } from './block.ts';
import { peopleIn, severityOf, titleOf } from './document-facts.ts';
import { findDamages } from './find-damages.ts';
import { withTimeline } from './find-timeline.ts';
import { findTimes } from './find-times.ts';
import { readActionItems } from './read-action-items.ts';
import { readBlocks } from './read-blocks.ts';
import { readCalendar } from './read-calendar.ts';
import { type ImpactTimes, readImpactTimes } from './read-impact-times.ts';
import { readProse } from './read-prose.ts';
import { readSections, type Sections } from './read-sections.ts';
import { readTimeline } from './read-timeline.ts';
import { repairText } from './repair-text.ts';
import { type Role, SECTION_OF_ROLE } from './role.ts';

/** A document as far as it was understood. */
export interface Reading {
  readonly stated: StatedPostmortem;
  /** Where each section begins, the first time. */
  readonly lines: ReadonlyMap<PostmortemSection, number>;
  /** Headings that name no part of a postmortem, and lines that say nothing where they stand. */
  readonly unread: readonly Piece[];
}

/** Longer, a line holds no words of people. */
const LONGEST_LINE = 20_000;
/** Whoever tells what led to it begins before users were hurt. */
const LONGEST_LEAD_UP = 12 * HOUR;

/** Reads any text, Markdown or not; what it does not understand it says. */
export function readPostmortem(text: string, checkedAt: Instant): Reading {
  const raw = text.split(/\r\n|\n|\r/u).map((line) => line.slice(0, LONGEST_LINE));
  const sections = withTimeline(readSections(readBlocks(raw.map(repairText))));
  const { calendar, day } = readCalendar(sections, checkedAt);
  const times = readImpactTimes(sections.told, calendar, { date: day, at: undefined, slip: 0 });
  const { started } = times;
  const before = { date: started?.date ?? day, at: started?.at, slip: LONGEST_LEAD_UP };
  const timeline = readTimeline(sections, calendar, before);
  const { actionItems, unread } = readActionItems(sections.told, calendar);
  const lines = linesOf(sections);
  const stated: StatedPostmortem = {
    source: 'file',
    title: titleOf(sections),
    severity: severityOf(sections),
    prose: readProse(sections.told),
    ...times,
    started: started ?? turningPoint(timeline.events, BEGINS),
    ended: times.ended ?? turningPoint(timeline.events, ENDS),
    timeline: timeline.events,
    actionItems,
    people: peopleIn(sections, actionItems),
    damages: damagesIn(raw, sections),
    record: undefined,
    checkedAt,
  };
  const stray = timeline.events.length > 0 ? [] : strayTimes(sections, times);
  return { stated, lines, unread: unreadIn(sections, [...timeline.unread, ...unread, ...stray]) };
}

const BEGINS =
  /^(?:the )?(?:outage|incident|issue|impact|problem|disruption) (?:begins|began|starts|started)\b|(?:^|[,;] )(?:the |first )?(?:errors|failures) (?:begin|began|start|started)\b/iu;
const ENDS = /^(?:the )?(?:outage|incident|issue|impact|problem|disruption) (?:ends|ended|is over|was over)\b/iu;

/** Some say when it began and ended only where they tell what happened. */
function turningPoint(events: readonly StatedEvent[], words: RegExp): StatedTime | undefined {
  const time = events.find(({ text }) => words.test(text))?.time;
  return time && { ...time, place: { ...time.place, section: 'impact' } };
}

const STORIES: readonly (Role | undefined)[] = ['summary', 'title', undefined];

/** Of a document without a timeline: where a story tells times that are neither the start nor the end. */
function strayTimes({ told }: Sections, { started, ended }: ImpactTimes): readonly Piece[] {
  const known = [started?.place.line, ended?.place.line];
  return told
    .filter(({ role, isTop }) => STORIES.includes(role) && (role !== undefined || isTop))
    .flatMap(({ block }) => block.pieces)
    .filter(({ line, text }) => !known.includes(line) && findTimes(text).some(({ clock }) => clock !== undefined));
}

/** Said at the top, wherever the section stands that it belongs to. */
const LINE_OF_NO_SECTION: readonly Role[] = ['title', 'severity', 'other'];

function linesOf({ told, titles }: Sections): ReadonlyMap<PostmortemSection, number> {
  const lines = new Map<PostmortemSection, number>();
  const entries = [
    ...titles.map(({ role, piece }) => ({ role, line: piece.line })),
    ...told.map(({ role, block }) => ({ role, line: block.pieces[0]?.line ?? 1 })),
  ];
  for (const { role, line } of entries) {
    const section = role === undefined || LINE_OF_NO_SECTION.includes(role) ? undefined : SECTION_OF_ROLE[role];
    if (section !== undefined) {
      lines.set(section, Math.min(line, lines.get(section) ?? line));
    }
  }
  return lines;
}

function damagesIn(raw: readonly string[], { titles }: Sections): readonly Statement[] {
  let next = 0;
  let section: PostmortemSection = 'summary';
  return raw.flatMap((text, index) => {
    const line = index + 1;
    for (let title = titles[next]; title !== undefined && title.piece.line <= line; title = titles[next]) {
      section = title.role === undefined ? section : SECTION_OF_ROLE[title.role];
      next += 1;
    }
    const place = { section, line };
    return findDamages(text).map((damage) => ({ text: damage, place }));
  });
}

/** Of a part that is not known only its heading is told. */
function unreadIn({ titles, told }: Sections, among: readonly Piece[]): readonly Piece[] {
  const headings = titles.filter(({ role }) => role === undefined).map(({ piece }) => piece);
  const stray = told.filter(({ role, isTop }) => role === undefined && !isTop && headings.length === 0);
  const pieces = [...headings, ...stray.flatMap(({ block }) => block.pieces.slice(0, 1)), ...among];
  return pieces.sort((one, other) => one.line - other.line);
}
