import type { Instant } from '../domain/time.ts';
import type { Engine } from './engine.ts';

/** Finished work and the keys of deliveries that are older. */
export async function forgetBefore(engine: Engine, at: Instant): Promise<void> {
  await engine.statement((db) =>
    db
      .deleteFrom('work')
      .where(({ eb, or }) => or([eb('done_at', '<', at), eb('failed_at', '<', at)]))
      .execute(),
  );
  await engine.statement((db) => db.deleteFrom('delivery').where('accepted_at', '<', at).execute());
}
