import { z } from 'zod';
import type { IncomingAnswer } from '../http/exchange.ts';
import type { TrackerSystem } from './github-client.ts';
import { ISSUE_FIELDS, Issue, PROPERTY } from './jira-issue.ts';
import { type JsonCall, parseJson, readAnswer, sendJson } from './json-client.ts';

/** What is written to an issue: what must be there, and what each project's form has or has not. */
interface WrittenFields {
  readonly needed: Readonly<Record<string, unknown>>;
  readonly wished: Readonly<Record<string, unknown>>;
  readonly properties: readonly object[] | undefined;
}

const SearchPage = z.object({
  issues: z.array(Issue),
  nextPageToken: z
    .string()
    .nullish()
    .transform((token) => token ?? undefined),
});

/** How Jira says which fields it does not take. */
const FieldErrors = z.object({ errors: z.record(z.string(), z.string()) });

/** Jira's REST API, version 3. https://developer.atlassian.com/cloud/jira/platform/rest/v3/ */
export class JiraClient {
  readonly #site: string;
  readonly #authorization: string;
  readonly #system: TrackerSystem;

  constructor(options: {
    readonly site: string;
    readonly user: string;
    readonly token: string;
    readonly system: TrackerSystem;
  }) {
    this.#site = options.site;
    this.#authorization = `Basic ${Buffer.from(`${options.user}:${options.token}`).toString('base64')}`;
    this.#system = options.system;
  }

  async call<Schema extends z.ZodType>(
    schema: Schema,
    method: JsonCall['method'],
    path: string,
    body?: object,
  ): Promise<z.output<Schema>> {
    return readAnswer(schema, await this.#send(method, path, body), this.#system);
  }

  /** Undefined where the status is one of these. */
  async ask<Schema extends z.ZodType>(
    schema: Schema,
    allowed: readonly number[],
    method: JsonCall['method'],
    path: string,
  ): Promise<z.output<Schema> | undefined> {
    const answer = await this.#send(method, path);
    return allowed.includes(answer.status) ? undefined : readAnswer(schema, answer, this.#system);
  }

  /** Once more without the wishes that the form does not have: an issue without a due date is better than none. */
  async write<Schema extends z.ZodType>(
    schema: Schema,
    method: 'POST' | 'PUT',
    path: string,
    { needed, wished, properties }: WrittenFields,
  ): Promise<z.output<Schema>> {
    const send = (fields: object) => this.#send(method, path, { fields, ...(properties && { properties }) });
    const answer = await send({ ...wished, ...needed });
    const refused = answer.status === 400 ? FieldErrors.safeParse(parseJson(answer.body)).data?.errors : undefined;
    const kept = Object.entries(wished).filter(([name]) => refused?.[name] === undefined);
    const isMended = refused !== undefined && kept.length < Object.keys(wished).length;
    return readAnswer(schema, isMended ? await send({ ...Object.fromEntries(kept), ...needed }) : answer, this.#system);
  }

  search(asked: {
    readonly jql: string;
    readonly maxResults: number;
    readonly nextPageToken: string | undefined;
  }): Promise<z.output<typeof SearchPage>> {
    return this.call(SearchPage, 'POST', 'search/jql', { ...asked, fields: ISSUE_FIELDS, properties: [PROPERTY] });
  }

  #send(method: JsonCall['method'], path: string, body?: object): Promise<IncomingAnswer> {
    return sendJson(this.#system, {
      method,
      url: `${this.#site}/rest/api/3/${path}`,
      headers: { Authorization: this.#authorization },
      ...(body === undefined ? {} : { body }),
    });
  }
}
