import type { Group, Party } from '../people/person.ts';
import {
  type CalendarDate,
  calendarDateAt,
  calendarDaysBetween,
  DAY,
  type Instant,
  millisecondsBetween,
  type TimeZone,
} from '../time.ts';
import type { ActionItemKind } from './action-item.ts';
import { type Teams, teamOf } from './team-of.ts';

/** What is done counts for so many days; what is open always does, and what was given up never. */
export const FIGURES_DAYS = 90;

/** Of fewer than these nothing is said that a single item would turn around. */
const TOO_FEW = 5;

interface Counted {
  readonly kind: ActionItemKind | undefined;
  readonly owner: Party | undefined;
  /** Its owner's; UTC where nobody knows it. */
  readonly zone: TimeZone;
  readonly dueOn: CalendarDate | undefined;
}

/** Open items that have all this in common. */
export interface OpenItems extends Counted {
  readonly count: number;
}

export interface DoneItem extends Counted {
  readonly createdAt: Instant;
  readonly doneAt: Instant;
}

export interface CountedItems {
  readonly open: readonly OpenItems[];
  readonly done: readonly DoneItem[];
}

export interface Figures {
  readonly open: number;
  readonly overdue: number;
  readonly done: number;
  /** From its making; missing where too few are done. */
  readonly medianDaysToDone: number | undefined;
  /** Of what is done, how many had a due date. */
  readonly doneWithDueDate: number;
  /** Of those the part that was done by it, 0 to 1; missing where they are too few. */
  readonly doneInTime: number | undefined;
}

/** Missing names stand for what belongs to no team, or has no kind. */
export interface FiguresOfGroup extends Figures {
  readonly team?: Group | undefined;
  readonly kind?: ActionItemKind | undefined;
}

export interface ActionItemFigures {
  readonly all: Figures;
  readonly byTeam: readonly FiguresOfGroup[];
  readonly byKind: readonly FiguresOfGroup[];
  readonly byTeamAndKind: readonly FiguresOfGroup[];
}

export function actionItemFigures(
  items: CountedItems,
  { teams, now }: { readonly teams: Teams; readonly now: Instant },
): ActionItemFigures {
  const tallies = tallyEach(items, teams, now);
  return {
    all: summarise(tallies),
    byTeam: grouped(tallies, ({ team }) => ({ team })),
    byKind: grouped(tallies, ({ kind }) => ({ kind })),
    byTeamAndKind: grouped(tallies, ({ team, kind }) => ({ team, kind })),
  };
}

/** What is counted of one team and kind. There may be very many items, so it is added up in place. */
interface Tally {
  readonly team: Group | undefined;
  readonly kind: ActionItemKind | undefined;
  open: number;
  overdue: number;
  readonly daysToDone: number[];
  dated: number;
  inTime: number;
}

function tallyEach({ open, done }: CountedItems, teams: Teams, now: Instant): readonly Tally[] {
  const tallies = new Map<string, Tally>();
  const tallyOf = ({ owner, kind }: Counted): Tally => {
    const team = teamOf(owner, teams);
    const key = `${team?.id} ${kind}`;
    const tally = tallies.get(key) ?? { team, kind, open: 0, overdue: 0, daysToDone: [], dated: 0, inTime: 0 };
    tallies.set(key, tally);
    return tally;
  };
  for (const items of open) {
    const tally = tallyOf(items);
    tally.open += items.count;
    tally.overdue += isLate(items, now) ? items.count : 0;
  }
  for (const item of done) {
    const tally = tallyOf(item);
    tally.daysToDone.push(millisecondsBetween(item.createdAt, item.doneAt) / DAY);
    tally.dated += item.dueOn === undefined ? 0 : 1;
    tally.inTime += item.dueOn === undefined || isLate(item, item.doneAt) ? 0 : 1;
  }
  return [...tallies.values()];
}

/** Whether its day is over by then. Only within a day of it does that depend on where, which takes longer to find out. */
function isLate({ dueOn, zone }: Counted, at: Instant): boolean {
  if (dueOn === undefined) {
    return false;
  }
  const daysPast = calendarDaysBetween(dueOn, at.slice(0, dueOn.length) as CalendarDate);
  return daysPast > 1 || (daysPast >= 0 && calendarDateAt(at, zone) > dueOn);
}

type Names = Pick<FiguresOfGroup, 'team' | 'kind'>;

function grouped(tallies: readonly Tally[], namesOf: (tally: Tally) => Names): readonly FiguresOfGroup[] {
  const groups = new Map<string, { readonly names: Names; readonly tallies: Tally[] }>();
  for (const tally of tallies) {
    const names = namesOf(tally);
    const key = `${names.team?.id} ${names.kind}`;
    const group = groups.get(key) ?? { names, tallies: [] };
    groups.set(key, group);
    group.tallies.push(tally);
  }
  return [...groups.values()].map(({ names, tallies: members }) => ({ ...names, ...summarise(members) }));
}

function summarise(tallies: readonly Tally[]): Figures {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const days = tallies.flatMap(({ daysToDone }) => daysToDone);
  const dated = sum((tally) => tally.dated);
  return {
    open: sum(({ open }) => open),
    overdue: sum(({ overdue }) => overdue),
    done: days.length,
    medianDaysToDone: days.length < TOO_FEW ? undefined : median(days),
    doneWithDueDate: dated,
    doneInTime: dated < TOO_FEW ? undefined : sum(({ inTime }) => inTime) / dated,
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, one) => sum + one, 0) / middle.length;
}
