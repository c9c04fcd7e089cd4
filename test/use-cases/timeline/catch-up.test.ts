import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../src/policy.ts';
import { askToCatchUp, catchUp } from '../../../src/use-cases/timeline/catch-up.ts';
import { commit } from '../../support/commit.ts';
import { engines, type TestDatabase } from '../../support/engines.ts';
import { aRecordedIncident, at } from '../../support/record-builder.ts';
import { claim } from '../../support/work-requests.ts';

const incident = aRecordedIncident({ status: 'investigating', resolvedAt: undefined, closedAt: undefined });

describe.each(engines)('catching up on $name', ({ open }) => {
  it('is done by the last of those that wait, and once more where it was asked for while one ran', async () => {
    const opened = await open();
    await commit(opened, ({ incidents }) => incidents.add(incident));
    await ask(opened);
    await ask(opened);

    expect([await runNext(opened), await runNext(opened, ask), await runNext(opened), await runNext(opened)]).toEqual([
      'catch-up, which left it to a later one',
      'catch-up',
      'catch-up-page',
      'catch-up',
    ]);
  });
});

function ask(opened: TestDatabase): Promise<void> {
  return commit(opened, (records) => askToCatchUp(records, incident, at('14:00')));
}

/** Says what it was, and whether it had the channel read. */
async function runNext(opened: TestDatabase, meanwhile = async (_: TestDatabase) => {}): Promise<string | undefined> {
  const [claimed] = await claim(opened, 'me', { limit: 1 });
  if (claimed === undefined) {
    return undefined;
  }
  const { database, workQueue } = opened;
  const before = await workQueue.countDue(at('15:00'));
  if (claimed.work.kind === 'catch-up') {
    await catchUp({ database, policy: defaultPolicy, wake: () => {} }, incident.id, claimed);
  }
  const isRead = (await workQueue.countDue(at('15:00'))) > before;
  await meanwhile(opened);
  await workQueue.finish(claimed.id, 'me', at('15:00'));
  return claimed.work.kind === 'catch-up' && !isRead ? 'catch-up, which left it to a later one' : claimed.work.kind;
}
