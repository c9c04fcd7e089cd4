import type { Result } from '../domain/result.ts';
import type { Database, Records } from '../use-cases/ports.ts';
import type { Ids } from '../use-cases/system.ts';
import type { Engine } from './engine.ts';
import { forgetBefore } from './forget-before.ts';
import { records } from './records.ts';
import { StaleVersionError } from './stale-version-error.ts';

const MOST_ATTEMPTS = 50;

export function createDatabase(engine: Engine, ids: Ids): Database {
  return {
    records: records(engine.reader, ids),
    transaction: (change) => transaction(engine, ids, change),
    forgetBefore: (at) => forgetBefore(engine, at),
  };
}

async function transaction<Value, Refusal>(
  engine: Engine,
  ids: Ids,
  change: (records: Records) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptTransaction(engine, ids, change);
    } catch (error) {
      if (!(error instanceof StaleVersionError || engine.isConflict(error))) {
        throw error;
      }
      if (attempt === MOST_ATTEMPTS) {
        throw new Error(`another writer was first ${MOST_ATTEMPTS} times in a row`, { cause: error });
      }
    }
  }
}

async function attemptTransaction<Value, Refusal>(
  engine: Engine,
  ids: Ids,
  change: (records: Records) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  let refused: Result<Value, Refusal> | undefined;
  try {
    return await engine.transaction(async (db) => {
      const outcome = await change(records(db, ids));
      if (!outcome.ok) {
        refused = outcome;
        throw new RefusedError('rolls back what a refused change wrote');
      }
      return outcome;
    });
  } catch (error) {
    if (error instanceof RefusedError && refused !== undefined) {
      return refused;
    }
    throw error;
  }
}

class RefusedError extends Error {
  override readonly name = 'RefusedError';
}
