import { byDueDate } from '../../domain/action-items/by-due-date.ts';
import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import { type Teams, teamOf } from '../../domain/action-items/team-of.ts';
import { LONG_OVERDUE, TOLD_OF_TEAM } from '../../domain/action-items/weekly-digest.ts';
import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Group } from '../../domain/people/person.ts';
import { addCalendarDays, type CalendarDate, calendarDateAt, calendarDaysBetween } from '../../domain/time.ts';
import type { OverdueOfOwner } from '../action-item-stores.ts';
import { attempt } from '../attempt.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import type { LateItemsOfTeam } from './action-item-messenger.ts';
import { readTeams } from './read-teams.ts';

/** Tells the policy's channel what is long overdue, and nothing where nothing is. */
export async function postWeeklyDigest(
  ports: Pick<Ports, 'database' | 'actionItemMessenger' | 'policy' | 'clock'>,
  { teamId }: Extract<Work, { kind: 'post-weekly-digest' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { actionItems, announcementChannel, postmortems } = ports.policy;
  const channel = actionItems.digestIn ?? announcementChannel;
  if (channel === undefined) {
    return;
  }
  const today = calendarDateAt(ports.clock.now(), postmortems.zone);
  const { itemReports } = ports.database.records;
  const overdue = await itemReports.listOverdue(teamId, addCalendarDays(today, -LONG_OVERDUE), TOLD_OF_TEAM);
  if (overdue.length > 0) {
    const teams = byTeam(overdue, await readTeams(ports, teamId));
    const told = await withNames(ports, { teamId, teams, today });
    await ports.actionItemMessenger.postWeeklyDigest(channel, told, attempt(claimed));
  }
}

interface OverdueOfTeam {
  readonly team: Group | undefined;
  readonly total: number;
  readonly oldest: readonly ItemOfIncident[];
}

/** The team that is late for longest first, and last what belongs to none. */
function byTeam(overdue: readonly OverdueOfOwner[], known: Teams): readonly OverdueOfTeam[] {
  const late = new Map<string, OverdueOfTeam>();
  for (const { owner, total, oldest } of overdue) {
    const team = teamOf(owner, known);
    const before = late.get(team?.id ?? '') ?? { team, total: 0, oldest: [] };
    late.set(team?.id ?? '', {
      team: before.team,
      total: before.total + total,
      oldest: [...before.oldest, ...oldest].toSorted(byDueDate).slice(0, TOLD_OF_TEAM),
    });
  }
  return [...late.values()].toSorted((a, b) => Number(a.team === undefined) - Number(b.team === undefined));
}

/** Whoever is told here by name is not called; of some nobody knows the name. */
async function withNames(
  { database }: Pick<Ports, 'database'>,
  told: { readonly teamId: TeamId; readonly teams: readonly OverdueOfTeam[]; readonly today: CalendarDate },
): Promise<readonly LateItemsOfTeam[]> {
  const { teamId, teams, today } = told;
  const owners = teams.flatMap(({ oldest }) => oldest.map(({ item }) => item.owner));
  const ids = owners.flatMap((owner): PersonId[] => (owner?.kind === 'person' ? [owner.id] : []));
  const people = await database.records.people.find(teamId, [...new Set(ids)]);
  return teams.map(({ team, total, oldest }) => ({
    team,
    total,
    items: oldest.map(({ item, incident }) => ({
      item,
      incident,
      ownerName: item.owner?.kind === 'person' ? people.get(item.owner.id)?.name : item.owner?.handle,
      daysLate: item.dueOn === undefined ? 0 : calendarDaysBetween(item.dueOn, today),
    })),
  }));
}
