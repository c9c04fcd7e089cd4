import { commit } from './commit.ts';
import type { TestDatabase, TestEngine } from './engines.ts';
import { aRecordedIncident } from './record-builder.ts';

/** What belongs to an incident can be stored only where that incident is. */
export async function openWithIncident(open: TestEngine['open']): Promise<TestDatabase> {
  const opened = await open();
  await commit(opened, ({ incidents }) => incidents.add(aRecordedIncident()));
  return opened;
}
