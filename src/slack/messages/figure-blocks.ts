import type { KnownBlock } from '@slack/types';
import { type ActionItemFigures, FIGURES_DAYS, type Figures } from '../../domain/action-items/figures.ts';
import type { Group } from '../../domain/people/person.ts';
import { context, header, section } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';

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
  return team === undefined ? 'no team' : `@${cut(escapeMrkdwn(team.handle), NAME)}`;
}

function line(name: string, { open, overdue, done, ...figures }: Figures): string {
  return `*${name}*: ${open} open, ${overdue} overdue · ${done} done${speed(figures.medianDaysToDone, done)} · ${punctuality(figures)}`;
}

function speed(days: number | undefined, done: number): string {
  if (days === undefined) {
    return done === 0 ? '' : ', too few to say how fast';
  }
  const rounded = Math.round(days);
  return `, half of them within ${rounded === 1 ? '1 day' : `${rounded} days`}`;
}

function punctuality({ doneInTime, doneWithDueDate }: Pick<Figures, 'doneInTime' | 'doneWithDueDate'>): string {
  return doneInTime === undefined
    ? `${doneWithDueDate} with a due date, too few for a share in time`
    : `${Math.round(doneInTime * 100)} % in time, of ${doneWithDueDate} with a due date`;
}
