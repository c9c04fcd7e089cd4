import type { Call } from '../../../src/domain/escalation/escalation.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { begunSteps } from './begun-steps.ts';
import { type DutyByHand, dutyByHand } from './duty-by-hand.ts';
import type { Month } from './month.ts';
import type { Story } from './read-story.ts';

interface RotaCall {
  readonly call: Call;
  readonly name: string;
  /** When its step began. */
  readonly at: Instant;
  /** Who was on duty then. */
  readonly duty: DutyByHand;
  /** Who was, had nobody changed a cover at that very instant, of which nobody here sees whether it came first. */
  readonly before: DutyByHand;
}

/** Whoever is called for a rota was on duty when the step began. */
export function checkDuty(month: Month, story: Story): readonly string[] {
  return callsOfRotas(month, story).flatMap(({ call, name, at, duty, before }) =>
    call.personId === duty.person || call.personId === before.person
      ? []
      : [`${call.personId} was called for the rota ${name} at ${at}, and ${duty.person} was on duty`],
  );
}

export function callsOfRotas({ cast, covers }: Month, { escalation }: Story): readonly RotaCall[] {
  return begunSteps(escalation).flatMap(({ calls, at }) =>
    calls.flatMap((call) => {
      const { target } = call;
      const rota = target.kind === 'rota' ? cast.policy.rotas.find(({ name }) => name === target.name) : undefined;
      if (rota === undefined) {
        return [];
      }
      const covered = covers
        .filter(({ from }) => from !== at)
        .map((cover) => (cover.takenBackAt === at ? { ...cover, takenBackAt: undefined } : cover));
      const [duty, before] = [dutyByHand(rota, covers, at), dutyByHand(rota, covered, at)];
      return [{ call, name: rota.name, at, duty, before }];
    }),
  );
}
