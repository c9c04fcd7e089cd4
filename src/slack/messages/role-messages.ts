import type { AssignedRoles } from '../../use-cases/roles/assign-roles.ts';
import { context, type Message } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';

export function assignedAnswer(told: AssignedRoles): Message {
  const text = told.length === 0 ? 'It is so already.' : `${escapeMrkdwn(told.join('; '))}. The card shows it.`;
  return { text, blocks: [context(text)] };
}
