export type Failure = { readonly times?: number } & (
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'status'; readonly status: number }
  /** The connection breaks and the call had no effect. */
  | { readonly kind: 'reset-before' }
  /** The call had its effect, and the connection breaks before the answer. */
  | { readonly kind: 'reset-after' }
  | { readonly kind: 'error'; readonly error: string }
  /** The call has its effect; the answer is held until the clock has moved so far. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
);

/** What the workspace was told to fail at, used up in the order it was told. */
export class Failures {
  #planned: { readonly method: string; readonly failure: Failure; left: number }[] = [];

  /** `method` is a method of the Web API, `response_url`, `upload`, `download`, or `*` for each of these. */
  plan(method: string, failure: Failure): void {
    this.#planned.push({ method, failure, left: failure.times ?? 1 });
  }

  forget(): void {
    this.#planned = [];
  }

  take(method: string): Failure | undefined {
    const planned = this.#planned.find((plan) => plan.method === method || plan.method === '*');
    if (planned === undefined) {
      return undefined;
    }
    planned.left--;
    this.#planned = this.#planned.filter(({ left }) => left > 0);
    return planned.failure;
  }
}
