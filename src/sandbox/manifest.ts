import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { missingEventScopes } from './delivery/subscriptions.ts';

const text = (most: number) => z.string().min(1).max(most);
const Address = z.url({ protocol: /^https?$/u });
const Scope = text(50);

const AppHome = z.strictObject({
  home_tab_enabled: z.boolean().default(false),
  messages_tab_enabled: z.boolean().default(true),
  messages_tab_read_only_enabled: z.boolean().default(true),
});

const Shortcut = z.strictObject({
  name: text(24),
  type: z.enum(['global', 'message']),
  callback_id: text(255),
  description: text(150),
});

const Command = z.strictObject({
  command: z.string().regex(/^\/./u).max(32),
  description: text(2_000),
  usage_hint: text(1_000).optional(),
  should_escape: z.boolean().default(false),
  url: Address.optional(),
});

/** As much of an app manifest as we use. https://docs.slack.dev/reference/app-manifest */
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140).optional(),
    long_description: z.string().min(175).max(4_000).optional(),
    background_color: z
      .string()
      .regex(/^#[0-9a-f]{3}(?:[0-9a-f]{3})?$/iu)
      .optional(),
  }),
  features: z.strictObject({
    app_home: AppHome.prefault({}),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean().optional() }),
    shortcuts: z.array(Shortcut).max(10).default([]),
    slash_commands: z.array(Command).max(50).default([]),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(Scope).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z
      .strictObject({ request_url: Address.optional(), bot_events: z.array(text(50)).max(100).default([]) })
      .prefault({}),
    interactivity: z
      .strictObject({ is_enabled: z.boolean(), request_url: Address.optional() })
      .prefault({ is_enabled: false }),
    org_deploy_enabled: z.boolean().optional(),
    socket_mode_enabled: z.boolean().optional(),
    token_rotation_enabled: z.boolean().optional(),
  }),
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
