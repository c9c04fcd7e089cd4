import { expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/domain/time.ts';
import { createSystem } from '../../../src/system/create-system.ts';
import { changeDueDateOf } from '../../../src/use-cases/action-items/change-due-date.ts';
import { editActionItem } from '../../../src/use-cases/action-items/edit-action-item.ts';
import { commit } from '../../support/commit.ts';
import { sqlite } from '../../support/engines.ts';
import { anItem, aRecordedIncident, at, mahari } from '../../support/record-builder.ts';

const incident = aRecordedIncident();
const EVENING = '2024-06-09' as CalendarDate;
const request = { teamId: incident.teamId, personId: mahari, deliveryKey: '1', actionItemId: anItem().id };

/** Half past five in the afternoon in Los Angeles, where somebody lives whom nobody knows yet. */
async function openEvening() {
  const opened = await sqlite.open();
  await commit(opened, async ({ incidents, actionItems }) => {
    await incidents.add(incident);
    await actionItems.add(anItem());
  });
  const clock = { now: () => at('00:30', '2024-06-10') };
  return { ...createSystem(), database: opened.database, clock, wake: () => undefined };
}

it.each([
  ['today where they are', EVENING, true],
  ['a day that is over everywhere', '2024-06-08' as CalendarDate, false],
])('somebody whom nobody knows yet names %s', async (_, dueOn, isTaken) => {
  const outcomes = [
    await changeDueDateOf(await openEvening(), { ...request, dueOn, reason: '', seen: anItem().dueOn ?? '' }),
    await editActionItem(await openEvening(), { ...request, edit: { ...anItem(), dueOn }, seen: undefined }),
  ];
  expect(outcomes.map((outcome) => outcome.ok || outcome.refusal.kind)).toEqual(
    outcomes.map(() => isTaken || 'due-in-the-past'),
  );
});
