import { accept } from '../../src/domain/result.ts';
import type { Database, Records } from '../../src/use-cases/ports.ts';

/** A change that is never refused. */
export async function commit<Value>(
  { database }: { readonly database: Database },
  change: (records: Records) => Promise<Value>,
): Promise<Value> {
  const outcome = await database.transaction<Value, never>(async (records) => accept(await change(records)));
  if (!outcome.ok) {
    throw new Error('a change that cannot be refused was refused');
  }
  return outcome.value;
}
