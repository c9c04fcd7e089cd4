import type { TypedCommand } from '../../use-cases/conversation.ts';
import { knowPeople } from '../../use-cases/people/know-people.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { answerLater } from './answer-later.ts';
import type { Feature } from './feature.ts';
import { peopleNeeded, runKnownCommand } from './run-command.ts';

/** Runs a command that waited for people to be looked up. */
export async function runDeferredCommand(ports: Ports, feature: Feature, typed: TypedCommand): Promise<void> {
  const people = await knowPeople(ports, typed.teamId, peopleNeeded(typed));
  await answerLater(ports, typed, await runKnownCommand(ports, feature, { typed, people }));
}
