import { z } from 'zod';
import { limits } from './slack-limits.ts';

/** Slack cannot decode half of a surrogate pair. */
export function characters(least: number, most: number) {
  return z
    .string()
    .min(least)
    .max(most)
    .refine((text) => text.isWellFormed(), 'must be valid Unicode');
}

export function plainText(most: number) {
  return z.strictObject({ type: z.literal('plain_text'), text: characters(1, most), emoji: z.boolean().optional() });
}

export function mrkdwn(most: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: characters(1, most), verbatim: z.boolean().optional() });
}

export function anyText(most: number) {
  return z.discriminatedUnion('type', [plainText(most), mrkdwn(most)]);
}

export const style = z.enum(['primary', 'danger']);

const confirm = z.strictObject({
  title: plainText(limits.confirmTitle),
  text: anyText(limits.confirmText),
  confirm: plainText(limits.confirmButton),
  deny: plainText(limits.confirmButton),
  style: style.optional(),
});

/** Beside its type, what every element may have that a person acts on. */
export const actionable = { action_id: characters(1, limits.actionId).optional() };
export const confirmable = { confirm: confirm.optional() };
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholdable = { placeholder: plainText(limits.placeholder).optional() };
export const dispatchable = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .max(2),
    })
    .optional(),
};

const slackFile = z
  .strictObject({ id: z.string().min(1).optional(), url: characters(1, limits.imageUrl).optional() })
  .refine(({ id, url }) => (id === undefined) !== (url === undefined), 'must define either `id` or `url`');

export const pictured = {
  type: z.literal('image'),
  alt_text: characters(1, limits.altText),
  image_url: characters(1, limits.imageUrl).optional(),
  slack_file: slackFile.optional(),
};

export function hasOneSource(image: { readonly image_url?: unknown; readonly slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

export const ONE_SOURCE = 'must define either `image_url` or `slack_file`';
