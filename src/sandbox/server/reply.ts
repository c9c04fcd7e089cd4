/** What goes back over HTTP; without a reply the connection is reset. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export function replyOk(body: unknown): Reply {
  return { status: 200, body };
}
