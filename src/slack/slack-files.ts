import { SECOND } from '../domain/time.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { CountCall } from './slack-client.ts';

const METHOD = 'download';
const PATIENCE = 20 * SECOND;

/** Downloads files as Slack serves them: to whoever shows a token. */
export class SlackFiles {
  readonly #botToken: string;
  readonly #apiUrl: string;
  readonly #count: CountCall;

  constructor(connection: { readonly botToken: string; readonly apiUrl: string }, count: CountCall) {
    this.#botToken = connection.botToken;
    this.#apiUrl = connection.apiUrl;
    this.#count = count;
  }

  /** Every fault is a `DeliveryError`; a refusal and a file that is too long are never tried again. */
  async download(address: string, mostBytes: number): Promise<Uint8Array> {
    try {
      const bytes = await this.#download(address, mostBytes);
      this.#count(METHOD, 'ok');
      return bytes;
    } catch (fault) {
      const sorted =
        fault instanceof DeliveryError
          ? fault
          : new DeliveryError({ sort: 'again-later', reason: 'connection_failed', cause: fault });
      this.#count(METHOD, sorted.reason);
      throw sorted;
    }
  }

  async #download(address: string, mostBytes: number): Promise<Uint8Array> {
    if (!isOfSlack(address, this.#apiUrl)) {
      throw new DeliveryError({ sort: 'never', reason: 'not_slacks_address' });
    }
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${this.#botToken}` },
      // Slack sends those whom it refuses to its sign-in page; our token goes nowhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status !== 200 || response.body === null) {
      await response.body?.cancel();
      throw refusal(response);
    }
    return readAtMost(response.body, mostBytes);
  }
}

/** Slack serves files from `files.slack.com`; where its API is reached elsewhere, as in the sandbox, from there. */
export function isOfSlack(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) {
    return false;
  }
  const [file, api] = [new URL(address), new URL(apiUrl)];
  const isOwn = file.protocol === api.protocol && file.host === api.host;
  return isOwn || (file.protocol === 'https:' && file.port === '' && file.hostname.endsWith('.slack.com'));
}

function refusal({ status, headers }: Response): DeliveryError {
  const sort = status === 429 || status >= 500 ? 'again-later' : 'never';
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return new DeliveryError({
    sort,
    reason: `http_${status}`,
    retryAfterMilliseconds: status === 429 && seconds > 0 ? seconds * SECOND : undefined,
  });
}

async function readAtMost(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop lets go of the connection.
  for await (const chunk of body) {
    length += chunk.length;
    if (length > mostBytes) {
      throw new DeliveryError({ sort: 'never', reason: 'too_large' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
