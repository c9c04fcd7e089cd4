import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import { teamOf } from '../../domain/action-items/team-of.ts';
import { LONG_OVERDUE } from '../../domain/action-items/weekly-digest.ts';
import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Group } from '../../domain/people/person.ts';
import { addCalendarDays, type CalendarDate, calendarDateAt, calendarDaysBetween } from '../../domain/time.ts';
import { attempt } from '../attempt.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import type { LateItem, LateItemsOfTeam } from './action-item-messenger.ts';
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
  const overdue = await ports.database.records.itemReports.listOverdue(teamId, addCalendarDays(today, -LONG_OVERDUE));
  if (overdue.length > 0) {
    const teams = await byTeam(ports, { teamId, overdue, today });
    await ports.actionItemMessenger.postWeeklyDigest(channel, teams, attempt(claimed));
  }
}

interface Overdue {
  readonly teamId: TeamId;
  /** Oldest first. */
  readonly overdue: readonly ItemOfIncident[];
  readonly today: CalendarDate;
}

/** The team that is late for longest first, and last what belongs to none. */
async function byTeam(
  ports: Pick<Ports, 'database' | 'policy'>,
  { teamId, overdue, today }: Overdue,
): Promise<readonly LateItemsOfTeam[]> {
  const teams = await readTeams(ports, teamId);
  const names = await namesOfOwners(ports, teamId, overdue);
  const late = new Map<string, { readonly team: Group | undefined; readonly items: LateItem[] }>();
  for (const { item, incident } of overdue) {
    const team = teamOf(item.owner, teams);
    const one = late.get(team?.id ?? '') ?? { team, items: [] };
    late.set(team?.id ?? '', one);
    const ownerName = item.owner?.kind === 'person' ? names.get(item.owner.id)?.name : item.owner?.handle;
    const daysLate = item.dueOn === undefined ? 0 : calendarDaysBetween(item.dueOn, today);
    one.items.push({ item, incident, ownerName, daysLate });
  }
  return [...late.values()].toSorted((a, b) => Number(a.team === undefined) - Number(b.team === undefined));
}

/** Of whom we know; whoever is told here by name is not called. */
async function namesOfOwners(
  { database }: Pick<Ports, 'database'>,
  team: TeamId,
  overdue: readonly ItemOfIncident[],
): ReturnType<Ports['database']['records']['people']['find']> {
  const ids = overdue.flatMap(({ item: { owner } }): PersonId[] => (owner?.kind === 'person' ? [owner.id] : []));
  return database.records.people.find(team, [...new Set(ids)]);
}
