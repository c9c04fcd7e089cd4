import { z } from 'zod';
import { accessory, action, imageElement, input, modalInput } from './block-elements.ts';
import { anyText, characters, hasOneSource, mrkdwn, ONE_SOURCE, pictured, plainText } from './block-objects.ts';
import { richText } from './rich-text.ts';
import { limits } from './slack-limits.ts';

export type Surface = 'message' | 'modal' | 'home';

const identified = { block_id: characters(1, limits.blockId).optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...identified,
    text: anyText(limits.text).optional(),
    fields: z.array(anyText(limits.sectionField)).min(1).max(limits.sectionFields).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'must define either `text` or `fields`');

const common = [
  section,
  richText,
  z.strictObject({ type: z.literal('header'), ...identified, text: plainText(limits.header) }),
  z.strictObject({ type: z.literal('divider'), ...identified }),
  z.strictObject({
    type: z.literal('context'),
    ...identified,
    elements: z
      .array(z.discriminatedUnion('type', [imageElement, plainText(limits.text), mrkdwn(limits.text)]))
      .min(1)
      .max(limits.contextElements),
  }),
  z.strictObject({
    type: z.literal('actions'),
    ...identified,
    elements: z.array(action).min(1).max(limits.actionsElements),
  }),
  z
    .strictObject({ ...pictured, ...identified, title: plainText(limits.imageTitle).optional() })
    .refine(hasOneSource, ONE_SOURCE),
] as const;

const asking = {
  type: z.literal('input'),
  ...identified,
  label: plainText(limits.label),
  hint: plainText(limits.hint).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
};
const inputBlock = z.strictObject({ ...asking, element: input });
const modalInputBlock = z
  .strictObject({ ...asking, element: modalInput })
  .refine(
    ({ element, dispatch_action }) => element.type !== 'file_input' || dispatch_action !== true,
    'a file_input dispatches no action',
  );

const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: characters(1, limits.text) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: characters(1, limits.text) }),
]);
const column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
});
const messageOnly = [
  z.strictObject({ type: z.literal('markdown'), ...identified, text: characters(1, limits.markdown) }),
  z.strictObject({
    type: z.literal('table'),
    ...identified,
    rows: z.array(z.array(cell).min(1).max(limits.tableColumns)).min(1).max(limits.tableRows),
    column_settings: z.array(column.nullable()).max(limits.tableColumns).optional(),
  }),
] as const;

/** The blocks that the sandbox knows. It refuses the others that Slack has, rather than take what it cannot check. */
export const blocksOf = {
  message: z.array(z.discriminatedUnion('type', [...common, inputBlock, ...messageOnly])).max(limits.messageBlocks),
  modal: z.array(z.discriminatedUnion('type', [...common, modalInputBlock])).max(limits.viewBlocks),
  home: z.array(z.discriminatedUnion('type', [...common, inputBlock])).max(limits.viewBlocks),
} as const satisfies Readonly<Record<Surface, z.ZodType>>;

export type CheckedBlock = z.output<(typeof blocksOf)[Surface]>[number];
