import type { Group, Party } from '../people/person.ts';
import { type CalendarDate, calendarDateAt, DAY, type Instant, millisecondsBetween, type TimeZone } from '../time.ts';
import type { ActionItemKind } from './action-item.ts';
import { type Teams, teamOf } from './team-of.ts';

/** What is done counts for so many days; what is open always does, and what was given up never. */
export const FIGURES_DAYS = 90;

/** Of fewer than these nothing is said that a single item would turn around. */
export const TOO_FEW = 5;

export interface CountedItem {
  readonly kind: ActionItemKind | undefined;
  readonly owner: Party | undefined;
  /** Its owner's; UTC where nobody knows it. */
  readonly zone: TimeZone;
  readonly dueOn: CalendarDate | undefined;
  readonly createdAt: Instant;
  /** Missing while it is open. */
  readonly doneAt: Instant | undefined;
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
  items: readonly CountedItem[],
  { teams, now }: { readonly teams: Teams; readonly now: Instant },
): ActionItemFigures {
  const judged = items.map((item) => judge(item, teams, now));
  return {
    all: summarise(judged),
    byTeam: grouped(judged, ({ team }) => ({ team })),
    byKind: grouped(judged, ({ kind }) => ({ kind })),
    byTeamAndKind: grouped(judged, ({ team, kind }) => ({ team, kind })),
  };
}

interface Judged {
  readonly team: Group | undefined;
  readonly kind: ActionItemKind | undefined;
  readonly isOverdue: boolean;
  /** Missing while it is open. */
  readonly daysToDone: number | undefined;
  /** Missing while it is open, and where it was due on no day. */
  readonly isInTime: boolean | undefined;
}

function judge({ kind, owner, zone, dueOn, createdAt, doneAt }: CountedItem, teams: Teams, now: Instant): Judged {
  const isLate = dueOn !== undefined && calendarDateAt(doneAt ?? now, zone) > dueOn;
  return {
    team: teamOf(owner, teams),
    kind,
    isOverdue: doneAt === undefined && isLate,
    daysToDone: doneAt && millisecondsBetween(createdAt, doneAt) / DAY,
    isInTime: doneAt === undefined || dueOn === undefined ? undefined : !isLate,
  };
}

type Names = Pick<FiguresOfGroup, 'team' | 'kind'>;

function grouped(items: readonly Judged[], namesOf: (item: Judged) => Names): readonly FiguresOfGroup[] {
  const groups = new Map<string, { readonly names: Names; readonly items: Judged[] }>();
  for (const item of items) {
    const names = namesOf(item);
    const key = `${names.team?.id} ${names.kind}`;
    const group = groups.get(key) ?? { names, items: [] };
    groups.set(key, group);
    group.items.push(item);
  }
  return [...groups.values()].map(({ names, items: members }) => ({ ...names, ...summarise(members) }));
}

function summarise(items: readonly Judged[]): Figures {
  const days = items.flatMap(({ daysToDone }) => daysToDone ?? []);
  const dated = items.filter(({ isInTime }) => isInTime !== undefined);
  return {
    open: items.length - days.length,
    overdue: items.filter(({ isOverdue }) => isOverdue).length,
    done: days.length,
    medianDaysToDone: days.length < TOO_FEW ? undefined : median(days),
    doneWithDueDate: dated.length,
    doneInTime: dated.length < TOO_FEW ? undefined : dated.filter(({ isInTime }) => isInTime).length / dated.length,
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, one) => sum + one, 0) / middle.length;
}
