import { calendarsOf } from './calendars/calendar-of.ts';
import { type Bot, ComposedBot } from './composed-bot.ts';
import type { Config } from './config.ts';
import { findHookSecret } from './config-hook-secrets.ts';
import { type OpenDatabase, openDatabase } from './database/open-database.ts';
import { personId } from './domain/ids.ts';
import type { Policy } from './domain/policy.ts';
import { MINUTE } from './domain/time.ts';
import { openFolder } from './folder/open-folder.ts';
import { createSlack, type Slack } from './slack/create-slack.ts';
import { actionItemFeature } from './slack/listeners/action-items.ts';
import { askWhenFeature } from './slack/listeners/ask-when.ts';
import { catchUpFeature } from './slack/listeners/catch-up.ts';
import { changeDatesFeature } from './slack/listeners/change-dates.ts';
import { correctionFeature } from './slack/listeners/correction.ts';
import { drillFeature } from './slack/listeners/drill.ts';
import { escalateFormFeature } from './slack/listeners/escalate-form.ts';
import { escalationFeature } from './slack/listeners/escalation.ts';
import type { Feature } from './slack/listeners/feature.ts';
import { findingFeature } from './slack/listeners/findings.ts';
import { gapFeature } from './slack/listeners/gaps.ts';
import { homeFeature } from './slack/listeners/home.ts';
import { incidentFeature } from './slack/listeners/incident.ts';
import { itemButtonFeature } from './slack/listeners/item-buttons.ts';
import { itemFormFeature } from './slack/listeners/item-forms.ts';
import { itemListFeature } from './slack/listeners/item-lists.ts';
import { itemReactionFeature } from './slack/listeners/item-reactions.ts';
import { joinFeatures } from './slack/listeners/join-features.ts';
import { listen } from './slack/listeners/listen.ts';
import { mentionFeature } from './slack/listeners/mention.ts';
import { milestonesFeature } from './slack/listeners/milestones.ts';
import { newActionItemFeature } from './slack/listeners/new-action-item.ts';
import { peopleFeature } from './slack/listeners/people.ts';
import { postmortemFeature } from './slack/listeners/postmortem.ts';
import { postmortemFilesFeature } from './slack/listeners/postmortem-files.ts';
import { renameFeature } from './slack/listeners/renames.ts';
import { retryFeature } from './slack/listeners/retry.ts';
import { reviewFeature } from './slack/listeners/review.ts';
import { roleFeature } from './slack/listeners/roles.ts';
import { rotaFeature } from './slack/listeners/rota.ts';
import { runDeferredCommand } from './slack/listeners/run-deferred-command.ts';
import { sectionsFeature } from './slack/listeners/sections.ts';
import { ticketFeature } from './slack/listeners/tickets.ts';
import { timelineFeature } from './slack/listeners/timeline.ts';
import { timelinePageFeature } from './slack/listeners/timeline-page.ts';
import { transcriptFeature } from './slack/listeners/transcript.ts';
import { updateFeature } from './slack/listeners/updates.ts';
import { writingFeature } from './slack/listeners/writing.ts';
import { SlackActionItemMessenger } from './slack/slack-action-item-messenger.ts';
import { SlackBoard } from './slack/slack-board.ts';
import { SlackCaller } from './slack/slack-caller.ts';
import type { CountCall } from './slack/slack-client.ts';
import { SlackDirectory } from './slack/slack-directory.ts';
import { SlackMessenger } from './slack/slack-messenger.ts';
import { SlackReviewMessenger } from './slack/slack-review-messenger.ts';
import { createTracker } from './trackers/create-tracker.ts';
import { readFigures } from './use-cases/action-items/read-figures.ts';
import { receiveAlert } from './use-cases/alerts/receive-alert.ts';
import type { Log, Ports } from './use-cases/ports.ts';
import { countOverdue } from './use-cases/postmortem/review/count-overdue.ts';
import { prepare } from './use-cases/prepare.ts';
import { reportFailedWork } from './use-cases/report-failed-work.ts';
import { shareReading } from './use-cases/share-reading.ts';
import type { System } from './use-cases/system.ts';
import { hearTicket } from './use-cases/trackers/hear-ticket.ts';
import type { AlertRouteOptions } from './web/alerts/alert-route.ts';
import { createMetrics, type Metrics } from './web/metrics.ts';
import { postmortemFiles } from './web/postmortem-files.ts';
import type { ReadinessOptions } from './web/readiness.ts';
import { routes } from './web/routes.ts';
import { shareOutcome } from './web/share-outcome.ts';
import type { TrackerRouteOptions } from './web/trackers/tracker-route.ts';
import { createWebhooks } from './webhooks/create-webhooks.ts';
import { createHandlers } from './work/handlers.ts';
import { Worker } from './work/worker.ts';

export interface Composition {
  readonly config: Config;
  readonly policy: Policy;
  readonly system: System;
  readonly log: Log;
  /** Told of each call of Slack's Web API and what came of it. */
  readonly onSlackCall?: CountCall;
}

/** Puts the parts together; a wrong token or a database in use stops it here. */
export async function compose(composition: Composition): Promise<Bot> {
  const { config, system } = composition;
  const opened = await openDatabase({ url: config.databaseUrl, ids: system.ids });
  try {
    return await composeAround(opened, composition);
  } catch (fault) {
    await opened.close();
    throw fault;
  }
}

async function composeAround(opened: OpenDatabase, composition: Composition): Promise<Bot> {
  const { config, system, log } = composition;
  await opened.migrateToLatest();
  const { records } = opened.database;
  const metrics = createMetrics({
    countWorkDue: () => opened.workQueue.countDue(system.clock.now()),
    countIncidentsOpen: () => records.incidents.countOpen(slack.identity.teamId),
    countPostmortemsOverdue: () => countOverdue(ports, slack.identity.teamId),
    countEscalations: () => records.escalations.countOutcomes(slack.identity.teamId),
    readActionItemFigures: shareReading(() => readFigures(ports, slack.identity.teamId), system.clock, 5 * MINUTE),
    log,
  });
  const readiness = composeReadiness(opened, composition, () => slack.checkToken());
  const alerts = composeAlerts(composition, (hook, notice) => {
    const { teamId, botUserId } = slack.identity;
    return receiveAlert(ports, { teamId, bot: personId(botUserId), hook, notice });
  });
  const tracker = composeTrackerRoute(composition, (report) => hearTicket(ports, report));
  const served = routes({ metrics, readiness, alerts, tracker });
  const slack = await createSlack({
    connection: config.slack,
    log,
    countCall: (method, outcome) => {
      metrics.countSlackCall({ method, outcome });
      composition.onSlackCall?.(method, outcome);
    },
    routes: served,
  });
  const ports = composePorts(opened, composition, { slack, wake: () => worker.wake() });
  const feature = composeFeatures(ports, slack);
  const worker = composeWorker(opened, composition, { ports, feature, metrics });
  listen(slack.app, { ports, client: slack.client, log, feature, workspaceUrl: slack.identity.url });
  const prepareWork = () => prepare(ports, slack.identity.teamId);
  return new ComposedBot({ config, slack, worker, opened, served, prepareWork });
}

function composeReadiness(
  { workQueue, pendingMigrations }: OpenDatabase,
  { system, log }: Composition,
  checkToken: () => Promise<void>,
): ReadinessOptions {
  const checks = {
    database: async () => {
      await workQueue.countDue(system.clock.now());
    },
    migrations: () => requireNone(pendingMigrations()),
    slack: shareOutcome(checkToken, system.clock),
  };
  return { checks, timers: system.timers, log };
}

function composeAlerts(
  { config, policy, system, log }: Composition,
  receive: AlertRouteOptions['receive'],
): AlertRouteOptions {
  const secretOf = (hook: string) => findHookSecret(config.hookSecrets, hook);
  return { hooks: policy.alertHooks, secretOf, receive, hash: system.hash, log };
}

function composeTrackerRoute(
  { config, policy, system, log }: Composition,
  hear: TrackerRouteOptions['hear'],
): TrackerRouteOptions {
  const { webhookSecret } = config.tracker;
  return { format: policy.tracker?.format, secret: webhookSecret, hear, clock: system.clock, log };
}

function composePorts(
  { database }: OpenDatabase,
  { config, policy, system }: Composition,
  { slack, wake }: { readonly slack: Slack; readonly wake: () => void },
): Ports {
  const secretOf = (webhook: string) => findHookSecret(config.hookSecrets, webhook);
  return {
    ...system,
    database,
    directory: new SlackDirectory(slack.client, slack.files, slack.identity),
    webhooks: createWebhooks({ webhooks: policy.webhooks, secretOf, ...system }),
    caller: new SlackCaller(slack.client, slack.identity.url),
    messenger: new SlackMessenger(slack.client, slack.identity, policy),
    reviewMessenger: new SlackReviewMessenger(slack.client),
    actionItemMessenger: new SlackActionItemMessenger(slack.client, policy),
    calendarOf: calendarsOf(policy.calendars),
    tracker: createTracker({ policy: policy.tracker, secrets: config.tracker, system }),
    postmortemFiles,
    board: new SlackBoard(slack.client, slack.identity),
    folder: openFolder(policy.postmortemFolder, config.gitEnvironment),
    policy,
    wake,
  };
}

function composeWorker(
  { workQueue }: OpenDatabase,
  { system, log }: Composition,
  parts: { readonly ports: Ports; readonly feature: Required<Feature>; readonly metrics: Metrics },
): Worker {
  const { ports, feature, metrics } = parts;
  return new Worker({
    queue: workQueue,
    handlers: createHandlers(ports, (typed, attempts) => runDeferredCommand(ports, feature, { typed, attempts })),
    system,
    log,
    onFailure: (failed, reason) => reportFailedWork(ports, failed, reason),
    countWork: (kind, outcome) => metrics.countWork({ kind, outcome }),
  });
}

function composeFeatures(ports: Ports, slack: Slack): Required<Feature> {
  const spoken = joinFeatures(
    incidentFeature(ports),
    timelineFeature(ports),
    timelinePageFeature(ports),
    gapFeature(ports),
    drillFeature(ports),
    askWhenFeature(ports),
    correctionFeature(ports),
    milestonesFeature(ports),
    roleFeature(ports),
    updateFeature(ports),
    escalationFeature(ports),
    rotaFeature(ports),
    escalateFormFeature(ports),
    actionItemFeature(ports),
    ticketFeature(ports),
    newActionItemFeature(ports),
    itemButtonFeature(ports),
    itemFormFeature(ports),
    itemListFeature(ports),
    changeDatesFeature(ports),
    itemReactionFeature(ports),
    postmortemFeature(ports),
    reviewFeature(ports),
    postmortemFilesFeature(ports),
    findingFeature(ports),
    sectionsFeature(ports),
    peopleFeature(ports),
    renameFeature(ports, slack.identity.botUserId),
    catchUpFeature(ports, slack.identity.botUserId),
    transcriptFeature(ports, slack.identity),
    writingFeature(ports),
    retryFeature(ports),
    homeFeature(ports),
  );
  return joinFeatures(spoken, mentionFeature(ports, spoken, slack.identity));
}

async function requireNone(pending: Promise<readonly string[]>): Promise<void> {
  const names = await pending;
  if (names.length > 0) {
    throw new Error(`migrations not run: ${names.join(', ')}`);
  }
}
