import type { GroupId, PersonId, TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { askToSchedule } from '../action-items/schedule-reminders.ts';
import type { Ports, Records } from '../ports.ts';

/** Reads who is in a group, at one call. */
export async function knowGroupMembers(
  ports: Pick<Ports, 'database' | 'directory' | 'clock' | 'wake'>,
  { teamId, groupId: group }: { readonly teamId: TeamId; readonly groupId: GroupId },
): Promise<void> {
  const people = await ports.directory.listGroupMembers(group);
  await ports.database.transaction(async (records) => {
    await keepGroupMembers(records, { teamId, group, people, now: ports.clock.now() });
    return accept(undefined);
  });
  ports.wake();
}

/** In the caller's transaction: what the group owns is whoever's is in it by now. */
export async function keepGroupMembers(
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
