import type { IncomingMessage, ServerResponse } from 'node:http';

/** A page or figure served beside Slack's requests; also what Bolt's receivers take as a custom route. */
export interface Route {
  /** A segment `:name` stands for any. */
  readonly path: string;
  readonly method: string[];
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

/** HEAD too: load balancers ask so. */
export const READ_METHODS = ['GET', 'HEAD'];
