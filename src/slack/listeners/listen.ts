import type { App } from '@slack/bolt';
import type { Log, Ports } from '../../use-cases/ports.ts';
import type { SlackClient } from '../slack-client.ts';
import type { Feature } from './feature.ts';
import { listenToButtons } from './listen-to-buttons.ts';
import { listenToCommands } from './listen-to-commands.ts';
import { listenToEvents } from './listen-to-events.ts';
import { listenToShortcuts } from './listen-to-shortcuts.ts';
import { listenToSubmissions } from './listen-to-submissions.ts';

export interface Listening {
  readonly ports: Ports;
  readonly client: SlackClient;
  readonly log: Log;
  /** `https://acme.slack.com/`, which permalinks begin with. */
  readonly workspaceUrl: string;
  readonly feature: Required<Feature>;
}

/** One Bolt listener a kind of delivery, as Bolt slows down with every listener it holds; our tables do the rest. */
export function listen(app: App, listening: Listening): void {
  listenToCommands(app, listening);
  listenToButtons(app, listening);
  listenToShortcuts(app, listening);
  listenToSubmissions(app, listening);
  listenToEvents(app, listening);
}
