import { z } from 'zod';
import {
  actionable,
  characters,
  confirmable,
  dispatchable,
  focusable,
  hasOneSource,
  ONE_SOURCE,
  pictured,
  placeholdable,
  plainText,
  style,
} from './block-objects.ts';
import { boxes, overflow, selects } from './menu-elements.ts';
import { richText } from './rich-text.ts';
import { limits } from './slack-limits.ts';

const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  text: plainText(limits.buttonText),
  value: characters(1, limits.buttonValue).optional(),
  url: characters(1, limits.buttonUrl).optional(),
  style: style.optional(),
  accessibility_label: characters(1, limits.accessibilityLabel).optional(),
});

export const imageElement = z.strictObject(pictured).refine(hasOneSource, ONE_SOURCE);

const picker = { ...actionable, ...confirmable, ...focusable };
const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...picker,
  ...placeholdable,
  initial_date: z.iso.date('must be a date as YYYY-MM-DD').optional(),
});
const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...picker,
  ...placeholdable,
  initial_time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm')
    .optional(),
  timezone: z.string().refine(isTimeZone, 'must be a time zone').optional(),
});
const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...picker,
  initial_date_time: z
    .int()
    .refine((seconds) => /^\d{10}$/.test(String(seconds)), 'must be 10 digits')
    .optional(),
});

const typed = { ...actionable, ...dispatchable, ...focusable, ...placeholdable };
const length = z.int().max(limits.inputValue);
const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: characters(0, limits.inputValue).optional(),
    multiline: z.boolean().optional(),
    min_length: length.min(0).optional(),
    max_length: length.min(1).optional(),
  })
  .refine(({ min_length = 0, max_length = Infinity }) => min_length <= max_length, 'max_length is below min_length')
  .refine(
    ({ initial_value = '', max_length = Infinity }) => initial_value.length <= max_length,
    'initial_value is longer than max_length',
  );

const number = z.string().regex(/^-?\d+(?:\.\d+)?$/, 'must be a number');
const otherInputs = [
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: number.optional(),
    min_value: number.optional(),
    max_value: number.optional(),
  }),
] as const;
const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typed,
  initial_value: richText.optional(),
});
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...actionable,
  filetypes: z.array(z.string().min(1)).optional(),
  max_files: z.int().min(1).max(limits.inputFiles).optional(),
});

/** Which elements stand where: https://docs.slack.dev/reference/block-kit/block-elements */
export const accessory = z.discriminatedUnion('type', [
  button,
  imageElement,
  overflow,
  datepicker,
  timepicker,
  ...boxes,
  ...selects,
]);

export const action = z.discriminatedUnion('type', [
  button,
  overflow,
  datepicker,
  timepicker,
  datetimepicker,
  richTextInput,
  ...boxes,
  ...selects,
]);

const everywhere = [
  plainTextInput,
  richTextInput,
  datepicker,
  timepicker,
  datetimepicker,
  ...otherInputs,
  ...boxes,
  ...selects,
] as const;
export const input = z.discriminatedUnion('type', everywhere);
/** https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
export const modalInput = z.discriminatedUnion('type', [fileInput, ...everywhere]);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
