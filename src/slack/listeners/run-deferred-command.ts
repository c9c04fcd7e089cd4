import type { TypedCommand } from '../../use-cases/conversation.ts';
import { knowPeople } from '../../use-cases/people/know-people.ts';
import { DeliveryError, type Ports } from '../../use-cases/ports.ts';
import { lookUpTokenNames } from '../look-up-token-names.ts';
import { nameTokens, type TokenNames } from '../text/name-tokens.ts';
import { answerLater } from './answer-later.ts';
import type { Feature } from './feature.ts';
import { peopleNeeded, runKnownCommand } from './run-command.ts';

/** An incident must not wait for a name: after so many attempts a command runs with what is known. */
const MOST_LOOK_UPS = 3;

interface Deferred {
  readonly typed: TypedCommand;
  readonly attempts: number;
}

/** Runs a command that waited for people, or the names of groups and channels, to be looked up. */
export async function runDeferredCommand(ports: Ports, feature: Feature, deferred: Deferred): Promise<void> {
  const { attempts } = deferred;
  const typed = await nameTokensIn(ports, deferred);
  const needed = peopleNeeded(typed);
  const people = await lookUp(attempts, {
    from: () => knowPeople(ports, typed.teamId, needed),
    orElse: () => ports.database.records.people.find(typed.teamId, needed),
  });
  await answerLater(ports, typed, await runKnownCommand(ports, feature, { typed, people }));
}

async function nameTokensIn(ports: Ports, { typed, attempts }: Deferred): Promise<TypedCommand> {
  const names = await lookUp<TokenNames>(attempts, {
    from: () => lookUpTokenNames(ports.directory, typed.text),
    orElse: async () => ({ groups: new Map(), channels: new Map() }),
  });
  return { ...typed, text: nameTokens(typed.text, names) };
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
