import type { ServerResponse } from 'node:http';
import type { z } from 'zod';
import { type Delivered, type Receiver, type Reply, startReceiver } from '../webhooks/start-receiver.ts';

/**
 * What befalls a call instead of its answer. `lost`: it is done, and the connection breaks before a word of the answer;
 * `cut`: in the middle of it; `stuck`: it never ends. `reset` and `silent`: nothing is done.
 */
export type Trouble = Reply | 'lost' | 'cut' | 'stuck' | 'reset' | 'silent';

export interface Troubled extends Receiver {
  /** What befalls the next calls whose method and path match. */
  troubles(pattern: RegExp, ...troubles: readonly Trouble[]): void;
}

/** A service that answers, but for the troubles it is given. */
export async function startTroubled(answer: (delivered: Delivered) => Reply): Promise<Troubled> {
  const pending: { readonly pattern: RegExp; readonly trouble: Trouble }[] = [];
  const receiver = await startReceiver((delivered, response) => {
    const index = pending.findIndex(({ pattern }) => pattern.test(`${delivered.method} ${delivered.path}`));
    const [met] = index === -1 ? [] : pending.splice(index, 1);
    if (met === undefined) {
      return answer(delivered);
    }
    if (typeof met.trouble !== 'string') {
      return met.trouble;
    }
    befall(met.trouble, () => answer(delivered), response);
    return undefined;
  });
  return {
    ...receiver,
    troubles: (pattern, ...troubles) => void pending.push(...troubles.map((trouble) => ({ pattern, trouble }))),
  };
}

function befall(trouble: Extract<Trouble, string>, answer: () => Reply, response: ServerResponse): void {
  switch (trouble) {
    case 'silent':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'lost':
      answer();
      response.destroy();
      return;
    case 'cut':
    case 'stuck': {
      const { status, headers, body = '' } = answer();
      response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body) + 1) });
      response.write(body.slice(0, 10) || ' ', () => (trouble === 'cut' ? response.destroy() : undefined));
    }
  }
}

/** Reads bodies that hold to a schema; `refuse` answers to any other. */
export function readBodies(refuse: (issues: z.ZodError['issues']) => Reply) {
  return <Schema extends z.ZodType>(schema: Schema, body: string, take: (asked: z.output<Schema>) => Reply): Reply => {
    const asked = schema.safeParse(JSON.parse(body));
    return asked.success ? take(asked.data) : refuse(asked.error.issues);
  };
}

export function json(status: number, body: object): Reply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}
