import type { ViewOutput } from '@slack/bolt';
import { assignItems, type NotAssigned } from '../../use-cases/action-items/assign-items.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { assignmentField, readAssignments } from '../modals/assignment-fields.ts';
import { plainWords } from '../plain-words.ts';
import { dayWords } from '../text/slack-time.ts';

/** Keeps the owners and due dates that a form says, and answers what is wrong with them by field; nothing is. */
export async function assignTyped(
  ports: Ports,
  asker: RequesterInChannel,
  view: ViewOutput,
): Promise<Record<string, string> | undefined> {
  const assigned = await assignItems(ports, { ...asker, assignments: readAssignments(view) });
  return assigned.ok || assigned.refusal.kind !== 'not-assigned'
    ? undefined
    : Object.fromEntries(assigned.refusal.errors.map((error) => [assignmentField(error), wordsOf(error)]));
}

function wordsOf({ field, why }: NotAssigned): string {
  if (why.kind !== 'said-meanwhile') {
    return plainWords(why);
  }
  const { dueOn } = why.item;
  const what = field === 'owner' || dueOn === undefined ? 'an owner' : `a due date, ${dayWords(dueOn)}`;
  return `It got ${what} while you had this open. Leave this empty to keep that.`;
}
