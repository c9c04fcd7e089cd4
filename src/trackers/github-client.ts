import { Octokit } from '@octokit/core';
import type { z } from 'zod';
import { withPatience } from '../http/exchange.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { Clock, Timers } from '../use-cases/system.ts';
import { trackerRefusal } from './tracker-refusal.ts';

export interface TrackerSystem {
  readonly clock: Clock;
  readonly timers: Timers;
}

/** What GitHub answered, whatever it says. */
interface GithubAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** GitHub's REST API. https://docs.github.com/en/rest */
export class GithubClient {
  readonly #octokit: Octokit;
  readonly #system: TrackerSystem;

  constructor(options: { readonly apiUrl: string; readonly token: string; readonly system: TrackerSystem }) {
    const silent = () => {};
    this.#octokit = new Octokit({
      auth: options.token,
      baseUrl: options.apiUrl,
      userAgent: 'Faultline',
      log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    this.#system = options.system;
  }

  /** The answer, where it is that; any other is a `DeliveryError`. */
  async call<Schema extends z.ZodType>(schema: Schema, route: string, parameters: object): Promise<z.output<Schema>> {
    return this.#read(schema, await this.#send(route, parameters));
  }

  /** The same; undefined where the status is one of these. */
  async ask<Schema extends z.ZodType>(
    schema: Schema,
    allowed: readonly number[],
    route: string,
    parameters: object,
  ): Promise<z.output<Schema> | undefined> {
    const answer = await this.#send(route, parameters);
    return allowed.includes(answer.status) ? undefined : this.#read(schema, answer);
  }

  #read<Schema extends z.ZodType>(schema: Schema, answer: GithubAnswer): z.output<Schema> {
    if (answer.status < 200 || answer.status >= 300) {
      const headers = new Headers(
        Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]),
      );
      throw trackerRefusal({ status: answer.status, headers, words: wordsOf(answer.data) }, this.#system.clock.now());
    }
    const read = schema.safeParse(answer.data);
    if (!read.success) {
      throw new DeliveryError({ sort: 'never', reason: 'tracker_answer_unread', cause: read.error });
    }
    return read.data;
  }

  async #send(route: string, parameters: object): Promise<GithubAnswer> {
    const { timers } = this.#system;
    return withPatience({ timers, whom: 'tracker' }, async (signal): Promise<GithubAnswer> => {
      try {
        // An issue that was moved answers with where it is, which may be a repository that we know nothing of.
        const request = { signal, redirect: 'manual' as const, fetch: fetchWhole };
        return await this.#octokit.request(route, { ...parameters, request });
      } catch (fault) {
        if (isRefused(fault)) {
          return fault.response;
        }
        throw fault;
      }
    });
  }
}

/** Octokit takes an answer that broke off for an empty one. */
async function fetchWhole(...call: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...call);
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, response);
}

/** Octokit throws what GitHub refuses, and what went wrong on the way there without a response. */
function isRefused(fault: unknown): fault is { readonly response: GithubAnswer } {
  return fault instanceof Error && 'response' in fault && fault.response !== undefined;
}

function wordsOf(data: unknown): string {
  return JSON.stringify(data ?? '').slice(0, 500);
}
