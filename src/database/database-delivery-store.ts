import type { Kysely } from 'kysely';
import type { Instant } from '../domain/time.ts';
import type { DeliveryStore } from '../use-cases/stores.ts';
import type { Schema } from './schema.ts';

export class DatabaseDeliveryStore implements DeliveryStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async accept(key: string, at: Instant): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('delivery')
      .values({ key, accepted_at: at })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }

  async knows(key: string): Promise<boolean> {
    const row = await this.#db.selectFrom('delivery').select('key').where('key', '=', key).executeTakeFirst();
    return row !== undefined;
  }
}
