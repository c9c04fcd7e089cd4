import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { missingEventScopes } from './delivery/subscriptions.ts';

const Shortcut = z.looseObject({
  name: z.string().max(24),
  type: z.enum(['global', 'message']),
  callback_id: z.string().max(255),
  description: z.string().max(150),
});

const Command = z.looseObject({
  command: z.string().startsWith('/').max(32),
  description: z.string().max(2_000),
  should_escape: z.boolean().default(false),
});

/** What we read of an app manifest. https://docs.slack.dev/reference/app-manifest */
const Manifest = z.looseObject({
  display_information: z.looseObject({ name: z.string().max(35) }),
  features: z.looseObject({
    app_home: z
      .looseObject({ home_tab_enabled: z.boolean().default(false), messages_tab_enabled: z.boolean().default(true) })
      .prefault({}),
    bot_user: z.looseObject({ display_name: z.string().max(80) }),
    shortcuts: z.array(Shortcut).max(10).default([]),
    slash_commands: z.array(Command).max(50).default([]),
  }),
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z
    .looseObject({
      event_subscriptions: z.looseObject({ bot_events: z.array(z.string()).default([]) }).prefault({}),
      interactivity: z.looseObject({ is_enabled: z.boolean() }).prefault({ is_enabled: false }),
    })
    .prefault({}),
});
export type Manifest = z.output<typeof Manifest>;

export function readManifest(file: string): Manifest {
  const manifest = Manifest.parse(parse(readFileSync(file, 'utf8')));
  const missing = missingEventScopes(
    manifest.settings.event_subscriptions.bot_events,
    manifest.oauth_config.scopes.bot,
  );
  if (missing.length > 0) {
    throw new Error(`${file}: Slack would refuse this manifest: ${missing.join('; ')}.`);
  }
  return manifest;
}
