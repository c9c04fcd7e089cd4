import type { ViewOutput } from '@slack/bolt';
import { assignItems, type NotAssigned } from '../../use-cases/action-items/assign-items.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { cutPlain } from '../blocks/text.ts';
import { assignmentField, readAssignments } from '../modals/assignment-fields.ts';
import { plainWords } from '../plain-words.ts';
import { dayWords } from '../text/slack-time.ts';
import type { WrongField } from './wrong-field.ts';

const TITLE = 60;

/** Keeps the owners and due dates that a form says, and answers what is wrong with them. */
export async function assignTyped(
  ports: Ports,
  asker: RequesterInChannel,
  view: ViewOutput,
): Promise<readonly WrongField[]> {
  const assigned = await assignItems(ports, { ...asker, assignments: readAssignments(view) });
  return assigned.ok || assigned.refusal.kind !== 'not-assigned' ? [] : assigned.refusal.errors.map(wrongField);
}

function wrongField(error: NotAssigned): WrongField {
  const field = assignmentField(error);
  const title = `“${cutPlain(error.title, TITLE)}”`;
  const { why } = error;
  if (why.kind !== 'said-meanwhile') {
    const words = plainWords(why);
    return { field, words, wordsAlone: `${title}: ${words}` };
  }
  const { dueOn } = why.item;
  const what = error.field === 'owner' || dueOn === undefined ? 'an owner' : `a due date, ${dayWords(dueOn)}`;
  return {
    field,
    words: `It got ${what} while you had this open. Leave this empty to keep that.`,
    wordsAlone: `${title} has ${what} by now, so yours was not set.`,
  };
}
