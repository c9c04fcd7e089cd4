import type { ViewOutput } from '@slack/bolt';
import type { InputBlock } from '@slack/types';
import { type Instant, instant, SECOND, toMilliseconds } from '../../domain/time.ts';
import { type Milestone, SETTABLE_MILESTONES, type SettableMilestone } from '../../domain/timeline/milestone.ts';
import type { SaidMilestone } from '../../use-cases/timeline/set-milestones.ts';
import { choiceField, instantField } from '../blocks/fields.ts';
import { isChanged, readChoice, readInstant, readShownChoice, readShownInstant } from './read-fields.ts';

export interface ReadMilestoneFields {
  /** Only what somebody changed. */
  readonly milestones: readonly SaidMilestone[];
  /** Said to have been seen or estimated, without a time. */
  readonly withoutTime: readonly SettableMilestone[];
}

const SEEN = [
  { value: 'observed', label: 'Somebody saw it' },
  { value: 'estimated', label: 'Estimated' },
  { value: 'unknown', label: 'Not known: take the time back' },
] as const;

/** When it was, and how that is known; `replaced` is the form in whose place these come. */
export function milestoneFields(
  milestone: Milestone,
  {
    name,
    label,
    replaced,
  }: { readonly name: SettableMilestone; readonly label: string; readonly replaced?: ViewOutput | undefined },
): readonly InputBlock[] {
  const nameOf = namesIn(replaced, name, milestone);
  const seen = seenOf(milestone);
  return [
    instantField({ name: nameOf(name), label, initial: milestone.at, isOptional: true }),
    choiceField({
      name: nameOf(seenField(name)),
      label: 'How it is known',
      choices: SEEN,
      isOptional: true,
      ...(seen === undefined ? {} : { initial: seen }),
    }),
  ];
}

/**
 * Slack leaves what stands in a field that keeps its name: fields that held something else get new ones. What is half said
 * stays where it is, unless somebody else said something meanwhile.
 */
function namesIn(replaced: ViewOutput | undefined, name: SettableMilestone, milestone: Milestone) {
  if (replaced === undefined) {
    return (field: string) => field;
  }
  const isHalfSaid = readMilestoneFields(replaced).withoutTime.includes(name) && showed(replaced, name, milestone);
  return isHalfSaid || holds(replaced, name, milestone)
    ? (field: string) => milestoneFieldIn(replaced, field)
    : (field: string) => `${field}${VARIANT}${replaced.hash}`;
}

function showed(view: ViewOutput, name: SettableMilestone, milestone: Milestone): boolean {
  return (
    readShownInstant(view, milestoneFieldIn(view, name)) === toWholeSecond(milestone.at) &&
    readShownChoice(view, milestoneFieldIn(view, seenField(name))) === seenOf(milestone)
  );
}

function holds(view: ViewOutput, name: SettableMilestone, milestone: Milestone): boolean {
  return (
    readInstant(view, milestoneFieldIn(view, name)) === toWholeSecond(milestone.at) &&
    readChoice(view, milestoneFieldIn(view, seenField(name))) === seenOf(milestone)
  );
}

/** Slack's field knows no milliseconds. */
function toWholeSecond(at: Instant | undefined): Instant | undefined {
  return at && instant(Math.floor(toMilliseconds(at) / SECOND) * SECOND);
}

function seenOf({ at, isEstimated }: Milestone): 'observed' | 'estimated' | undefined {
  return at === undefined ? undefined : isEstimated ? 'estimated' : 'observed';
}

export function readMilestoneFields(view: ViewOutput): ReadMilestoneFields {
  const changed = SETTABLE_MILESTONES.filter((name) =>
    [name, seenField(name)].some((field) => isChanged(view, milestoneFieldIn(view, field))),
  );
  const milestones = changed.map((name) => readMilestone(view, name));
  const withoutTime = milestones.filter(({ name, at }) => at === undefined && !isTakenBack(view, name));
  return { milestones, withoutTime: withoutTime.map(({ name }) => name) };
}

function readMilestone(view: ViewOutput, name: SettableMilestone): SaidMilestone {
  const field = milestoneFieldIn(view, name);
  const at = isTakenBack(view, name) ? undefined : readInstant(view, field);
  const isEstimated = at !== undefined && readChoice(view, milestoneFieldIn(view, seenField(name))) === 'estimated';
  // A time that nobody changed is not read from the field, which knows no milliseconds.
  return { name, at: at !== undefined && !isChanged(view, field) ? 'as-it-was' : at, isEstimated };
}

function isTakenBack(view: ViewOutput, name: SettableMilestone): boolean {
  return readChoice(view, milestoneFieldIn(view, seenField(name))) === 'unknown';
}

function seenField(name: SettableMilestone): string {
  return `${name}-seen`;
}

/** Between a field and what makes it a new one. */
const VARIANT = '~';

/** A milestone's field as that form names it. */
export function milestoneFieldIn({ blocks }: ViewOutput, field: string): string {
  return blocks.find(({ block_id: name }) => name?.startsWith(`${field}${VARIANT}`))?.block_id ?? field;
}
