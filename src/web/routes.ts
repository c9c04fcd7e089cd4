import { healthRoute } from './health.ts';
import type { Metrics } from './metrics.ts';
import { type ReadinessOptions, readinessRoute } from './readiness.ts';
import type { Route } from './route.ts';

/** All that is served beside Slack's requests. */
export function routes(options: { readonly readiness: ReadinessOptions; readonly metrics: Metrics }): Route[] {
  return [healthRoute(), readinessRoute(options.readiness), options.metrics.route];
}
