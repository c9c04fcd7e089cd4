import { type Call, type Escalation, type EscalationTarget, knownSince } from '../../escalation/escalation.ts';
import { type Instant, millisecondsBetween } from '../../time.ts';
import type { TargetFigure } from '../told-escalations.ts';

/** All who were called by their own names together: nobody is measured alone. */
const PEOPLE_NAMED = 'people named';

interface Asked {
  readonly target: string;
  readonly at: Instant;
  readonly answeredAt: Instant | undefined;
}

/**
 * An escalation counts for whom it was for, and besides for each rota and group that its policy called: from the first
 * time that it called them.
 */
export function draftAnswers(escalations: readonly Escalation[]): readonly TargetFigure[] {
  const asked = escalations.flatMap((escalation) => [askedFor(escalation), ...askedOnTheWay(escalation)]);
  const targets = [...new Set(asked.map(({ target }) => target))].sort(peopleLast);
  return targets.map((target) => {
    const own = asked.filter((one) => one.target === target);
    const answers = own.flatMap(({ at, answeredAt }) =>
      answeredAt === undefined ? [] : [millisecondsBetween(at, answeredAt)],
    );
    return {
      target,
      called: own.length,
      unanswered: own.length - answers.length,
      milliseconds: answers.sort((a, b) => a - b),
    };
  });
}

function askedFor({ target, requestedAt, acknowledgedAt }: Escalation): Asked {
  return { target: nameOfAsked(target), at: requestedAt, answeredAt: acknowledgedAt };
}

function nameOfAsked(target: EscalationTarget): string {
  switch (target.kind) {
    case 'person':
      return PEOPLE_NAMED;
    case 'group':
      return `@${target.handle}`;
    case 'policy':
      return `policy ${target.name}`;
  }
}

function askedOnTheWay({ target, calls }: Escalation): readonly Asked[] {
  const named = target.kind === 'policy' ? calls.filter(isMade) : [];
  const names = [...new Set(named.flatMap((call) => nameOfShared(call) ?? []))];
  return names.flatMap((name) => {
    const own = named.filter((call) => nameOfShared(call) === name);
    const at = own.map(knownSince).sort()[0];
    const answers = own.filter(({ state }) => state === 'answered').flatMap(({ respondedAt }) => respondedAt ?? []);
    return at === undefined ? [] : [{ target: name, at, answeredAt: answers.sort()[0] }];
  });
}

function isMade({ state }: Call): boolean {
  return state !== 'pending' && state !== 'dropped';
}

function nameOfShared({ target }: Call): string | undefined {
  switch (target.kind) {
    case 'group':
      return `@${target.handle}`;
    case 'rota':
      return `rota ${target.name}`;
    default:
      return undefined;
  }
}

function peopleLast(one: string, other: string): number {
  if ((one === PEOPLE_NAMED) !== (other === PEOPLE_NAMED)) {
    return one === PEOPLE_NAMED ? 1 : -1;
  }
  return one < other ? -1 : 1;
}
