import type { ViewOutput } from '@slack/bolt';
import type { InputBlock } from '@slack/types';
import {
  ACTION_ITEM_KINDS,
  type ActionItem,
  type ActionItemKind,
  PRIORITIES,
  type Priority,
} from '../../domain/action-items/action-item.ts';
import { suggestDoneWhen } from '../../domain/action-items/suggest-done-when.ts';
import { type GroupId, groupId, type PersonId } from '../../domain/ids.ts';
import type { Group } from '../../domain/people/person.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { choiceField, dateField, personField, textField } from '../blocks/fields.ts';
import { readChoice, readDate, readPerson, readText } from './read-fields.ts';

export interface ActionItemValues extends ChosenOwner {
  readonly title: string;
  readonly dueOn: CalendarDate | undefined;
  readonly priority: Priority | undefined;
  readonly kind: ActionItemKind | undefined;
  readonly doneWhen: string | undefined;
}

/** One of the two; people choose both by mistake. */
export interface ChosenOwner {
  readonly person: PersonId | undefined;
  readonly group: GroupId | undefined;
}

const kinds: Readonly<Record<ActionItemKind, string>> = {
  mitigate: 'it hurts less next time',
  prevent: 'it cannot happen again',
  detect: 'we notice it sooner',
  process: 'we work better together',
};

const priorities: Readonly<Record<Priority, string>> = {
  P0: 'before anything else',
  P1: 'next',
  P2: 'soon',
  P3: 'when there is time',
};

export function actionItemFields(
  item: Pick<ActionItem, 'title'> & Partial<ActionItem>,
  { groups, dueHint }: { readonly groups: readonly Group[]; readonly dueHint: string | undefined },
): InputBlock[] {
  const { title, owner, dueOn, kind, priority } = item;
  return [
    textField({
      name: 'title',
      label: 'What is to be done?',
      initial: title,
      placeholder: 'Alert when waits for a connection exceed 100 ms',
    }),
    ...ownerFields(owner, groups),
    dateField({
      name: 'due',
      label: 'Due',
      isOptional: true,
      initial: dueOn,
      ...(dueHint === undefined ? {} : { hint: dueHint }),
    }),
    choiceField({
      name: 'kind',
      label: 'Kind',
      choices: ACTION_ITEM_KINDS.map((each) => ({ value: each, label: `${each}: ${kinds[each]}` })),
      isOptional: true,
      ...(kind === undefined ? {} : { initial: kind }),
    }),
    choiceField({
      name: 'priority',
      label: 'Priority',
      choices: PRIORITIES.map((each) => ({ value: each, label: `${each}: ${priorities[each]}` })),
      isOptional: true,
      ...(priority === undefined ? {} : { initial: priority }),
    }),
    doneWhenField(item),
  ];
}

function ownerFields(owner: ActionItem['owner'], groups: readonly Group[]): InputBlock[] {
  return [
    personField({
      name: 'owner',
      label: 'Owner',
      isOptional: true,
      initial: owner?.kind === 'person' ? owner.id : undefined,
    }),
    ...groupField(groups, owner?.kind === 'group' ? owner.id : undefined),
  ];
}

/** Beside the field of a person; none where there is no group. */
export function groupField(groups: readonly Group[], initial: GroupId | undefined): InputBlock[] {
  if (groups.length === 0) {
    return [];
  }
  const field = choiceField({
    name: 'group',
    label: 'Or a group',
    hint: 'All of them are told, and reminded.',
    isOptional: true,
    choices: groups.map(({ id, handle }) => ({ value: id, label: `@${handle}` })),
    ...(initial === undefined ? {} : { initial }),
  });
  return [field];
}

export function doneWhenField({
  title,
  kind,
  doneWhen,
}: Pick<ActionItem, 'title'> & Partial<Pick<ActionItem, 'kind' | 'doneWhen'>>): InputBlock {
  const example = suggestDoneWhen({ title, kind });
  return textField({
    name: 'done-when',
    label: 'Done when',
    hint: `What one will be able to see: ${example}`,
    isOptional: true,
    ...(doneWhen === undefined ? {} : { initial: doneWhen }),
  });
}

export function readActionItemFields(view: ViewOutput): ActionItemValues {
  const kind = readChoice(view, 'kind');
  const priority = readChoice(view, 'priority');
  return {
    title: readText(view, 'title'),
    person: readPerson(view, 'owner'),
    group: readGroup(view),
    dueOn: readDate(view, 'due'),
    kind: ACTION_ITEM_KINDS.find((known) => known === kind),
    priority: PRIORITIES.find((known) => known === priority),
    doneWhen: readDoneWhen(view),
  };
}

export function readGroup(view: ViewOutput): GroupId | undefined {
  const group = readChoice(view, 'group');
  return group === undefined ? undefined : groupId(group);
}

export function readDoneWhen(view: ViewOutput): string | undefined {
  const doneWhen = readText(view, 'done-when');
  return doneWhen === '' ? undefined : doneWhen;
}
