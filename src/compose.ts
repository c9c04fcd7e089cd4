import type { Config } from './config.ts';
import { findHookSecret } from './config-hook-secrets.ts';
import { type OpenDatabase, openDatabase } from './database/open-database.ts';
import { personId, type TeamId } from './domain/ids.ts';
import type { Policy } from './domain/policy.ts';
import { createSlack, type Slack } from './slack/create-slack.ts';
import { actionItemFeature } from './slack/listeners/action-items.ts';
import { askWhenFeature } from './slack/listeners/ask-when.ts';
import { catchUpFeature } from './slack/listeners/catch-up.ts';
import { correctionFeature } from './slack/listeners/correction.ts';
import { escalateFormFeature } from './slack/listeners/escalate-form.ts';
import { escalationFeature } from './slack/listeners/escalation.ts';
import type { Feature } from './slack/listeners/feature.ts';
import { homeFeature } from './slack/listeners/home.ts';
import { incidentFeature } from './slack/listeners/incident.ts';
import { joinFeatures } from './slack/listeners/join-features.ts';
import { listen } from './slack/listeners/listen.ts';
import { mentionFeature } from './slack/listeners/mention.ts';
import { milestonesFeature } from './slack/listeners/milestones.ts';
import { peopleFeature } from './slack/listeners/people.ts';
import { postmortemFeature } from './slack/listeners/postmortem.ts';
import { renameFeature } from './slack/listeners/renames.ts';
import { retryFeature } from './slack/listeners/retry.ts';
import { roleFeature } from './slack/listeners/roles.ts';
import { rotaFeature } from './slack/listeners/rota.ts';
import { runDeferredCommand } from './slack/listeners/run-deferred-command.ts';
import { timelineFeature } from './slack/listeners/timeline.ts';
import { timelinePageFeature } from './slack/listeners/timeline-page.ts';
import { transcriptFeature } from './slack/listeners/transcript.ts';
import { updateFeature } from './slack/listeners/updates.ts';
import { writingFeature } from './slack/listeners/writing.ts';
import type { Outcome } from './slack/receive-request.ts';
import { SlackCaller } from './slack/slack-caller.ts';
import type { CountCall } from './slack/slack-client.ts';
import { SlackDirectory } from './slack/slack-directory.ts';
import { SlackMessenger } from './slack/slack-messenger.ts';
import { receiveAlert } from './use-cases/alerts/receive-alert.ts';
import type { Log, Ports } from './use-cases/ports.ts';
import { prepare } from './use-cases/prepare.ts';
import { reportFailedWork } from './use-cases/report-failed-work.ts';
import type { System } from './use-cases/system.ts';
import type { AlertRouteOptions } from './web/alerts/alert-route.ts';
import { createMetrics } from './web/metrics.ts';
import { postmortemFiles } from './web/postmortem-files.ts';
import { routes } from './web/routes.ts';
import { shareOutcome } from './web/share-outcome.ts';
import { startWebServer, type WebServer } from './web/web-server.ts';
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

/** The running bot. */
export interface Bot {
  readonly teamId: TeamId;
  /** Takes requests and works from here on. */
  start(): Promise<void>;
  /** Works from here on, and takes no requests but those that `receive` is handed. */
  work(): Promise<void>;
  /** Handles one request as if Slack had sent it. */
  receive(body: Readonly<Record<string, unknown>>): Promise<Outcome>;
  /** Takes no more requests, finishes the work that is claimed, and lets go of everything. */
  stop(): Promise<void>;
  /** Where it listens, once started: `http://0.0.0.0:3000`. */
  readonly address: string | undefined;
  /** Resolves when no work is due or running. */
  idle(): Promise<void>;
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
  const { config, policy, system, log } = composition;
  await opened.migrateToLatest();
  const { database, workQueue } = opened;
  const metrics = createMetrics({
    countWorkDue: () => workQueue.countDue(system.clock.now()),
    countIncidentsOpen: () => database.records.incidents.countOpen(slack.identity.teamId),
    countEscalations: () => database.records.escalations.countOutcomes(slack.identity.teamId),
    log,
  });
  const readiness = {
    checks: {
      database: async () => {
        await workQueue.countDue(system.clock.now());
      },
      migrations: () => requireNone(opened.pendingMigrations()),
      slack: shareOutcome(() => slack.checkToken(), system.clock),
    },
    timers: system.timers,
    log,
  };
  const secretOf = (hook: string) => findHookSecret(config.hookSecrets, hook);
  const alerts: AlertRouteOptions = {
    hooks: policy.alertHooks,
    secretOf,
    receive: (hook, notice) => {
      const { teamId, botUserId } = slack.identity;
      return receiveAlert(ports, { teamId, bot: personId(botUserId), hook, notice });
    },
    hash: system.hash,
    log,
  };
  const served = routes({ metrics, readiness, alerts });
  const slack = await createSlack({
    connection: config.slack,
    log,
    countCall: (method, outcome) => {
      metrics.countSlackCall({ method, outcome });
      composition.onSlackCall?.(method, outcome);
    },
    routes: served,
  });
  const ports: Ports = {
    ...system,
    database,
    directory: new SlackDirectory(slack.client, slack.files, slack.identity),
    webhooks: createWebhooks({ webhooks: policy.webhooks, secretOf, ...system }),
    caller: new SlackCaller(slack.client, slack.identity.url),
    messenger: new SlackMessenger(slack.client, slack.identity, policy),
    postmortemFiles,
    policy,
    wake: () => worker.wake(),
  };
  const feature = composeFeatures(ports, slack);
  const worker = new Worker({
    queue: workQueue,
    handlers: createHandlers(ports, (typed, attempts) => runDeferredCommand(ports, feature, { typed, attempts })),
    system,
    log,
    onFailure: (failed, reason) => reportFailedWork(ports, failed, reason),
    countWork: (kind, outcome) => metrics.countWork({ kind, outcome }),
  });
  listen(slack.app, { ports, client: slack.client, log, feature, workspaceUrl: slack.identity.url });
  const prepareWork = () => prepare(ports, slack.identity.teamId);
  return createBot({ config, slack, worker, opened, served, prepareWork });
}

function composeFeatures(ports: Ports, slack: Slack): Required<Feature> {
  const spoken = joinFeatures(
    incidentFeature(ports),
    timelineFeature(ports),
    timelinePageFeature(ports),
    askWhenFeature(ports),
    correctionFeature(ports),
    milestonesFeature(ports),
    roleFeature(ports),
    updateFeature(ports),
    escalationFeature(ports),
    rotaFeature(ports),
    escalateFormFeature(ports),
    actionItemFeature(ports),
    postmortemFeature(ports),
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

function createBot(parts: {
  readonly config: Config;
  readonly slack: Slack;
  readonly worker: Worker;
  readonly prepareWork: () => Promise<void>;
  readonly opened: OpenDatabase;
  readonly served: ReturnType<typeof routes>;
}): Bot {
  const { config, slack, worker, opened, served, prepareWork } = parts;
  let address: string | undefined;
  let webServer: WebServer | undefined;
  let isReceiving = false;
  let stopped: Promise<void> | undefined;

  async function start(): Promise<void> {
    if (config.slack.mode.kind === 'socket') {
      webServer = await startWebServer({ host: config.host, port: config.port, routes: served });
      address = webServer.address;
      await slack.app.start();
    } else {
      address = await slack.listen({ host: config.host, port: config.port });
    }
    isReceiving = true;
    await work();
  }

  async function work(): Promise<void> {
    await prepareWork();
    worker.start();
  }

  async function stop(): Promise<void> {
    try {
      // Bolt's receivers cannot be stopped unless they were started.
      await (isReceiving ? slack.app.stop() : undefined);
      await worker.stop();
      await webServer?.close();
    } finally {
      await opened.close();
    }
  }

  return {
    teamId: slack.identity.teamId,
    start,
    work,
    receive: (body) => slack.receive(body),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
    get address() {
      return address;
    },
    idle: () => worker.idle(),
  };
}

async function requireNone(pending: Promise<readonly string[]>): Promise<void> {
  const names = await pending;
  if (names.length > 0) {
    throw new Error(`migrations not run: ${names.join(', ')}`);
  }
}
