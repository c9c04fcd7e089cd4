import { z } from 'zod';
import type { Instant } from '../../domain/time.ts';
import type { DeliveryRecord } from '../record.ts';

/** What somebody did that Slack shows to nobody: a command typed, a button clicked, a form sent. */
export interface Deed {
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
}

const Command = z.object({
  user_name: z.string(),
  command: z.string(),
  text: z.string(),
  channel_id: z.string(),
  channel_name: z.string(),
});
const Click = z.object({
  user: z.object({ name: z.string() }),
  actions: z.tuple([z.object({ text: z.object({ text: z.string() }) })]),
});
const Form = z.object({
  user: z.object({ name: z.string() }),
  view: z.object({ title: z.object({ text: z.string() }) }),
});

export function deedOf({ kind, at, attempt, payload }: DeliveryRecord, channelId: string): Deed | undefined {
  if (attempt > 1) {
    return undefined;
  }
  switch (kind) {
    case 'command': {
      const { user_name, command, text, channel_id, channel_name } = Command.parse(payload);
      const elsewhere = channel_id === channelId ? '' : ` (in #${channel_name})`;
      return { at, who: user_name, what: `types ${command} ${readTyped(text)}${elsewhere}` };
    }
    case 'block_actions': {
      const click = Click.safeParse(payload);
      return click.success
        ? { at, who: click.data.user.name, what: `clicks [${click.data.actions[0].text.text}]` }
        : undefined;
    }
    case 'view_submission': {
      const { user, view } = Form.parse(payload);
      return { at, who: user.name, what: `sends the form “${view.title.text}”` };
    }
    default:
      return undefined;
  }
}

/** As it was typed: the names in the place of what Slack sends for them. */
function readTyped(text: string): string {
  return text
    .replaceAll(/<([@#])[^|>]*\|([^>]*)>/gu, '$1$2')
    .replaceAll(/<!subteam\^[^|>]*\|([^>]*)>/gu, '$1')
    .replaceAll(/<([^>|]*)>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
