import { z } from 'zod';
import { characters, plainText } from './block-objects.ts';
import { checkBlocks } from './check-blocks.ts';
import { problem, problemsOf } from './describe-problem.ts';
import { limits } from './slack-limits.ts';

const shared = {
  blocks: z.array(z.unknown()),
  private_metadata: characters(0, limits.privateMetadata).optional(),
  callback_id: characters(0, limits.callbackId).optional(),
  external_id: characters(0, limits.externalId).optional(),
};

/** https://docs.slack.dev/reference/views/modal-views and https://docs.slack.dev/reference/views/home-tab-views */
const View = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    ...shared,
    title: plainText(limits.viewTitle),
    submit: plainText(limits.viewButton).optional(),
    close: plainText(limits.viewButton).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('home'), ...shared }),
]);

/** What Slack would say against a modal or a home tab, in its words: nothing where it would open it. */
export function checkView(view: unknown): readonly string[] {
  const { success, data } = View.safeParse(view);
  if (!success) {
    return problemsOf(View, view, '/view');
  }
  const submits = data.type === 'home' || data.submit !== undefined || !data.blocks.some(isInput);
  return [
    ...(submits ? [] : [problem('missing required field: submit', '/view')]),
    ...checkBlocks(data.blocks, data.type),
  ];
}

function isInput(block: unknown): boolean {
  return typeof block === 'object' && block !== null && 'type' in block && block.type === 'input';
}
