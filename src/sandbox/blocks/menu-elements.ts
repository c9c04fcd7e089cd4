import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { actionable, anyText, characters, confirmable, focusable, placeholdable, plainText } from './block-objects.ts';
import { limits } from './slack-limits.ts';

const value = characters(1, limits.optionValue);

const option = z.strictObject({
  text: plainText(limits.optionText),
  value,
  description: plainText(limits.optionDescription).optional(),
});

const box = z.strictObject({
  text: anyText(limits.optionText),
  value,
  description: anyText(limits.optionDescription).optional(),
});

const group = z.strictObject({
  label: plainText(limits.groupLabel),
  options: z.array(option).min(1).max(limits.selectOptions),
});

const shared = { ...actionable, ...confirmable, ...focusable };
const menu = { ...shared, ...placeholdable };
const several = { max_selected_items: z.int().min(1).optional() };
const ids = z.array(z.string().min(1));
const choices = {
  options: z.array(option).min(1).max(limits.selectOptions).optional(),
  option_groups: z.array(group).min(1).max(limits.selectOptions).optional(),
};
const minimumQuery = { min_query_length: z.int().min(0).optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .refine((filter) => Object.keys(filter).length > 0, 'must define at least one filter')
    .optional(),
};
const responding = { response_url_enabled: z.boolean().optional() };

interface Choosing {
  readonly options?: readonly unknown[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined;
  readonly initial_option?: unknown;
  readonly initial_options?: readonly unknown[] | undefined;
}

function beginsWithItsOwn(element: Choosing): boolean {
  const known = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap(({ options }) => options)];
  const initial = element.initial_options ?? (element.initial_option === undefined ? [] : [element.initial_option]);
  return initial.every((one) => known.some((other) => isDeepStrictEqual(one, other)));
}

function hasOneKindOfOptions({ options, option_groups }: Choosing): boolean {
  return (options === undefined) !== (option_groups === undefined);
}

const NOT_ITS_OWN = 'initial option must be one of the options';
const ONE_KIND = 'must define either `options` or `option_groups`';

const type = <const Type extends string>(name: Type) => ({ type: z.literal(name) });

export const boxes = [
  z
    .strictObject({
      ...type('checkboxes'),
      ...shared,
      options: z.array(box).min(1).max(limits.boxes),
      initial_options: z.array(box).min(1).optional(),
    })
    .refine(beginsWithItsOwn, NOT_ITS_OWN),
  z
    .strictObject({
      ...type('radio_buttons'),
      ...shared,
      options: z.array(box).min(1).max(limits.boxes),
      initial_option: box.optional(),
    })
    .refine(beginsWithItsOwn, NOT_ITS_OWN),
] as const;

export const overflow = z.strictObject({
  ...type('overflow'),
  ...actionable,
  ...confirmable,
  options: z
    .array(option.extend({ url: characters(1, limits.optionUrl).optional() }))
    .min(1)
    .max(limits.overflowOptions),
});

export const selects = [
  z
    .strictObject({ ...type('static_select'), ...menu, ...choices, initial_option: option.optional() })
    .refine(hasOneKindOfOptions, ONE_KIND)
    .refine(beginsWithItsOwn, NOT_ITS_OWN),
  z.strictObject({ ...type('external_select'), ...menu, ...minimumQuery, initial_option: option.optional() }),
  z.strictObject({ ...type('users_select'), ...menu, initial_user: z.string().min(1).optional() }),
  z.strictObject({
    ...type('conversations_select'),
    ...menu,
    ...conversations,
    ...responding,
    initial_conversation: z.string().min(1).optional(),
  }),
  z.strictObject({
    ...type('channels_select'),
    ...menu,
    ...responding,
    initial_channel: z.string().min(1).optional(),
  }),
  z
    .strictObject({
      ...type('multi_static_select'),
      ...menu,
      ...several,
      ...choices,
      initial_options: z.array(option).min(1).optional(),
    })
    .refine(hasOneKindOfOptions, ONE_KIND)
    .refine(beginsWithItsOwn, NOT_ITS_OWN),
  z.strictObject({
    ...type('multi_external_select'),
    ...menu,
    ...several,
    ...minimumQuery,
    initial_options: z.array(option).min(1).optional(),
  }),
  z.strictObject({ ...type('multi_users_select'), ...menu, ...several, initial_users: ids.optional() }),
  z.strictObject({
    ...type('multi_conversations_select'),
    ...menu,
    ...several,
    ...conversations,
    initial_conversations: ids.optional(),
  }),
  z.strictObject({ ...type('multi_channels_select'), ...menu, ...several, initial_channels: ids.optional() }),
] as const;
