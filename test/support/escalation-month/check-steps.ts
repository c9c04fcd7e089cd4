import type { Call, Position } from '../../../src/domain/escalation/escalation.ts';
import type { Target } from '../../../src/domain/escalation/target.ts';
import type { PersonId } from '../../../src/domain/ids.ts';
import { type Instant, MINUTE, millisecondsBetween } from '../../../src/domain/time.ts';
import type { TimelineEvent } from '../../../src/domain/timeline/timeline-event.ts';
import { type BegunStep, begunSteps, plannedSteps } from './begun-steps.ts';
import { dutyByHand } from './duty-by-hand.ts';
import type { Month } from './month.ts';
import type { Story } from './read-story.ts';

/** What is wrong with the steps that an escalation went through: their order, their time, and what was told of them. */
export function checkSteps(month: Month, story: Story): readonly string[] {
  const begun = begunSteps(story.escalation);
  return [
    ...checkOrder(month, story, begun),
    ...(story.events.length === begun.length - 1
      ? []
      : [`${begun.length} steps began, and ${story.events.length} were told after the first`]),
    ...begun.flatMap((step, index) => {
      const before = begun[index - 1];
      return before === undefined ? [] : checkTime(month, story, { before, step, event: story.events[index - 1] });
    }),
  ];
}

function checkOrder(month: Month, story: Story, begun: readonly BegunStep[]): readonly string[] {
  const { escalation, entries } = story;
  const gaveUp = entries.find(({ what }) => what === 'post-unanswered')?.at;
  const planned = plannedSteps(escalation.plan);
  const wrong: string[] = [];
  let next = 0;
  for (const step of begun) {
    const index = planned.findIndex((position) => isSame(position, step));
    if (index < next) {
      wrong.push(`${name(step)} began again, or after a later one`);
    }
    for (const skipped of planned.slice(next, index)) {
      if (
        !skipped.targets.every((target) =>
          wasLost(escalation.calls, target, { person: calledFor(month, target, step.at), before: step }),
        )
      ) {
        wrong.push(`${name(skipped)} was skipped, and somebody in it could be called`);
      }
    }
    next = index + 1;
  }
  if (escalation.state === 'unanswered') {
    for (const left of planned.slice(next)) {
      if (
        !left.targets.every((target) =>
          wasLost(escalation.calls, target, { person: calledFor(month, target, gaveUp), before: undefined }),
        )
      ) {
        wrong.push(`nobody was left to call before ${name(left)}`);
      }
    }
  }
  return wrong;
}

/** Who is called for that target then, where it is one person. */
function calledFor({ cast, covers }: Month, target: Target, at: Instant | undefined): PersonId | undefined {
  if (target.kind === 'person') {
    return target.id;
  }
  const rota = target.kind === 'rota' ? cast.policy.rotas.find(({ name }) => name === target.name) : undefined;
  return rota && at && dutyByHand(rota, covers, at).person;
}

/** Whether whoever that target names had passed on, or could not be reached, before that step began. */
function wasLost(
  calls: readonly Call[],
  target: Target,
  { person, before }: { readonly person: PersonId | undefined; readonly before: BegunStep | undefined },
): boolean {
  const mark = before?.calls.at(-1)?.id;
  return calls.some(
    (call) =>
      (mark === undefined || call.id < mark) &&
      (call.state === 'failed' || call.state === 'passed-on' || (call.state === 'answered' && person !== undefined)) &&
      (person !== undefined
        ? call.personId === person
        : call.personId === undefined && JSON.stringify(call.target) === JSON.stringify(target)),
  );
}

function checkTime(
  month: Month,
  story: Story,
  {
    before,
    step,
    event,
  }: { readonly before: BegunStep; readonly step: BegunStep; readonly event: TimelineEvent | undefined },
): readonly string[] {
  const { entries } = story;
  const why = event?.text ?? '';
  const isTimer =
    /^Nobody (?:answered|could be reached) in/u.test(why) || why.includes('did not say whether they are still on it');
  const isEarly = step.at < before.until;
  const told = entries.filter(({ what, text }) => what === 'post-step' && text === why).length;
  const lateness = millisecondsBetween(before.until, step.at);
  const isToldLate = / late\)/u.test(why);
  return [
    ...(event?.at !== step.at ? [`the timeline does not say that ${name(step)} began`] : []),
    ...(isEarly && !mayBeginEarly(story, before, step, why) ? [`${name(step)} began before its time: ${why}`] : []),
    ...(why.startsWith('Nobody answered in') && lateness >= MINUTE !== isToldLate
      ? [`${name(step)} began ${lateness} ms after its time, and was told so: ${why}`]
      : []),
    ...(isToldLate && !isExplained(month, step) ? [`${name(step)} was late, and nothing stood still: ${why}`] : []),
    ...(!isTimer && isToldLate ? [`${name(step)} was told as late, and no timer began it: ${why}`] : []),
    ...(told === 1 || isUntold(month, story) ? [] : [`the thread told ${told} times of ${name(step)}: ${why}`]),
  ];
}

function mayBeginEarly({ entries }: Story, before: BegunStep, step: BegunStep, why: string): boolean {
  const passedBack = entries.some(
    ({ what, outcome, at, text }) =>
      what === 'pass-on' && outcome === 'done' && text === 'was answered' && at === step.at,
  );
  const isLast = (call: Call) =>
    call.state === 'failed' ||
    call.state === 'passed-on' ||
    call.isQuiet ||
    (call.target.kind === 'group' && call.personId === undefined) ||
    (call.respondedAt !== undefined && call.respondedAt > step.at);
  const isOver = before.calls.filter(({ calledAt }) => calledAt <= step.at).every(isLast);
  return (
    passedBack || isOver || wasUnreached(before, step, why) || why.includes('did not say whether they are still on it')
  );
}

/** Whoever was reached after the next were called instead has no minutes any more. */
function wasUnreached(before: BegunStep, step: BegunStep, why: string): boolean {
  return (
    why.startsWith('Nobody could be reached in') &&
    millisecondsBetween(before.at, step.at) >= before.waitMilliseconds + PATIENCE &&
    before.calls.every(({ deliveredAt }) => deliveredAt === undefined || deliveredAt >= step.at)
  );
}

/** So long a step is waited for beyond its minutes while the chat system takes nothing. */
const PATIENCE = 10 * MINUTE;

/** Late is only what was due while the bot was down or its lease ran, or the clock jumped. */
function isExplained({ stalls }: Month, { at }: BegunStep): boolean {
  return stalls.some((endedAt) => {
    const after = millisecondsBetween(endedAt, at);
    return after >= 0 && after <= 4 * MINUTE;
  });
}

/** Where the channel could not be told of the escalation, it has no thread. */
function isUntold(month: Month, { escalation }: Story): boolean {
  return escalation.message === undefined && month.failures.length > 0;
}

function isSame(one: Position, other: Position): boolean {
  return one.round === other.round && one.step === other.step;
}

function name({ round, step }: Position): string {
  return `step ${step} of round ${round}`;
}
