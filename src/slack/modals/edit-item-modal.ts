import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import type { ActionItemChange } from '../../domain/action-items/action-item-change.ts';
import type { EditOfItem } from '../../domain/action-items/edit.ts';
import type { KnownItem } from '../../domain/action-items/ending.ts';
import { type ActionItemId, actionItemId, type MessageRef } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Group } from '../../domain/people/person.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { context, section, when } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { inChannel, incidentTitle } from '../text/describe-incident.ts';
import { changeLine } from '../text/item-history.ts';
import {
  type ActionItemValues,
  actionItemFields,
  type ChosenOwner,
  readActionItemFields,
} from './action-item-fields.ts';
import { PressedIn } from './pressed-in.ts';
import { isChanged } from './read-fields.ts';

/** So many of its last changes are shown; one mostly asks for these. */
const CHANGES = 5;

export interface EditItemForm extends KnownItem {
  readonly incident: Incident;
  /** Those that can own it: none where the incident is private. */
  readonly groups: readonly Group[];
  /** The message in which it was asked for. */
  readonly pressedIn?: MessageRef | undefined;
  /** What was filled in while others edited it, and what they did, in mrkdwn. */
  readonly again?: { readonly edit: EditOfItem; readonly meanwhile: string } | undefined;
}

/** All that one can say of an item, and what was changed about it so far. */
export function editItemModal({ item, incident, history, groups, pressedIn, again }: EditItemForm): Modal {
  const fields = actionItemFields({ ...item, ...again?.edit }, { groups, dueHint: undefined });
  const names = again === undefined ? fields : fields.map((field) => ({ ...field, block_id: anew(field.block_id) }));
  // Slack keeps what was filled in where a field's name stays, so that others' changes would not be seen.
  function anew(name = '') {
    return `${name}:${history.length}`;
  }
  return modal({
    form: forms.editActionItem,
    title: 'Action item',
    submit: 'Save',
    metadata: JSON.stringify({
      actionItemId: item.id,
      seen: history.length,
      edited: Object.keys(again?.edit ?? {}),
      pressedIn,
    }),
    blocks: [
      section(`${incidentTitle(incident)}${inChannel(incident)}`),
      ...when(again !== undefined, () => [section(`⚠️ ${again?.meanwhile ?? ''}`)]),
      ...names,
      ...historyBlocks(history),
    ],
  });
}

function historyBlocks(history: readonly ActionItemChange[]) {
  const last = history.slice(-CHANGES).toReversed();
  const earlier = history.length - last.length;
  return when(last.length > 0, () => [
    section('*What was changed*, the newest first'),
    ...last.map((change) => context(changeLine(change))),
    ...when(earlier > 0, () => [context(`and ${earlier === 1 ? '1 earlier change' : `${earlier} earlier changes`}`)]),
  ]);
}

const Metadata = z.object({
  actionItemId: z.string().transform(actionItemId),
  /** Missing in forms that an earlier version opened. */
  seen: z.number().int().optional(),
  /** What was changed before the form was shown again: it shows that now, as if nobody had touched it. */
  edited: z.array(z.string()).default([]),
  pressedIn: PressedIn,
});

export interface EditedItem {
  readonly actionItemId: ActionItemId;
  readonly pressedIn: MessageRef | undefined;
  readonly seen: number | undefined;
  /** What was changed, but for its owner. */
  readonly edit: Omit<EditOfItem, 'owner'>;
  /** Missing where the owner was left as it was. */
  readonly owner: ChosenOwner | undefined;
}

export function readEditItemModal(sent: ViewOutput): EditedItem {
  const view = withPlainNames(sent);
  const { person, group, ...values } = readActionItemFields(view);
  const { actionItemId: id, seen, edited, pressedIn } = Metadata.parse(JSON.parse(view.private_metadata));
  const chosen = { person, group };
  return {
    actionItemId: id,
    pressedIn,
    seen,
    edit: changedOf(view, values, edited),
    owner: chosenOwner(view, chosen) ?? (edited.includes('owner') ? chosen : undefined),
  };
}

/** The name of a field as it is in this form. */
export function fieldNamed(view: ViewOutput, name: string): string {
  return view.blocks.find(({ block_id: id }) => plainName(id) === name)?.block_id ?? name;
}

const fieldNames = { title: 'title', dueOn: 'due', kind: 'kind', priority: 'priority', doneWhen: 'done-when' } as const;

function changedOf(
  view: ViewOutput,
  values: Omit<ActionItemValues, keyof ChosenOwner>,
  edited: readonly string[],
): EditedItem['edit'] {
  const names = Object.keys(fieldNames) as (keyof typeof fieldNames)[];
  const changed = names.filter((name) => edited.includes(name) || isChanged(view, fieldNames[name]));
  return Object.fromEntries(changed.map((name) => [name, values[name]]));
}

/** Whoever chooses a group in the place of a person mostly leaves the person there, and the other way round. */
function chosenOwner(view: ViewOutput, { person, group }: ChosenOwner): ChosenOwner | undefined {
  const [isPersonNew, isGroupNew] = [isChanged(view, 'owner'), isChanged(view, 'group')];
  if (!isPersonNew && !isGroupNew) {
    return undefined;
  }
  return {
    person: isGroupNew && !isPersonNew && group !== undefined ? undefined : person,
    group: isPersonNew && !isGroupNew && person !== undefined ? undefined : group,
  };
}

function plainName(name = ''): string {
  return name.split(':')[0] ?? name;
}

function withPlainNames(view: ViewOutput): ViewOutput {
  const entries = Object.entries(view.state.values);
  return {
    ...view,
    blocks: view.blocks.map((block) => ({ ...block, block_id: plainName(block.block_id) })),
    state: { values: Object.fromEntries(entries.map(([name, values]) => [plainName(name), values])) },
  };
}
