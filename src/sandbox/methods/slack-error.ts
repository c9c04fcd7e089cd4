/** An answer with `ok: false`, as Slack gives it. */
export class SlackError extends Error {
  override readonly name = 'SlackError';
  readonly code: string;
  /** What stands in the answer beside the code. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
