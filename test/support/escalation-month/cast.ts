import type { EscalationTarget } from '../../../src/domain/escalation/escalation.ts';
import type { EscalationPolicy, Step } from '../../../src/domain/escalation/escalation-policy.ts';
import type { Rota } from '../../../src/domain/escalation/rota.ts';
import type { Target } from '../../../src/domain/escalation/target.ts';
import { channelId, type GroupId, groupId, type PersonId, personId, teamId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import { type CalendarDate, timeZone } from '../../../src/domain/time.ts';
import { defaultPolicy } from '../../../src/policy.ts';
import type { Dice } from '../simulation/dice.ts';

export const TEAM = teamId('T0MONTH');

/** In March 2026 the clocks of the first two go forward; those of the third, which is south, go back on 5 April. */
export const ZONES = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland'].map(timeZone);

const STAFF = Array.from({ length: 36 }, (_, index) => personId(`U${String(index).padStart(2, '0')}`));
/** Each hands over on Sundays at a time that is skipped, or comes twice, on the Sunday on which the clocks change. */
const ROTAS: readonly Rota[] = ['berlin', 'york', 'auckland'].map((name, index) => ({
  name,
  members: STAFF.slice(8 + index * 7, 8 + index * 7 + 3 + index),
  zone: ZONES[index] ?? timeZone('UTC'),
  handOverWeekday: 7,
  handOverTime: '02:30',
  firstHandOver: '2026-01-04' as CalendarDate,
}));

export const GONE = personId('UGONE');
export const BOT = personId('UBOT');

/** Who is asked for, who may be called, and how. */
export interface Cast {
  /** Those who can answer. */
  readonly staff: readonly PersonId[];
  readonly people: readonly Person[];
  readonly groups: ReadonlyMap<GroupId, readonly PersonId[]>;
  readonly policy: Policy;
  /** Whom an escalation may ask for. */
  readonly targets: readonly EscalationTarget[];
}

export function castMonth(dice: Dice): Cast {
  const groups = new Map<GroupId, readonly PersonId[]>([
    [groupId('SDBA'), STAFF.slice(0, 4)],
    [groupId('SWEB'), STAFF.slice(3, 6)],
    [groupId('SOPS'), [...STAFF.slice(6, 8), GONE, BOT]],
    [groupId('SNOBODY'), [GONE, BOT]],
    [groupId('SEMPTY'), []],
  ]);
  const policies = SHAPES.flatMap((_, shape) => [0, 1, 2].map((variant) => aPolicy(dice, shape, variant)));
  return {
    staff: STAFF,
    people: [
      ...STAFF.map((id, index) => aPerson(id, { timeZone: dice.pick(ZONES, 'zone', index) })),
      aPerson(GONE, { isDeactivated: true }),
      aPerson(BOT, { isBot: true }),
    ],
    groups,
    policy: {
      ...defaultPolicy,
      rotas: ROTAS,
      escalationPolicies: policies,
      webhooks: ['pager', 'siren'].map((name) => ({ name, format: 'signed', url: `https://${name}.example/` })),
    },
    targets: [
      ...policies.map(({ name }) => ({ kind: 'policy', name }) as const),
      ...STAFF.slice(0, 6).map((id) => ({ kind: 'person', id }) as const),
      aGroup('SDBA'),
      aGroup('SOPS'),
      aGroup('SNOBODY'),
    ],
  };
}

function aPerson(id: PersonId, overrides: Partial<Person>): Person {
  const name = id.toLowerCase();
  return {
    id,
    teamId: TEAM,
    name,
    timeZone: timeZone('UTC'),
    locale: undefined,
    isBot: false,
    isDeactivated: false,
    isAdmin: false,
    awayUntil: undefined,
    ...overrides,
  };
}

type PartOfTarget =
  | 'person'
  | 'gone'
  | 'bot'
  | 'dba'
  | 'web'
  | 'ops'
  | 'nobody'
  | 'empty'
  | 'room'
  | 'pager'
  | 'siren'
  | 'berlin'
  | 'york'
  | 'auckland';

/** The steps of each shape and its rounds; `office` has other steps by day. */
const SHAPES: readonly { readonly steps: readonly (readonly PartOfTarget[])[]; readonly rounds: number }[] = [
  { steps: [['person']], rounds: 3 },
  { steps: [['person'], ['person']], rounds: 2 },
  { steps: [['person'], ['person'], ['person'], ['person'], ['person']], rounds: 1 },
  { steps: [['dba'], ['web', 'person']], rounds: 2 },
  { steps: [['person', 'pager'], ['room'], ['ops', 'person']], rounds: 2 },
  { steps: [['pager'], ['siren'], ['person', 'person']], rounds: 1 },
  { steps: [['gone'], ['empty'], ['bot'], ['person']], rounds: 2 },
  {
    steps: [
      ['nobody', 'person'],
      ['person', 'person', 'person'],
    ],
    rounds: 3,
  },
  {
    steps: [
      ['room', 'person'],
      ['dba', 'person', 'person'],
    ],
    rounds: 2,
  },
  { steps: [['berlin'], ['york'], ['auckland']], rounds: 2 },
  { steps: [['auckland', 'york'], ['person'], ['berlin', 'pager']], rounds: 2 },
];

function aPolicy(dice: Dice, shape: number, variant: number): EscalationPolicy {
  const { steps, rounds } = SHAPES[shape] ?? { steps: [], rounds: 1 };
  const name = `policy-${shape}-${variant}`;
  const made = steps.map((parts, index) => aStep(dice, parts, `${name}-${index}`));
  const zone = ZONES[variant] ?? timeZone('UTC');
  const atWork = { zone, weekdays: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', steps: made.toReversed() };
  return {
    name,
    severities: variant === 0 && shape < 4 ? [`SEV${shape + 1}`] : [],
    steps: made,
    workingHours: shape % 3 === 1 ? atWork : undefined,
    rounds,
    contacts: ['Duty manager: +251 11 555 0100'],
  };
}

function aStep(dice: Dice, parts: readonly PartOfTarget[], name: string): Step {
  return {
    targets: parts.map((part, index) => aTarget(dice, part, `${name}-${index}`)),
    waitMinutes: dice.pick([2, 5, 5, 5, 10], 'wait', name),
  };
}

function aTarget(dice: Dice, part: PartOfTarget, name: string): Target {
  switch (part) {
    case 'person':
      return { kind: 'person', id: dice.pick(STAFF, 'target', name) };
    case 'gone':
      return { kind: 'person', id: GONE };
    case 'bot':
      return { kind: 'person', id: BOT };
    case 'room':
      return { kind: 'channel', id: channelId('CROOM'), name: 'room' };
    case 'pager':
    case 'siren':
      return { kind: 'webhook', name: part };
    case 'berlin':
    case 'york':
    case 'auckland':
      return { kind: 'rota', name: part };
    default:
      return aGroup(`S${part.toUpperCase()}`);
  }
}

function aGroup(id: string) {
  return { kind: 'group', id: groupId(id), handle: id.slice(1).toLowerCase() } as const;
}
