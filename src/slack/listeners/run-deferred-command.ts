import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/person.ts';
import type { TypedCommand } from '../../use-cases/conversation.ts';
import { knowPeople } from '../../use-cases/people/know-people.ts';
import { DeliveryError, type Ports } from '../../use-cases/ports.ts';
import { answerLater } from './answer-later.ts';
import type { Feature } from './feature.ts';
import { peopleNeeded, runKnownCommand } from './run-command.ts';

/** An incident must not wait for a name: after so many attempts a command runs with what is known. */
const MOST_LOOK_UPS = 3;

interface Deferred {
  readonly typed: TypedCommand;
  readonly attempts: number;
}

/** Runs a command that waited for people to be looked up. */
export async function runDeferredCommand(ports: Ports, feature: Feature, deferred: Deferred): Promise<void> {
  const { typed } = deferred;
  const people = await lookUpPeople(ports, deferred);
  await answerLater(ports, typed, await runKnownCommand(ports, feature, { typed, people }));
}

async function lookUpPeople(ports: Ports, { typed, attempts }: Deferred): Promise<ReadonlyMap<PersonId, Person>> {
  const needed = peopleNeeded(typed);
  try {
    return await knowPeople(ports, typed.teamId, needed);
  } catch (fault) {
    if (fault instanceof DeliveryError && (fault.sort === 'never' || attempts + 1 >= MOST_LOOK_UPS)) {
      return ports.database.records.people.find(typed.teamId, needed);
    }
    throw fault;
  }
}
