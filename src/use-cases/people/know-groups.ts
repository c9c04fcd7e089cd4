import type { GroupId, PersonId, TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
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
  ports: Pick<Ports, 'database' | 'directory' | 'policy'>,
  { teamId }: { readonly teamId: TeamId },
): Promise<void> {
  // Where a later one waits, that reads all; when it was asked for nobody could know whether the earlier had begun.
  if (await ports.database.records.work.isWaiting(laneOf(teamId), 'know-groups')) {
    return;
  }
  const handles = await ports.directory.listGroupHandles();
  const members = await listMembers(ports, handles);
  await ports.database.transaction(async (records) => {
    await records.groups.replace(
      teamId,
      [...handles].map(([id, handle]) => ({ id, handle })),
    );
    for (const [group, people] of members) {
      await records.groupMembers.replace(teamId, group, people);
    }
    return accept(undefined);
  });
}

/** Of the policy's teams; one that is gone has nobody. */
async function listMembers(
  { directory, policy }: Pick<Ports, 'directory' | 'policy'>,
  handles: ReadonlyMap<GroupId, string>,
): Promise<ReadonlyMap<GroupId, readonly PersonId[]>> {
  const members = new Map<GroupId, readonly PersonId[]>();
  for (const { id } of policy.actionItems.teams) {
    members.set(id, handles.has(id) ? await directory.listGroupMembers(id) : []);
  }
  return members;
}

function laneOf(teamId: TeamId): string {
  return `know-groups:${teamId}`;
}
