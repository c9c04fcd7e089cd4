import type { KnownBlock } from '@slack/types';
import { type ActionItemFigures, FIGURES_DAYS, type Figures } from '../../domain/action-items/figures.ts';
import type { Group } from '../../domain/people/person.ts';
import { context, header, section } from '../blocks/layout.ts';
import { cutTyped } from '../blocks/text.ts';

/** What fits into one section. */
const TEAMS = 15;
const NAME = 60;

/** How action items go, for whoever administers the workspace. */
export function figureBlocks({ all, byTeam, byKind }: ActionItemFigures): KnownBlock[] {
  const teams = byTeam.toSorted((a, b) => b.overdue - a.overdue || b.open - a.open);
  const hidden = teams.length - TEAMS;
  return [
    header('Action items'),
    section(line('All', all)),
    ...list('By team', [
      ...teams.slice(0, TEAMS).map((figures) => line(teamName(figures.team), figures)),
      ...(hidden > 0 ? [`and ${hidden} more`] : []),
    ]),
    ...list(
      'By kind',
      byKind.map((figures) => line(figures.kind ?? 'no kind', figures)),
    ),
    context(
      `Done counts the last ${FIGURES_DAYS} days. Drills do not count, and what was given up counts as neither open nor done.`,
    ),
  ];
}

function list(title: string, lines: readonly string[]): KnownBlock[] {
  return lines.length === 0 ? [] : [section([`*${title}*`, ...lines].join('\n'))];
}

function teamName(team: Group | undefined): string {
  return team === undefined ? 'no team' : `@${cutTyped(team.handle, NAME)}`;
}

function line(name: string, { open, overdue, ...figures }: Figures): string {
  return `*${name}*: ${open} open, ${overdue} overdue · ${doneLine(figures)}`;
}

function doneLine({ done, medianDaysToDone, doneInTime, doneWithDueDate }: Omit<Figures, 'open' | 'overdue'>): string {
  if (medianDaysToDone === undefined) {
    return done === 0 ? '0 done' : `${done} done, too few to say how fast`;
  }
  const days = Math.round(medianDaysToDone);
  const inTime =
    doneInTime === undefined
      ? 'too few of them had a due date'
      : `${Math.round(doneInTime * 100)} % in time of ${doneWithDueDate} with a due date`;
  return `${done} done, half of them within ${days === 1 ? '1 day' : `${days} days`} · ${inTime}`;
}
