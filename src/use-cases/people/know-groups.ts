import type { GroupId, PersonId, TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { askToSchedule } from '../action-items/schedule-reminders.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';

/** Has the groups of the workspace read again, so that a form can offer them without waiting for the chat system. */
export async function askToKnowGroups(records: Records, teamId: TeamId, now: Instant): Promise<void> {
  await enqueue(records, laneOf(teamId), now, { kind: 'know-groups', teamId });
}

/** A group was made, renamed or disabled. */
export async function groupsChanged(ports: Pick<Ports, 'database' | 'clock' | 'wake'>, teamId: TeamId): Promise<void> {
  await ports.database.transaction(async (records) => {
    await askToKnowGroups(records, teamId, ports.clock.now());
    return accept(undefined);
  });
  ports.wake();
}

export async function knowGroups(
  ports: Pick<Ports, 'database' | 'directory' | 'policy' | 'clock' | 'wake'>,
  { teamId }: { readonly teamId: TeamId },
): Promise<void> {
  // Where a later one waits, that reads all; when it was asked for nobody could know whether the earlier had begun.
  if (await ports.database.records.work.isWaiting(laneOf(teamId), 'know-groups')) {
    return;
  }
  const handles = await ports.directory.listGroupHandles();
  const members = await listMembers(ports, teamId, handles);
  await ports.database.transaction(async (records) => {
    await records.groups.replace(
      teamId,
      [...handles].map(([id, handle]) => ({ id, handle })),
    );
    for (const [group, people] of members) {
      await keepMembers(records, { teamId, group, people, now: ports.clock.now() });
    }
    return accept(undefined);
  });
  ports.wake();
}

/** Of the policy's teams and of those that own action items; one that is gone has nobody. */
async function listMembers(
  { database, directory, policy }: Pick<Ports, 'database' | 'directory' | 'policy'>,
  teamId: TeamId,
  handles: ReadonlyMap<GroupId, string>,
): Promise<ReadonlyMap<GroupId, readonly PersonId[]>> {
  const members = new Map<GroupId, readonly PersonId[]>();
  const owning = await database.records.actionItems.listOwningGroups(teamId);
  for (const id of new Set([...policy.actionItems.teams.map((team) => team.id), ...owning])) {
    members.set(id, handles.has(id) ? await directory.listGroupMembers(id) : []);
  }
  return members;
}

/** What a group owns is whoever's is in it by now. */
async function keepMembers(
  records: Records,
  kept: {
    readonly teamId: TeamId;
    readonly group: GroupId;
    readonly people: readonly PersonId[];
    readonly now: Instant;
  },
): Promise<void> {
  const { teamId, group, people, now } = kept;
  const before = await records.groupMembers.list(teamId, group);
  if (before.toSorted().join() === people.toSorted().join()) {
    return;
  }
  await records.groupMembers.replace(teamId, group, people);
  for (const item of await records.actionItems.listOpenOf(teamId, { kind: 'group', id: group })) {
    await askToSchedule(records, item, now);
  }
}

function laneOf(teamId: TeamId): string {
  return `know-groups:${teamId}`;
}
