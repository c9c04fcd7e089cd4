import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVENT_SCOPES } from '../src/sandbox/delivery/subscriptions.ts';
import { readManifest } from '../src/sandbox/manifest.ts';
import { methods } from '../src/sandbox/methods/methods.ts';
import { COMMAND, events, globalShortcuts, messageShortcuts } from '../src/slack/identifiers.ts';
import { manifestWith } from './sandbox/manifest-with.ts';
import { readSources } from './support/architecture/source-file.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const manifest = readManifest('manifest.yml');
const { bot: scopes } = manifest.oauth_config.scopes;
const { bot_events: subscribed } = manifest.settings.event_subscriptions;
const source = readSources(['src/slack'])
  .map(({ text }) => text)
  .join('\n');

/** The scopes that each method takes where we call it: in channels of both kinds, and in direct messages. */
const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'canvases.access.set': ['canvases:write'],
  'canvases.create': ['canvases:write'],
  'canvases.delete': ['canvases:write'],
  'canvases.edit': ['canvases:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.create': ['channels:manage', 'groups:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.invite': ['channels:manage', 'groups:write'],
  'conversations.join': ['channels:join'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'conversations.setTopic': ['channels:manage', 'groups:write'],
  'dnd.info': ['dnd:read'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'pins.add': ['pins:write'],
  'reactions.add': ['reactions:write'],
  'reactions.get': ['reactions:read'],
  'reactions.remove': ['reactions:write'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read', 'users:read.email'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

/** What Slack's client makes of a call that is no method itself. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  filesUploadV2: ['files.getUploadURLExternal', 'files.completeUploadExternal'],
};

const called = [...source.matchAll(/\bweb\.([\w.]+)\(/gu)].map(([, method = '']) => method);
const calledMethods = unique(called.flatMap((method) => MADE_OF[method] ?? [method]));

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}

/** The names in `table` under which a listener stands in a table of ours: `[events.mention]: …`. */
function listenedTo(name: string, table: Readonly<Record<string, string>>): readonly (string | undefined)[] {
  const keys = [...source.matchAll(new RegExp(`\\[${name}\\.(\\w+)\\]: `, 'gu'))].map(([, key = '']) => key);
  return [...new Set(keys)].map((key) => table[key]).toSorted();
}

function callbackIds(kind: 'global' | 'message'): readonly string[] {
  return manifest.features.shortcuts.filter(({ type }) => type === kind).map(({ callback_id }) => callback_id);
}

describe('the manifest', () => {
  it('has our command, and lets it name people', () => {
    expect(manifest.features.slash_commands).toMatchObject([{ command: COMMAND, should_escape: true }]);
  });

  it('has our shortcuts, global and on messages', () => {
    expect(callbackIds('global')).toEqual(Object.values(globalShortcuts));
    expect(callbackIds('message')).toEqual(Object.values(messageShortcuts));
    expect(listenedTo('messageShortcuts', messageShortcuts)).toEqual(Object.values(messageShortcuts).toSorted());
  });

  it('subscribes to the events that listeners handle, and to no more', () => {
    const delivered = unique(subscribed.map((event) => event.replace(/^message\..*/u, 'message')));
    expect(listenedTo('events', events)).toEqual(delivered);
    expect(Object.values(events).toSorted()).toEqual(delivered);
  });

  it('has the Home tab and the direct messages that we use, and takes clicks', () => {
    expect(manifest.features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  it('has the scopes that our calls, events and commands need, and none besides', () => {
    const needed = [
      ...calledMethods.flatMap((method) => METHOD_SCOPES[method] ?? [`of ${method}`]),
      ...subscribed.flatMap((event) => EVENT_SCOPES[event] ?? [`of ${event}`]),
      'commands',
    ];

    expect([...scopes].toSorted()).toEqual(unique(needed));
  });

  it('says each thing once', () => {
    expect(unique(scopes)).toHaveLength(scopes.length);
    expect(unique(subscribed)).toHaveLength(subscribed.length);
  });
});

describe('the calls', () => {
  it('are all found in the source', () => {
    expect(called.length).toBeGreaterThan(15);
    expect(source).not.toMatch(/\bapiCall\(|\bclient\.(?:chat|conversations|files|pins|reactions|users|views)\./u);
  });

  it('are those whose scopes are told above', () => {
    expect(calledMethods).toEqual(Object.keys(METHOD_SCOPES));
  });

  it('are those that the sandbox takes, with the one by which Socket Mode connects', () => {
    expect([...methods.keys()].toSorted()).toEqual(unique([...calledMethods, 'apps.connections.open']));
  });
});

describe('readManifest', () => {
  it('takes the manifest as it is for HTTP', () => {
    const lines = readFileSync('manifest.yml', 'utf8')
      .replaceAll('# HTTP: ', '')
      .replace('socket_mode_enabled: true', 'socket_mode_enabled: false');
    const file = join(temporaryFolder(), 'manifest.yml');
    writeFileSync(file, lines);
    const { features, settings } = readManifest(file);

    const url = 'https://faultline.example.com/slack/events';
    expect(features.slash_commands).toMatchObject([{ url }]);
    expect(settings).toMatchObject({
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url },
      socket_mode_enabled: false,
    });
  });

  it.each<readonly [string, Parameters<typeof manifestWith>[0]]>([
    ['a name of 36 letters', (given) => Object.assign(given, { display_information: { name: 'x'.repeat(36) } })],
    ['a key that Slack does not know', ({ settings }) => Object.assign(settings, { socket_mode: true })],
    ['an address that is none', ({ settings }) => Object.assign(settings.interactivity, { request_url: 'here' })],
    ['an event without its scope', ({ oauth_config: { scopes } }) => scopes.bot.splice(0)],
  ])('refuses %s', (_, change) => {
    expect(() => readManifest(manifestWith(change))).toThrow();
  });
});
