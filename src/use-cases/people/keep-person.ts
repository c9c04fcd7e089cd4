import type { Person } from '../../domain/people/person.ts';
import type { Instant } from '../../domain/time.ts';
import { askToLook } from '../action-items/ask-to-remind.ts';
import { askToReturnItems } from '../action-items/ask-to-return-items.ts';
import { askToSchedule } from '../action-items/schedule-reminders.ts';
import type { Records } from '../ports.ts';

/** Keeps what was last heard of somebody, in the caller's transaction, and asks for what follows for their action items. */
export async function keepPerson(
  records: Records,
  person: Person,
  { before, now }: { readonly before: Person | undefined; readonly now: Instant },
): Promise<void> {
  await records.people.save(person);
  if (before === undefined) {
    return;
  }
  if (person.isDeactivated && !before.isDeactivated) {
    await askToReturnItems(records, person.teamId, person.id, now);
  } else if (before.isDeactivated && !person.isDeactivated) {
    for (const item of await records.actionItems.listOpenNear(person.teamId, person.id)) {
      await askToSchedule(records, item, now);
    }
  } else if (person.timeZone !== before.timeZone || person.awayUntil !== before.awayUntil) {
    await askToLook(records, person, { at: now, now });
  }
}
