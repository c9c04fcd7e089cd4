import { describe, expect, it } from 'vitest';
import type { MilestoneEntry } from '../../src/domain/timeline/milestone.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aMilestone, anEventAt, aRecordedIncident, at, claire } from '../support/record-builder.ts';

const incident = aRecordedIncident();

describe.each(engines)('milestones on $name', ({ open }) => {
  it('gives back all that was said, in the order in which it was', async () => {
    const opened = await openWithIncident(open);
    const event = anEventAt('15:20');
    await commit(opened, ({ timeline }) => timeline.add(event));
    const entries = [
      aMilestone('detected', at('15:20'), { eventId: event.id }),
      aMilestone('impact-started', at('15:10'), { isEstimated: true, setBy: claire, setAt: at('15:00') }),
      aMilestone('detected', undefined, { setAt: at('14:00') }),
    ];

    for (const entry of entries) {
      await add(opened, entry);
    }

    expect(await opened.database.records.milestones.list(incident.id)).toStrictEqual(entries);
  });

  it('keeps those of another incident apart', async () => {
    const opened = await openWithIncident(open);
    await add(opened, aMilestone('detected', at('15:20')));

    expect(await opened.database.records.milestones.list('01HZZZ0000000000000000INC2' as never)).toEqual([]);
  });
});

function add(opened: TestDatabase, entry: MilestoneEntry): Promise<void> {
  return commit(opened, ({ milestones }) => milestones.add(incident.id, entry));
}
