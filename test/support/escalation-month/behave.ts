import { stepAt } from '../../../src/domain/escalation/progress.ts';
import type { EscalationId, PersonId } from '../../../src/domain/ids.ts';
import { addMilliseconds, MINUTE, SECOND } from '../../../src/domain/time.ts';
import type { ToldCall } from '../../../src/use-cases/escalation/caller.ts';
import { act, type Doing } from './act.ts';
import type { Month } from './month.ts';

/** What whoever sees a call does about it, and when. */
export function hearCall(month: Month, { escalation, call }: ToldCall, called: PersonId | undefined): void {
  const { dice } = month;
  const about = [month.indexOf(escalation.id), called ?? call.target.kind, month.tries.size] as const;
  const personId = called ?? dice.pick(month.cast.staff, 'reads', ...about);
  const mood = dice.roll('mood', ...about) + (called === undefined ? 0.55 : 0);
  const now = month.elapsed();
  const soon = (most: number) => now + dice.between(1, most, 'delay', ...about) * 30 * SECOND;
  const wait = (stepAt(escalation.plan, call)?.waitMinutes ?? 0) * MINUTE;
  const atTheBell = month.elapsedAt(addMilliseconds(call.calledAt, wait + dice.between(-1, 1, 'bell', ...about)));
  const does = (doing: Doing, at: number) => act(month, { doing, personId, escalationId: escalation.id }, at);
  if (mood < 0.2) {
    does('answer', soon(24));
    if (dice.chance(0.2, 'together', ...about)) {
      const other = dice.pick(month.cast.staff, 'other', ...about);
      act(month, { doing: 'answer', personId: other, escalationId: escalation.id }, soon(24));
    }
  } else if (mood < 0.27) {
    does(dice.pick(['answer', 'pass-on', 'write'], 'bell', ...about), atTheBell);
  } else if (mood < 0.42) {
    does('pass-on', soon(12));
  } else if (mood < 0.5) {
    does('ask-later', soon(8));
  } else if (mood < 0.56) {
    does('write', soon(24));
  }
}

/** What whoever is on it says to the question whether they still are. */
export function hearQuestion(month: Month, escalationId: EscalationId, personId: PersonId): void {
  const about = [month.indexOf(escalationId), personId, month.tries.size] as const;
  const mood = month.dice.roll('still', ...about);
  const at = month.elapsed() + month.dice.between(1, 9, 'stays', ...about) * 30 * SECOND;
  if (mood < 0.65) {
    act(month, { doing: 'stay', personId, escalationId }, at);
  } else if (mood < 0.8) {
    act(month, { doing: 'pass-on', personId, escalationId }, at);
  }
}

/** Somebody who reads the channel answers what nobody had. */
export function hearUnanswered(month: Month, escalationId: EscalationId): void {
  const index = month.indexOf(escalationId);
  if (month.dice.chance(0.3, 'late', index)) {
    const personId = month.dice.pick(month.cast.staff, 'late', index, 'who');
    const at = month.elapsed() + month.dice.between(5, 60, 'late', index, 'when') * MINUTE;
    act(month, { doing: 'answer', personId, escalationId }, at);
  }
}
