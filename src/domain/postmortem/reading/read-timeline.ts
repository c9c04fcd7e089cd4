import type { CalendarDate } from '../../time.ts';
import type { TimelineKind } from '../../timeline/timeline-event.ts';
import type { StatedEvent } from '../check/stated-postmortem.ts';
import { type Piece, type RowBlock, textOf } from './block.ts';
import { cellUnder, saidIn } from './columns.ts';
import { type DocumentCalendar, daysOf } from './document-calendar.ts';
import { kindByRole, kindNamed } from './event-kind.ts';
import { dayIn, type LeadingTime, leadingTime } from './leading-time.ts';
import { type Before, type ResolvedTime, resolveTime, SLIP_OF_A_LINE } from './resolve-time.ts';
import type { Role } from './role.ts';
import type { Told, ToldTitle } from './told.ts';

export interface TimelineReading {
  readonly events: readonly StatedEvent[];
  /** What is neither an event nor goes on with one. */
  readonly unread: readonly Piece[];
}

const ROLES: readonly (Role | undefined)[] = [
  'timeline',
  'detection',
  'misleading-paths',
  'escalation',
  'resolution',
  'root-cause',
];

/** `before` is what the first time of day goes on from, where it has no date. */
export function readTimeline(
  { told, titles }: { readonly told: readonly Told[]; readonly titles: readonly ToldTitle[] },
  calendar: DocumentCalendar,
  before: Before,
): TimelineReading {
  const reading = new Reading(calendar, before);
  const days = titles.filter(({ role }) => role === 'timeline');
  for (const entry of told.filter(({ role, isInTimeline }) => isInTimeline && ROLES.includes(role))) {
    const line = entry.block.pieces[0]?.line ?? 1;
    while (days[0] !== undefined && days[0].piece.line < line) {
      reading.addTitle(days.shift()?.piece.text ?? '');
    }
    reading.add(entry);
  }
  return reading;
}

type GrowingEvent = { -readonly [Key in keyof StatedEvent]: StatedEvent[Key] };

class Reading {
  readonly events: GrowingEvent[] = [];
  readonly unread: Piece[] = [];
  readonly #calendar: DocumentCalendar;
  #before: Before;
  /** Said by a title, or by an entry before. */
  #day: CalendarDate | undefined;
  /** What stands alone in its entry, and is the time of the next. */
  #pending: ResolvedTime | undefined;
  #indent = 0;

  constructor(calendar: DocumentCalendar, before: Before) {
    this.#calendar = calendar;
    this.#before = before;
  }

  addTitle(title: string): void {
    const mention = dayIn(title);
    const [day] = mention === undefined ? [] : daysOf(mention, this.#calendar);
    if (day !== undefined) {
      this.#startDay(day);
    }
  }

  add({ role, block }: Told): void {
    if (block.kind === 'row') {
      this.#addRow(block, role);
    } else if (block.kind === 'item') {
      const isWithin = this.events.length > 0 && block.indent >= this.#indent + 2;
      const piece = { line: block.pieces[0]?.line ?? 1, text: textOf(block) };
      if (!this.#addTimed(piece, role, block.hasLink)) {
        isWithin ? this.#goOn(piece, block.hasLink) : this.#addEvent({ piece, role, hasLink: block.hasLink });
      }
      this.#indent = isWithin ? this.#indent : block.indent;
    } else if (!block.isAside) {
      let isEvent = false;
      for (const piece of block.pieces) {
        if (this.#addTimed(piece, role, block.hasLink)) {
          isEvent = true;
        } else if (isEvent || this.#pending !== undefined) {
          this.#goOn(piece, block.hasLink);
        } else {
          this.unread.push(piece);
        }
      }
    }
  }

  #addRow(row: RowBlock, role: Role | undefined): void {
    const when = [cellUnder(row, /^(?:date|day)$/iu), cellUnder(row, TIME_COLUMN)].flatMap(
      (cell) => saidIn(cell) ?? [],
    );
    const what =
      cellUnder(row, EVENT_COLUMN) ??
      row.cells.find((cell) => !when.includes(cell.text) && leadingTime(cell.text) === undefined);
    const kindCell = cellUnder(row, /^(?:kind|type|category)$/iu);
    const isFolded = what?.isAside === true && kindCell?.text === '';
    const line = row.pieces[0]?.line ?? 1;
    const time = leadingTime(when.join(' ') || (row.cells[0]?.text ?? ''));
    if (what === undefined || isFolded) {
      return;
    }
    if (time === undefined && when.some((said) => /\d/u.test(said))) {
      this.unread.push({ line, text: when.join(' ') });
    }
    this.#addEvent({
      piece: { line, text: what.text },
      role,
      hasLink: row.hasLink,
      time: time === undefined ? undefined : this.#resolve(time, line),
      kind: kindCell === undefined ? undefined : kindNamed(kindCell.text),
    });
  }

  /** Whether it begins with a time. */
  #addTimed(piece: Piece, role: Role | undefined, hasLink: boolean): boolean {
    const leading = leadingTime(piece.text);
    if (leading === undefined) {
      return false;
    }
    const time = this.#resolve(leading, piece.line);
    if (leading.rest !== '') {
      this.#addEvent({ piece: { ...piece, text: leading.rest }, role, hasLink, time });
    } else if (leading.mention.clock === undefined && time.date !== undefined) {
      this.#startDay(time.date);
    } else {
      this.#pending = time;
    }
    return true;
  }

  #resolve({ mention }: LeadingTime, line: number): ResolvedTime {
    const place = { section: 'timeline' as const, line };
    const time = resolveTime(mention, place, { calendar: this.#calendar, before: this.#before });
    if (mention.day !== undefined) {
      this.#day = undefined;
    }
    this.#before = { date: time.date ?? this.#before.date, at: time.at ?? this.#before.at, slip: SLIP_OF_A_LINE };
    return { ...time, hasDate: time.hasDate || this.#day !== undefined };
  }

  #startDay(day: CalendarDate): void {
    this.#day = day;
    this.#before = { date: day, at: undefined, slip: SLIP_OF_A_LINE };
  }

  #addEvent(said: {
    readonly piece: Piece;
    readonly role: Role | undefined;
    readonly hasLink: boolean;
    readonly time?: ResolvedTime | undefined;
    readonly kind?: TimelineKind | undefined;
  }): void {
    const { piece, role, hasLink } = said;
    const time = said.time ?? this.#pending;
    if (time === undefined && LIKE_A_TIME.test(piece.text)) {
      this.unread.push(piece);
    }
    this.#pending = undefined;
    this.events.push({
      text: piece.text,
      place: { section: 'timeline', line: time?.place.line ?? piece.line },
      time,
      kind: said.kind ?? kindByRole(role, piece.text),
      hasLink,
    });
  }

  #goOn(piece: Piece, hasLink: boolean): void {
    const last = this.events.at(-1);
    if (this.#pending !== undefined || last === undefined) {
      this.#addEvent({ piece, role: undefined, hasLink });
      return;
    }
    if (last.text.length < LONGEST_EVENT) {
      last.text = `${last.text} ${piece.text}`;
    }
    last.hasLink ||= hasLink;
  }
}

/** `14.05`, `1405 UTC`, `25:10`: whoever wrote it meant a time. */
const LIKE_A_TIME = /^[\s(]{0,3}(?:\d{1,2}[.:h]\d\d(?![.\d%])|\d{4}\s?(?:h(?:rs|ours)?|Z|UTC|GMT)(?!\p{L}))/iu;
const TIME_COLUMN = /^(?:time|when|timestamp|date ?(?:and|&|\/) ?time|hour|utc|at)\b/iu;
const EVENT_COLUMN = /^(?:what|event|description|details?|action|activity|notes?|what happened)\b/iu;
/** What goes on for longer is no entry of a timeline. */
const LONGEST_EVENT = 10_000;
