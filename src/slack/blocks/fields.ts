import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { PersonId } from '../../domain/ids.ts';
import { type Instant, SECOND, toMilliseconds } from '../../domain/time.ts';
import { FIELD_ELEMENT } from '../identifiers.ts';
import { limits } from './limits.ts';
import { type Choice, option } from './menus.ts';
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

export function textField(
  field: Field & { readonly initial?: string; readonly isMultiline?: boolean; readonly placeholder?: string },
): InputBlock {
  const initial = cutPlain(field.initial ?? '', limits.inputValue);
  return input(field, {
    type: 'plain_text_input',
    action_id: FIELD_ELEMENT,
    multiline: field.isMultiline ?? false,
    max_length: limits.inputValue,
    ...(initial === '' ? {} : { initial_value: initial }),
    ...(field.placeholder === undefined ? {} : { placeholder: plainText(field.placeholder, limits.placeholder) }),
  });
}

export function choiceField(
  field: Field & { readonly choices: readonly Choice[]; readonly initial?: string },
): InputBlock {
  const options = field.choices.map(option);
  const initial = options.find(({ value }) => value === field.initial);
  return input(field, {
    type: 'static_select',
    action_id: FIELD_ELEMENT,
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
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

export function dateField(field: Field): InputBlock {
  return input(field, { type: 'datepicker', action_id: FIELD_ELEMENT });
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
  readonly submit: string;
  /** Comes back with the submission; read it by zod. */
  readonly metadata: string;
  readonly blocks: KnownBlock[];
}): Modal {
  return {
    type: 'modal',
    callback_id: props.form,
    private_metadata: props.metadata,
    title: plainText(props.title, limits.modalTitle),
    submit: plainText(props.submit, limits.modalSubmit),
    close: plainText('Cancel', limits.modalSubmit),
    blocks: props.blocks.slice(0, limits.modalBlocks),
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
