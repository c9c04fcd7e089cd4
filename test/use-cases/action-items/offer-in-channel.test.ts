import { expect, it } from 'vitest';
import { actionItemId, workId } from '../../../src/domain/ids.ts';
import { defaultPolicy } from '../../../src/policy/default-policy.ts';
import { offerInChannel } from '../../../src/use-cases/action-items/offer-in-channel.ts';
import { commit } from '../../support/commit.ts';
import { sqlite } from '../../support/engines.ts';
import { idleActionItemMessenger, idleDirectory } from '../../support/escalation-month/idle-ports.ts';
import { anItem, aPerson, aRecordedIncident, at, mahari } from '../../support/record-builder.ts';

const id = actionItemId('01HZZZ0000000000000000ACTA');

it('asks for no other offer where there is no channel to offer in', async () => {
  const opened = await sqlite.open();
  await commit(opened, async ({ incidents, people, actionItems }) => {
    await incidents.add(aRecordedIncident({ channel: undefined }));
    await people.save(aPerson({ id: mahari, name: 'Mahari', isDeactivated: true }));
    await actionItems.add(anItem({ id, owner: undefined, plannedAt: at('12:00', '2024-06-03') }));
  });
  const work = { kind: 'offer-in-channel', actionItemId: id } as const;
  const now = at('10:00', '2024-06-12');
  await offerInChannel(
    {
      database: opened.database,
      directory: idleDirectory,
      actionItemMessenger: idleActionItemMessenger,
      policy: defaultPolicy,
      calendarOf: () => ({ workingDays: [1, 2, 3, 4, 5], isHoliday: () => false }),
      clock: { now: () => now },
      wake: () => {},
    },
    id,
    { id: workId('offer'), lane: 'lane', work, runAt: now, attempts: 0 },
  );

  expect(await opened.sql('select kind from work')).toEqual([]);
});
