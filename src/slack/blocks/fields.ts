import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { PersonId } from '../../domain/ids.ts';
import { type CalendarDate, type Instant, SECOND, toMilliseconds } from '../../domain/time.ts';
import { FIELD_ELEMENT } from '../identifiers.ts';
import { limits } from './limits.ts';
import { type Choice, option, optionLists } from './menus.ts';
import { cutPlain, plainText } from './text.ts';

/** Bolt's own type would take any block; ours takes those that Slack knows. */
export type Modal = ModalView & { blocks: KnownBlock[] };

interface Field {
  /** The field's name: its `block_id`, and the key of its value and of its error. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

/** Of what somebody says why. */
export const LONGEST_REASON = 500;

export function textField(
  field: Field & {
    readonly initial?: string;
    readonly isMultiline?: boolean;
    readonly placeholder?: string;
    readonly longest?: number;
    /** Slack tells of each character that is typed: https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
    readonly isHeard?: boolean;
  },
): InputBlock {
  const { longest = limits.inputValue, isHeard = false } = field;
  const initial = cutPlain(field.initial ?? '', longest);
  const block = input(field, {
    type: 'plain_text_input',
    action_id: FIELD_ELEMENT,
    multiline: field.isMultiline ?? false,
    max_length: longest,
    ...(initial === '' ? {} : { initial_value: initial }),
    ...(field.placeholder === undefined ? {} : { placeholder: plainText(field.placeholder, limits.placeholder) }),
    ...(isHeard ? { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } } : {}),
  });
  return isHeard ? { ...block, dispatch_action: true } : block;
}

/** One of them; more than one list of Slack's holds stand in several. */
export function choiceField(
  field: Field & { readonly choices: readonly Choice[]; readonly initial?: string },
): InputBlock {
  const initial = field.choices.map(option).find(({ value }) => value === field.initial);
  return input(field, {
    type: 'static_select',
    action_id: FIELD_ELEMENT,
    ...optionLists(field.choices),
    ...(initial === undefined ? {} : { initial_option: initial }),
  });
}

/** Several of them; more than one list of Slack's holds stand in several, by their beginning and end. */
export function choicesField(
  field: Field & { readonly choices: readonly Choice[]; readonly most: number },
): InputBlock {
  return input(field, {
    type: 'multi_static_select',
    action_id: FIELD_ELEMENT,
    max_selected_items: field.most,
    ...optionLists(field.choices),
  });
}

export function checkboxField(field: Field & { readonly choice: Choice; readonly isChecked?: boolean }): InputBlock {
  const options = [option(field.choice)];
  const checked = field.isChecked === true ? { initial_options: options } : {};
  return input(field, { type: 'checkboxes', action_id: FIELD_ELEMENT, options, ...checked });
}

export function personField(field: Field & { readonly initial?: PersonId | undefined }): InputBlock {
  const { initial } = field;
  return input(field, {
    type: 'users_select',
    action_id: FIELD_ELEMENT,
    ...(initial === undefined ? {} : { initial_user: initial }),
  });
}

export function peopleField(field: Field & { readonly most: number }): InputBlock {
  return input(field, { type: 'multi_users_select', action_id: FIELD_ELEMENT, max_selected_items: field.most });
}

export function dateField(field: Field & { readonly initial?: CalendarDate | undefined }): InputBlock {
  const { initial } = field;
  return input(field, {
    type: 'datepicker',
    action_id: FIELD_ELEMENT,
    ...(initial === undefined ? {} : { initial_date: initial }),
  });
}

/** Slack shows and reads it in the person's own zone. */
export function instantField(field: Field & { readonly initial: Instant | undefined }): InputBlock {
  const { initial } = field;
  return input(field, {
    type: 'datetimepicker',
    action_id: FIELD_ELEMENT,
    ...(initial === undefined ? {} : { initial_date_time: Math.floor(toMilliseconds(initial) / SECOND) }),
  });
}

export function modal(props: {
  readonly form: string;
  readonly title: string;
  /** Without it the form only tells something. */
  readonly submit?: string;
  readonly close?: string;
  /** Comes back with the submission; read it by zod. */
  readonly metadata: string;
  readonly blocks: KnownBlock[];
  /** Whether we hear of it when it is closed without being sent. */
  readonly tellsClosing?: boolean;
}): Modal {
  return {
    type: 'modal',
    callback_id: props.form,
    private_metadata: props.metadata,
    title: plainText(props.title, limits.modalTitle),
    ...(props.submit === undefined ? {} : { submit: plainText(props.submit, limits.modalSubmit) }),
    close: plainText(props.close ?? 'Cancel', limits.modalSubmit),
    blocks: props.blocks.slice(0, limits.modalBlocks),
    ...(props.tellsClosing === true ? { notify_on_close: true } : {}),
  };
}

function input(field: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, limits.inputLabel),
    optional: field.isOptional ?? false,
    element,
    ...(field.hint === undefined ? {} : { hint: plainText(field.hint, limits.inputHint) }),
  };
}
