import { respond } from './respond.ts';
import { READ_METHODS, type Route } from './route.ts';

/** `/healthz`: the process is up; asks nothing of anything else, so that a database that is down restarts nobody. */
export function healthRoute(): Route {
  return {
    path: '/healthz',
    method: READ_METHODS,
    handler: (_, response) => respond(response, { status: 200, contentType: 'text/plain', body: 'ok' }),
  };
}
