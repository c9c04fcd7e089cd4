import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { temporaryFolder } from '../support/temporary-folder.ts';

export interface ManifestParts {
  features: { app_home: Record<string, boolean> };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] }; interactivity: { is_enabled: boolean } };
}

/** The file of a manifest that is ours but for a change. */
export function manifestWith(change: (manifest: ManifestParts) => void): string {
  const manifest: ManifestParts = parse(readFileSync('manifest.yml', 'utf8'));
  change(manifest);
  const file = join(temporaryFolder(), 'manifest.yml');
  writeFileSync(file, stringify(manifest));
  return file;
}

export function manifestWithout(scope: string, events: readonly string[] = []): string {
  return manifestWith(({ oauth_config: { scopes }, settings: { event_subscriptions } }) => {
    scopes.bot = scopes.bot.filter((other) => other !== scope);
    event_subscriptions.bot_events = event_subscriptions.bot_events.filter((event) => !events.includes(event));
  });
}

export function manifestSubscribedTo(...events: readonly string[]): string {
  return manifestWith(({ settings, oauth_config }) => {
    settings.event_subscriptions.bot_events = [...events];
    oauth_config.scopes.bot.push('pins:read');
  });
}
