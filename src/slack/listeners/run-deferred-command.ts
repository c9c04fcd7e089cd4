import type { GroupId } from '../../domain/ids.ts';
import type { TypedCommand } from '../../use-cases/conversation.ts';
import { knowPeople } from '../../use-cases/people/know-people.ts';
import { DeliveryError, type Ports } from '../../use-cases/ports.ts';
import { hasNamelessGroup, nameGroups } from '../text/read-markup.ts';
import { answerLater } from './answer-later.ts';
import type { Feature } from './feature.ts';
import { peopleNeeded, runKnownCommand } from './run-command.ts';

/** An incident must not wait for a name: after so many attempts a command runs with what is known. */
const MOST_LOOK_UPS = 3;

interface Deferred {
  readonly typed: TypedCommand;
  readonly attempts: number;
}

/** Runs a command that waited for people, or the names of groups, to be looked up. */
export async function runDeferredCommand(ports: Ports, feature: Feature, deferred: Deferred): Promise<void> {
  const { attempts } = deferred;
  const typed = await nameGroupsIn(ports, deferred);
  const needed = peopleNeeded(typed);
  const people = await lookUp(attempts, {
    from: () => knowPeople(ports, typed.teamId, needed),
    orElse: () => ports.database.records.people.find(typed.teamId, needed),
  });
  await answerLater(ports, typed, await runKnownCommand(ports, feature, { typed, people }));
}

async function nameGroupsIn(ports: Ports, { typed, attempts }: Deferred): Promise<TypedCommand> {
  if (!hasNamelessGroup(typed.text)) {
    return typed;
  }
  const handles = await lookUp(attempts, {
    from: () => ports.directory.listGroupHandles(),
    orElse: async () => new Map<GroupId, string>(),
  });
  return { ...typed, text: nameGroups(typed.text, handles) };
}

async function lookUp<Found>(
  attempts: number,
  { from, orElse }: { readonly from: () => Promise<Found>; readonly orElse: () => Promise<Found> },
): Promise<Found> {
  try {
    return await from();
  } catch (fault) {
    if (fault instanceof DeliveryError && (fault.sort === 'never' || attempts + 1 >= MOST_LOOK_UPS)) {
      return orElse();
    }
    throw fault;
  }
}
