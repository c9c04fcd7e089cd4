import type { GroupId, TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { keepGroupMembers } from './know-group-members.ts';

/** Has the groups of the workspace read again, so that a form can offer them without waiting for the chat system. */
export async function askToKnowGroups(records: Records, teamId: TeamId, now: Instant): Promise<void> {
  await enqueue(records, laneOf(teamId), now, { kind: 'know-groups', teamId });
}

/** A group was made, renamed or disabled, or its members are others. */
export async function groupsChanged(ports: Pick<Ports, 'database' | 'clock' | 'wake'>, teamId: TeamId): Promise<void> {
  await ports.database.transaction(async (records) => {
    await askToKnowGroups(records, teamId, ports.clock.now());
    return accept(undefined);
  });
  ports.wake();
}

/** Keeps which groups there are, and has the members of those that matter read, one group a piece of work. */
export async function knowGroups(
  ports: Pick<Ports, 'database' | 'directory' | 'policy' | 'clock' | 'wake'>,
  { teamId }: { readonly teamId: TeamId },
  { runAt }: Pick<ClaimedWork, 'runAt'>,
): Promise<void> {
  // Where a later one waits, that reads all; when it was asked for nobody could know whether the earlier had begun.
  if (await ports.database.records.work.isWaiting(laneOf(teamId), 'know-groups')) {
    return;
  }
  const handles = await ports.directory.listGroupHandles();
  await ports.database.transaction(async (records) => {
    await records.groups.replace(
      teamId,
      [...handles].map(([id, handle]) => ({ id, handle })),
    );
    await forgetMembers(records, teamId, await listMattering(ports, records, teamId));
    return accept(undefined);
  });
  // Listed anew after that: what came to own an item by now is read, and what does so later has nobody kept, so it is asked for.
  await ports.database.transaction(async (records) => {
    for (const group of await listMattering(ports, records, teamId)) {
      if (handles.has(group)) {
        // As of this one's time, so that another which is asked for meanwhile waits until all are read.
        await enqueue(records, laneOf(teamId), runAt, { kind: 'know-group-members', teamId, groupId: group });
      } else {
        await keepGroupMembers(records, { teamId, group, people: [], now: ports.clock.now() });
      }
    }
    return accept(undefined);
  });
  ports.wake();
}

/** The policy's teams and those that own action items. */
async function listMattering(
  { policy }: Pick<Ports, 'policy'>,
  records: Records,
  teamId: TeamId,
): Promise<ReadonlySet<GroupId>> {
  const owning = await records.actionItems.listOwningGroups(teamId);
  return new Set([...policy.actionItems.teams.map(({ id }) => id), ...owning]);
}

/** Of all other groups: nobody would hear that they have changed by the time they own something again. */
async function forgetMembers(records: Records, teamId: TeamId, mattering: ReadonlySet<GroupId>): Promise<void> {
  for (const group of await records.groupMembers.listGroups(teamId)) {
    if (!mattering.has(group)) {
      await records.groupMembers.replace(teamId, group, []);
    }
  }
}

function laneOf(teamId: TeamId): string {
  return `know-groups:${teamId}`;
}
