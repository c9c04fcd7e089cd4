import { type AlertRouteOptions, alertRoute } from './alerts/alert-route.ts';
import { healthRoute } from './health.ts';
import type { Metrics } from './metrics.ts';
import { type ReadinessOptions, readinessRoute } from './readiness.ts';
import type { Route } from './route.ts';
import { type TrackerRouteOptions, trackerRoute } from './trackers/tracker-route.ts';

/** All that is served beside Slack's requests. */
export function routes(options: {
  readonly readiness: ReadinessOptions;
  readonly metrics: Metrics;
  readonly alerts: AlertRouteOptions;
  readonly tracker: TrackerRouteOptions;
}): Route[] {
  return [
    healthRoute(),
    readinessRoute(options.readiness),
    options.metrics.route,
    alertRoute(options.alerts),
    trackerRoute(options.tracker),
  ];
}
